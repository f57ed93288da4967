// The checks of the house: types and lint and format as one list, the unit tests as counted by vitest.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, houseEnv, runTool } from './house.mjs'

const TYPED = [
  'packages/schedule',
  'packages/protocol',
  'packages/plan',
  'packages/templates',
  'sync-server',
  'client',
  'e2e',
]

/** @typedef {{ passed: number, failed: number }} Count */

/** Types, lint and format. Each is one check; what it says is shown only when it fails. @returns {Promise<Count>} */
export async function staticChecks() {
  const checks = [
    ...TYPED.map((room) => [`types of ${room}`, 'node_modules/typescript', 'bin/tsc', ['-p', room]]),
    ['lint', 'node_modules/oxlint', 'bin/oxlint', ['-c', '.oxlintrc.json', '--deny-warnings']],
    ['format', 'node_modules/oxfmt', 'bin/oxfmt', ['--check']],
  ]
  const count = { passed: 0, failed: 0 }
  for (const [name, folder, script, args] of checks) {
    const { code, output } = await runTool(folder, script, args, { quiet: true })
    if (code === 0) count.passed += 1
    else {
      count.failed += 1
      console.log(`${output}\nnot in order: ${name}\n`)
    }
  }
  return count
}

/** @param {string[]} args more words for vitest @returns {Promise<Count>} */
export async function vitest(args = []) {
  const file = freshReport('vitest.json')
  const { code } = await runTool('node_modules/vitest', 'vitest.mjs', [
    // Of two cores the default would leave one idle.
    'run', '--maxWorkers=100%', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...args,
  ], { env: houseEnv({ NO_COLOR: '1' }) }) // prettier-ignore
  const report = readReport(file)
  if (report === null) return { passed: 0, failed: 1 }
  const failed = report.numFailedTests
  // A file that cannot even be loaded counts as one failure.
  return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
}

/** Where a runner is to write its report; what an earlier run wrote there is gone. */
export function freshReport(name) {
  const file = join(CACHE, name)
  rmSync(file, { force: true })
  return file
}

export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** @param {Count[]} counts */
export function summary(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
