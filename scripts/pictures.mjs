// npm run pictures: the pictures in docs/ are taken anew from the built app and the sample plan. Look at each before it is kept.
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { NODE, ROOT, buildClient, houseEnv, install, run } from './house.mjs'

await install()
await buildClient()
const browser = await findBrowser()
const env = houseEnv(browser === null ? {} : { CHROMIUM_PATH: browser })
const { code } = await run(NODE, [join(ROOT, 'e2e/pictures/take.ts')], { env })
process.exitCode = code
