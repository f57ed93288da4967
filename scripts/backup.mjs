// npm run backup -- <file>, npm run restore -- <file>: a copy of the relay's file, and back. The relay may run for the
// first and must not for the second.
import { join } from 'node:path'
import { NODE, ROOT, install, run } from './house.mjs'

await install()
const { code } = await run(NODE, [join(ROOT, 'sync-server/src/backup-main.ts'), ...process.argv.slice(2)])
process.exitCode = code
