// npm test: everything, on a fresh clone too; the last line counts it all.
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { freshReport, readReport, staticChecks, summary, vitest } from './checks.mjs'
import { ROOT, buildClient, houseEnv, install, runTool } from './house.mjs'

await install()
const counts = [await staticChecks(), await vitest()]
try {
  const browser = await findBrowser()
  await buildClient()
  counts.push(await stories(browser))
} catch (error) {
  console.error(error.message)
  counts.push({ passed: 0, failed: 1 })
}
summary(counts)

async function stories(browser) {
  const file = freshReport('stories.json')
  const env = houseEnv({ PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(browser === null ? {} : { CHROMIUM_PATH: browser }) })
  const { code } = await runTool('e2e/node_modules/@playwright/test', 'cli.js', ['test', '--reporter=list,json'], {
    cwd: join(ROOT, 'e2e'),
    env,
  })
  const stats = readReport(file)?.stats
  if (stats === undefined) return { passed: 0, failed: 1 }
  // A story that passes only when tried again has not passed.
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) }
}
