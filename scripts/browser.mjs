// A Chromium for the stories, from the first place that has one: CHROMIUM_PATH, the PATH, Debian's package (as root),
// Playwright's own download.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, runTool } from './house.mjs'

/** @returns {Promise<string | null>} the program, or null where Playwright's own one is to be used */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, but there is no program there.`)
  }
  const found = onPath()
  if (found !== null) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing chromium from Debian...')
    await run('apt-get', ['update', '-qq'], { quiet: true })
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true })
    const installed = onPath()
    if (installed !== null) return installed
  }
  console.log("Getting Playwright's own Chromium...")
  const { code, output } = await runTool('e2e/node_modules/@playwright/test', 'cli.js', ['install', 'chromium'], {
    quiet: true,
  })
  if (code === 0) return null
  throw new Error(`${output}\nNo browser for the stories: install chromium, or set CHROMIUM_PATH to one.`)
}

function onPath() {
  const names = ['chromium', 'google-chrome', 'chromium-browser', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
