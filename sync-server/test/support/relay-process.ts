// The relay as people run it: a process of its own, started from source, stopped or killed from outside.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

export interface RelayProcess {
  readonly child: ChildProcess
  readonly origin: string
  /** Everything it has written so far, both streams. */
  output(): string
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null>
}

const MAIN = join(import.meta.dirname, '../../src/main.ts')

export function startProcess(env: Readonly<Record<string, string>>): {
  child: ChildProcess
  output: () => string
  exited: Promise<number | null>
} {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ...env } })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, output: () => output, exited }
}

export async function relayProcess(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<RelayProcess> {
  const { child, output, exited } = startProcess({
    PORT: '0',
    MILEPOST_DATA: dataDir,
    MILEPOST_RATE_LIMITS: 'off',
    ...env,
  })
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, port] = /running at http:\/\/localhost:(\d+)/.exec(output()) ?? []
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
    })
    child.once('close', () => reject(new Error(`the relay ended: ${output()}`)))
  })
  return {
    child,
    origin,
    output,
    kill: (signal) => {
      child.kill(signal)
      return exited
    },
  }
}
