// Backing up and restoring as people do it: programs of their own.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../src/backup-main.ts')

export function runBackupProcess(
  dataDir: string,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly line: string }> {
  const env = { PATH: process.env['PATH'], MILEPOST_DATA: dataDir }
  const child = spawn(process.execPath, [MAIN, ...args], { env })
  let output = ''
  child.stdout.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr.on('data', (data: Buffer) => (output += data.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, line: output.trim() })))
}
