// `node sync-server/src/backup-main.ts backup|restore <file>`; started by `npm run backup` and `npm run restore`.
import { dirname } from 'node:path'
import { runBackupProgram } from './backup-program.ts'

// npm changes to the house's folder and says here where the person stands.
const folder = process.env['INIT_CWD'] ?? process.cwd()
process.exitCode = await runBackupProgram(dirname(dirname(import.meta.dirname)), folder, process.argv.slice(2))
