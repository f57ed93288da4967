// The stories: real Chromium, the real relay, one story a file in specs/.
import { defineConfig } from '@playwright/test'

const program = process.env['CHROMIUM_PATH']

export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Long, for a machine that does other things too: a story waits for what it waits for, not for a clock.
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    // The app's own service worker is part of what the stories see.
    serviceWorkers: 'allow',
    // A record of every step costs a sixth of the time and is seldom looked at: `--trace retain-on-failure` asks for one.
    trace: 'off',
    launchOptions: {
      ...(program === undefined ? {} : { executablePath: program }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
