// What every command of the house stands on: where things are, how a program is run, how packages get installed.
// Plain JavaScript without a dependency: this runs on whatever Node (>= 20) the machine has, before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
export const CACHE = join(ROOT, 'node_modules/.cache/milepost')
const PNPM = 'pnpm@12.21.0'

/** The pinned Node of the house; there once packages are installed. */
export const NODE = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The environment of a program of the house: the pinned Node and the tools come first on its PATH. */
export function houseEnv(extra = {}) {
  const path = [dirname(NODE), join(ROOT, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter)
  return { ...process.env, PATH: path, ...extra }
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, cwd?: string, env?: NodeJS.ProcessEnv }} [options] `quiet` keeps what it prints for the caller
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, cwd = ROOT, env = houseEnv() } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a JavaScript tool of an installed package with the pinned Node. */
export function runTool(packageFolder, script, args, options) {
  return run(NODE, [join(ROOT, packageFolder, script), ...args], options)
}

/** The files under the folders, as one fingerprint: changes when a name or a byte changes. */
export function fingerprintOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn).toSorted()) {
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  const skip = new Set(['node_modules', 'dist', 'test', 'testing', 'bench'])
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      if (skip.has(entry.name)) return []
      if (entry.isDirectory()) return filesIn(join(path, entry.name))
      return /\.test\.tsx?$|\.md$/.test(entry.name) ? [] : [join(path, entry.name)]
    })
  } catch {
    return [path]
  }
}

/** Does `work` unless `product` is there and was made from the same `fingerprint`, which is kept under `name`. */
async function unlessMade(name, product, fingerprint, work) {
  const file = join(CACHE, name)
  if (existsSync(product) && existsSync(file) && readFileSync(file, 'utf8') === fingerprint) return
  await work()
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(file, fingerprint)
}

/** Installs the frozen lockfile when it or a package.json changed, through npx, so that nobody needs pnpm. */
export async function install() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}`)
  const manifests = ['.', 'client', 'sync-server', 'e2e', ...packages].map((room) => `${room}/package.json`)
  const wanted = fingerprintOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests].map((path) => join(ROOT, path)))
  await unlessMade('installed', NODE, wanted, async () => {
    console.log('Installing packages...')
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
    const { code, output } = await run(npx, ['--yes', PNPM, 'install', '--frozen-lockfile'], {
      quiet: true,
      env: { ...process.env, CI: 'true' },
    })
    if (code !== 0) fail(`${output}\nInstalling packages failed (npx ${PNPM} install --frozen-lockfile).`)
  })
}

/** Builds the client when its sources changed since the last build. */
export async function buildClient() {
  const sources = ['client', 'packages', 'pnpm-lock.yaml', 'tsconfig.base.json'].map((path) => join(ROOT, path))
  await unlessMade('client-built', join(ROOT, 'client/dist/index.html'), fingerprintOf(sources), async () => {
    console.log('Building the client...')
    const { code, output } = await runTool('client/node_modules/vite', 'bin/vite.js', ['build', '--logLevel', 'warn'], {
      quiet: true,
      cwd: join(ROOT, 'client'),
    })
    if (code !== 0) fail(`${output}\nBuilding the client failed.`)
  })
}

/**
 * Calls `stop` when this program is told to end. npm does not hand a SIGTERM on: it ends its shell and leaves us behind, so
 * a parent that is gone means the same. (Ctrl-C reaches every program of the terminal by itself.)
 */
export function onEnd(stop) {
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, stop)
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking)
    stop()
  }, 300)
  looking.unref()
}

/** One clear message, and the end. @returns {never} */
export function fail(message) {
  console.error(message)
  process.exit(1)
}
