// How soon a device that holds two hundred plans has them fresh: a real Chromium, and a relay that holds its rates. Measured from
// the beginning of the navigation until every row of the list says what the relay has, once with nothing of any plan on the disk
// (the most there is to fetch) and once with all of them kept and news in each. A plain program; it prints one JSON line a figure.
//
// The links are put on the disk of the browser at once, because to open two hundred of them one after the other would take longer
// than everything else here; what the app does with them from then on is the app's.
import { chromium, type Browser, type Page } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { manyPlans } from '../support/many-plans.ts'
import { linkParts } from '../support/relay-calls.ts'
import { Relay } from '../support/relay.ts'
import { StockClient } from '../support/stock-client.ts'
import { Person } from '../support/story.ts'
import { makes, sendLink } from '../support/two-sides.ts'

const MANY = 200
/** What it takes to make them is no person's work, and is not measured. */
const env: Record<string, string> = { MILEPOST_RATE_LIMITS: 'off' }
const relay = await Relay.start(env)
const program = process.env['CHROMIUM_PATH']
const browser = await chromium.launch({
  ...(program === undefined ? {} : { executablePath: program }),
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
try {
  await measure(browser)
} finally {
  await browser.close()
  await relay.remove()
}

async function measure(browser: Browser): Promise<void> {
  const newPerson = async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    return new Person(context, await context.newPage(), relay)
  }
  const dana = await makes(newPerson, { start: 'One team first', goLive: '+60' })
  const link = await sendLink(dana, { side: 'Quillmark', role: 'Sales manager', access: 'Can edit' })
  await dana.person.context.close()
  const wishes = Array.from({ length: MANY }, (_, at) => ({ buyer: `Company ${at + 1}`, title: 'Outcome', later: at }))
  const links = await manyPlans(link, wishes)

  const kofi = await newPerson()
  await (await new AppPage(kofi).openLink(links[0] ?? '')).isSynced()
  await kofi.page.goto('about:blank')
  await kofi.page.goto(`${relay.origin}/icon.svg`)
  await kofi.page.evaluate(
    keepLinks,
    links.map((each) => linkParts(each)),
  )
  env['MILEPOST_RATE_LIMITS'] = 'on'
  await relay.stop()
  await relay.startAgain()

  await tell('200 plans new to a device, all of them read', await fresh(kofi.page, 'Outcome'), 10_000)

  env['MILEPOST_RATE_LIMITS'] = 'off'
  await relay.stop()
  await relay.startAgain()
  for (const each of links) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is enough
    const writer = await StockClient.join(each)
    writer.writeTitle('News: ')
    writer.leave()
  }
  env['MILEPOST_RATE_LIMITS'] = 'on'
  await relay.stop()
  await relay.startAgain()
  await kofi.page.goto(`${relay.origin}/icon.svg`)
  await kofi.page.evaluate(forgetAsking)
  await tell('200 plans kept on a device, with news in each', await fresh(kofi.page, 'News: Outcome'), 10_000)
}

interface Fresh {
  readonly at: number
  /** What was said on the way, each once. */
  readonly said: readonly string[]
}

async function fresh(page: Page, title: string): Promise<Fresh> {
  await page.addInitScript(watchRows, { many: MANY, title })
  await page.goto(`${relay.origin}/`)
  return page.evaluate(() => (globalThis as unknown as { told: Promise<Fresh> }).told)
}

/** Runs in the page, before anything of it. */
function watchRows({ many, title }: { readonly many: number; readonly title: string }): void {
  const said = new Set<string>()
  const told = new Promise<Fresh>((resolve) => {
    // Not with every frame: a page that is looked at so often draws more than it would.
    const timer = setInterval(() => {
      const progress = document.querySelector('main header')?.textContent?.match(/Looking for news, \d+ of \d+/)?.[0]
      if (progress !== undefined) said.add(progress)
      const rows = [...document.querySelectorAll('th[scope="row"]')]
      const isThere = rows.length === many && rows.every(({ textContent }) => textContent?.includes(title) === true)
      if (!isThere || progress !== undefined) return
      clearInterval(timer)
      resolve({ at: performance.now(), said: [...said] })
    }, 50)
  })
  Object.assign(globalThis, { told })
}

async function tell(name: string, { at, said }: Fresh, goal: number): Promise<void> {
  console.log(JSON.stringify({ name, value: Math.round(at), unit: 'ms', goal }))
  console.log(JSON.stringify({ name: 'times at which its progress was shown anew', value: said.length, unit: 'times' }))
}

/** Runs in the page: rows as those of the plan that was opened, one for each link. */
async function keepLinks(links: readonly { readonly planId: string; readonly secret: string }[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('milepost')
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')))
  })
  const first = (table: string) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const asking = database.transaction(table).objectStore(table).getAll()
      asking.addEventListener('success', () => resolve((asking.result as Record<string, unknown>[])[0] ?? {}))
    })
  const [plan, link] = [await first('plans'), await first('links')]
  const writing = database.transaction(['plans', 'links'], 'readwrite')
  for (const { planId, secret } of links.slice(1)) {
    const isNew = { title: '', buyer: '', seller: '', goLive: null, lastSyncedAt: null, epoch: null }
    writing.objectStore('plans').put({ ...plan, ...isNew, discussionEpoch: null, planId })
    writing.objectStore('links').put({ ...link, grantId: null, planId, capability: secret })
  }
  await new Promise<void>((resolve) => writing.addEventListener('complete', () => resolve()))
  database.close()
}

/** Runs in the page: as if hours had gone by since the relay was asked. */
async function forgetAsking(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('milepost')
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')))
  })
  const writing = database.transaction('portfolio', 'readwrite')
  const rows = writing.objectStore('portfolio')
  const asking = rows.getAll()
  asking.addEventListener('success', () => {
    for (const row of asking.result as Record<string, unknown>[]) rows.put({ ...row, askedAt: 0, shareAt: 0 })
  })
  await new Promise<void>((resolve) => writing.addEventListener('complete', () => resolve()))
  database.close()
}
