// A real nginx in front of a relay, with the very file that is handed out: only ports, certificates and the place of its
// log are put to what a test has. Where there is no nginx, `findNginx` is null.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

export interface Nginx {
  readonly origin: string
  /** All it has written down so far. */
  log(): string
  stop(): Promise<void>
}

const SITE = join(import.meta.dirname, '../../../deploy/nginx.conf')

export function findNginx(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  return folders.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file)) ?? null
}

export async function startNginx(program: string, dir: string, relayPort: number): Promise<Nginx> {
  const port = await freePort()
  const logs = [join(dir, 'access.log'), join(dir, 'error.log')] as const
  const replaced = (text: string, from: string | RegExp, to: string) => {
    if (text.search(from) === -1) throw new Error(`the handed out file has no ${String(from)}`)
    return text.replaceAll(new RegExp(from, 'g'), to)
  }
  let site = readFileSync(SITE, 'utf8')
  site = replaced(site, /listen \[::\]:443 ssl;/, '')
  site = replaced(site, /listen 443 ssl;/, `listen 127.0.0.1:${port};`)
  site = replaced(site, /ssl_certificate.*;/, '')
  site = replaced(site, /127\.0\.0\.1:4321/, `127.0.0.1:${relayPort}`)
  site = replaced(site, /\/var\/log\/nginx\/milepost\.log/, logs[0])
  mkdirSync(join(dir, 'temp'))
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const whole = `
    daemon off; master_process off; worker_processes 1; pid ${join(dir, 'pid')}; error_log ${logs[1]} notice;
    events { worker_connections 512; }
    http { ${temps.map((name) => `${name}_temp_path ${join(dir, 'temp', name)};`).join(' ')} ${site} }`
  const conf = join(dir, 'nginx.conf')
  writeFileSync(conf, whole)
  const child = spawn(program, ['-c', conf, '-e', logs[1]], { stdio: 'ignore' })
  const ended = once(child, 'close')
  const log = () => logs.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('\n')
  await Promise.race([
    listening(port),
    ended.then(() => {
      throw new Error(`nginx ended: ${log()}`)
    }),
  ])
  return {
    origin: `http://127.0.0.1:${port}`,
    log,
    stop: async () => {
      child.kill('SIGQUIT')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Tries until somebody answers. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isThere) return
  }
}
