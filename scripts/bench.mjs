// npm run bench: measures, side by side in one run, and prints; nothing here passes or fails.
// A bench is a program that prints one JSON line a figure: { name, value, unit, goal? }; other lines are passed on.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { NODE, ROOT, buildClient, houseEnv, install, run } from './house.mjs'

await install()
await buildClient()
const browser = await findBrowser()
const env = houseEnv(browser === null ? {} : { CHROMIUM_PATH: browser })

const rooms = ['packages/schedule', 'packages/plan', 'sync-server', 'client', 'e2e']
const wanted = process.argv.slice(2)
const benches = rooms
  .map((room) => `${room}/bench`)
  .filter((folder) => existsSync(join(ROOT, folder)))
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))
  .filter((file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((part) => file.includes(part))))

for (const bench of benches) {
  console.log(`\n${bench}`)
  const { code, output } = await run(NODE, [join(ROOT, bench)], { quiet: true, env })
  for (const line of output.split('\n').filter((text) => text.trim() !== '')) console.log(figureIn(line) ?? `  ${line}`)
  if (code !== 0) process.exitCode = 1
}

function figureIn(line) {
  try {
    const { name, value, unit, goal } = JSON.parse(line)
    if (typeof name !== 'string') return null
    return `  ${name.padEnd(64)} ${String(value).padStart(10)} ${String(unit).padEnd(6)} ${goal === undefined ? '' : `to reach: ${goal}`}`
  } catch {
    return null
  }
}
