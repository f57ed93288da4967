// npm run torture -- [--minutes 10] [part of a name ...]: the relay's torture tests with new seeds, again and again, for so long.
//
// Each file gets its share of the time. Some are told how many minutes they have, some how many rounds to make: how many fit
// is learned from the last run. The first failure ends it and says how to have it again.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, fail, houseEnv, install, runTool } from './house.mjs'

const FOLDER = 'sync-server/test/torture'
const args = process.argv.slice(2)
const at = args.indexOf('--minutes')
const minutes = at === -1 ? 10 : Number(args[at + 1])
if (!(minutes > 0)) fail('--minutes wants a number: npm run torture -- --minutes 10')
const wanted = args.filter((_, index) => at === -1 || (index !== at && index !== at + 1))
const files = readdirSync(join(ROOT, FOLDER)).filter(
  (name) => name.endsWith('.test.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
)
if (files.length === 0) fail(`no file in ${FOLDER} is called like that`)

/** Minutes for each file. */
const SHARE = minutes / files.length

await install()
const end = Date.now() + minutes * 60_000
/** How often each file is gone through, and its rounds the next time. */
const plan = new Map(files.map((file) => [file, { runs: 0, rounds: 10, done: 0 }]))

for (let pass = 0; pass === 0 || Date.now() < end; pass++) {
  for (const [file, state] of plan) {
    if (pass > 0 && Date.now() >= end) break
    await torture(file, state)
  }
}
for (const [file, { runs, done }] of plan) console.log(`${file.padEnd(34)} ${runs} runs, ${done} rounds`)
console.log(`${files.length} files, ${minutes} minutes: nothing found`)

function words(settings) {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

async function torture(file, state) {
  const seed = Math.floor(Math.random() * 1e9)
  const from = Date.now()
  const settings = { TORTURE_ROUNDS: String(state.rounds), TORTURE_MINUTES: SHARE.toFixed(2), SEED: String(seed) }
  const env = houseEnv(settings)
  const args = ['run', '--project', 'sync-server', `test/torture/${file}`, '--reporter', 'default']
  const { code, output } = await runTool('node_modules/vitest', 'vitest.mjs', args, { quiet: true, env })
  if (code !== 0) {
    const again = `${words(settings)} npx vitest run --project sync-server test/torture/${file}`
    fail(`${output}\nOnce more the same: ${again}`)
  }
  state.runs++
  state.done += state.rounds
  const took = Date.now() - from
  console.log(`${file.padEnd(34)} ${state.rounds} rounds, seed ${seed}, ${Math.round(took / 1000)} s`)
  // Twice through all of them in what is left; never much more than last time at once.
  const share = Math.max(end - Date.now(), 1) / (files.length * 2)
  state.rounds = Math.max(10, Math.min(Math.round((state.rounds * share) / took), state.rounds * 10))
}
