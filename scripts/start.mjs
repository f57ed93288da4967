// npm start: installs what is missing, builds the client when its sources changed, and runs the one process.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { NODE, ROOT, buildClient, houseEnv, install, onEnd } from './house.mjs'

await install()
await buildClient()

const server = spawn(NODE, [join(ROOT, 'sync-server/src/main.ts')], { cwd: ROOT, env: houseEnv(), stdio: 'inherit' })
// Ctrl-C reaches the server by itself (same terminal); we only wait for it to finish its work.
process.on('SIGINT', () => {})
onEnd(() => server.kill('SIGTERM'))
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)))
