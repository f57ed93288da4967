// What most tests of this room stand on: one real relay for the file, and browsers on it that are closed after each test.
import { afterAll, afterEach, beforeAll } from 'vitest'
import { testBrowser, type TestBrowser } from './browser.ts'
import { startRelayProcess, type RelayProcess } from './relay-process.mjs'

export interface RelayBrowsers {
  /** Opens a browser; on another relay where one is named. */
  browser(origin?: string): TestBrowser
  /** Closes all that are open: for what must be over before a test is. */
  closeBrowsers(): Promise<void>
}

/** Called once by a test file, before hooks of its own. */
export function browsersOfRelay(): RelayBrowsers {
  let relay: RelayProcess
  const browsers: TestBrowser[] = []
  beforeAll(async () => {
    relay = await startRelayProcess()
  })
  async function closeBrowsers(): Promise<void> {
    for (const each of browsers.splice(0)) await each.close()
  }
  afterEach(closeBrowsers)
  afterAll(() => relay.close())
  return {
    browser(origin = relay.origin) {
      const made = testBrowser(origin)
      browsers.push(made)
      return made
    },
    closeBrowsers,
  }
}
