// npm run check: types, lint, format and unit tests; what one runs before every commit.
import { staticChecks, summary, vitest } from './checks.mjs'
import { install } from './house.mjs'

await install()
const counts = await Promise.all([staticChecks(), vitest(['--exclude', '**/test/**'])])
summary(counts)
