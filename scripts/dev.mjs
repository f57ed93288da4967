// npm run dev: the relay (restarted when its source changes) and the client with hot reload, side by side.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { NODE, ROOT, houseEnv, install, onEnd } from './house.mjs'

await install()

const parts = [
  spawn(NODE, ['--watch', '--watch-preserve-output', join(ROOT, 'sync-server/src/main.ts')], {
    cwd: ROOT,
    env: houseEnv(),
    stdio: 'inherit',
  }),
  spawn(NODE, [join(ROOT, 'client/node_modules/vite/bin/vite.js')], {
    cwd: join(ROOT, 'client'),
    env: houseEnv(),
    stdio: 'inherit',
  }),
]
const stop = () => parts.forEach((part) => part.kill('SIGTERM'))
process.on('SIGINT', stop)
onEnd(stop)
for (const part of parts) {
  part.on('exit', (code) => {
    stop()
    process.exitCode ||= code ?? 0
  })
}
