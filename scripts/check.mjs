// npm run check: types, lint, format and unit tests; what one runs before every commit.
import { staticChecks, summary, vitest } from './checks.mjs'
import { install } from './house.mjs'

/** What starts programs, waits for the disk, or tries chance for long is left to `npm test`. */
const LEFT_OUT = ['**/test/**', '**/storage/*.test.ts', '**/*.property.test.ts', '**/hostile.test.ts']

await install()
const counts = await Promise.all([staticChecks(), vitest(LEFT_OUT.flatMap((files) => ['--exclude', files]))])
summary(counts)
