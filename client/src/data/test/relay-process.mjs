// A real relay as a process of its own, on a free port and with a folder of its own: the only way in from the client's side.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../../../sync-server/src/main.ts', import.meta.url))

export async function startRelayProcess({ createToken = '' } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-relay-'))
  let port = 0
  let child = null
  let output = ''

  async function start() {
    child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        MILEPOST_DATA: folder,
        MILEPOST_CREATE_TOKEN: createToken,
        MILEPOST_RATE_LIMITS: 'off',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    port = await new Promise((resolve, reject) => {
      child.stderr.on('data', (data) => (output += data))
      child.stdout.on('data', (data) => {
        output += data
        const found = /running at http:\/\/[^:]+:(\d+)/.exec(output.slice(output.lastIndexOf('Milepost')))
        if (found) resolve(Number(found[1]))
      })
      child.once('exit', () => reject(new Error(`the relay did not start:\n${output}`)))
    })
  }

  async function stop(signal = 'SIGKILL') {
    const stopping = child
    if (stopping === null || stopping.exitCode !== null) return
    const gone = new Promise((resolve) => stopping.once('exit', resolve))
    stopping.kill(signal)
    await gone
    output = ''
  }

  await start()
  return {
    origin: `http://127.0.0.1:${port}`,
    start,
    stop,
    output: () => output,
    /** As if its disk had been lost. */
    async forget() {
      await stop()
      await rm(folder, { recursive: true, force: true })
      await start()
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
