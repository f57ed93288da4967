// A relay of one story's own: a real process with its own port and data folder, that a story may kill and start again.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** The built app that relays serve. */
export const CLIENT_DIR = process.env['MILEPOST_CLIENT_DIR'] ?? join(ROOT, 'client', 'dist')

export class Relay {
  readonly origin: string
  readonly #port: number
  readonly #data: string
  readonly #env: Readonly<Record<string, string>>
  #process: ChildProcess | null = null

  private constructor(port: number, data: string, env: Readonly<Record<string, string>>) {
    this.#port = port
    this.#data = data
    this.#env = env
    this.origin = `http://localhost:${port}`
  }

  static async start(env: Readonly<Record<string, string>> = {}): Promise<Relay> {
    const relay = new Relay(await freePort(), await mkdtemp(join(tmpdir(), 'milepost-story-')), env)
    await relay.startAgain()
    return relay
  }

  /** Starts the process and waits until it says that it listens. */
  async startAgain(): Promise<void> {
    const started = spawn(process.execPath, ['sync-server/src/main.ts'], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: `${this.#port}`,
        MILEPOST_DATA: this.#data,
        MILEPOST_CLIENT_DIR: CLIENT_DIR,
        MILEPOST_RATE_LIMITS: 'off',
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = started
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('is running at')) resolve()
      }
      started.stdout.on('data', hear)
      started.stderr.on('data', hear)
      started.once('exit', () => reject(new Error(`the relay did not start: ${said}`)))
    })
  }

  /** The power cut: no goodbye, nothing finished. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async remove(): Promise<void> {
    await this.kill()
    await rm(this.#data, { recursive: true, force: true })
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = this.#process
    this.#process = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill(signal)
    await ended
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
