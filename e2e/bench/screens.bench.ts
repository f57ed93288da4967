// How much and how soon: what the first view of a plan loads, how long a kept plan takes to be on screen, and how long a
// letter takes from one browser to another. A plain program with a real Chromium and a relay of its own; it prints one
// JSON line a figure and judges nothing.
//
// The big plans are made as a person would make them, with the app's own keys: a milestone's title, Enter, a step's title,
// Tab, then Enter from step to step and Enter on an empty one to leave. No program of ours writes the plan past the app, so
// what is measured is what people really have. It takes a minute or two and is not measured itself.
import { gzipSync } from 'node:zlib'
import { chromium, expect, type Browser, type BrowserContext, type Page, type Request } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { ShareDialog, type Invitation } from '../pages/share-dialog.ts'
import { Relay } from '../support/relay.ts'
import { disturb, typed } from './typing.ts'
import { Person } from '../support/story.ts'

const RUNS = 5
const LETTERS = 50
/** A processor as slow as a phone's of some years ago. */
const SLOWED = 4
/** After this the browser has nothing left to do for an empty tab. */
const AT_REST_MS = 1_500

const relay = await Relay.start()
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
  const dana = await newPerson(browser)
  const plan = await makePlan(dana, 9, 5)
  const link = await linkFor(plan)
  const reading = await linkFor(plan, { role: 'CFO', access: 'Read-only' })
  // Only the tabs that are measured are open: another one would draw along, on the same processor.
  await dana.page.close()

  const first = await firstViews(browser, link)
  tell('JavaScript until a plan is first on screen, gzip', kilobytes(first.plan.gzip), 'kB', 250)
  tell('files of it', first.plan.files, 'files')
  tell('JavaScript until its schedule is there too, gzip', kilobytes(first.withSchedule.gzip), 'kB')

  const light = await firstReadings(browser, reading)
  tell('JavaScript until an executive page is on screen, gzip', kilobytes(light.gzip), 'kB', 130)
  tell('files of it', light.files, 'files')
  tell('executive page on a new device, processor slowed four times', median(light.times), 'ms', 1000)

  await tellLetters(browser, link)
  tell('kept plan of 9 x 5 on screen, folded', median(await opened(dana, plan, 9)), 'ms', 300)
  await unfold(dana, plan)
  tell('kept plan of 9 x 5 on screen, unfolded', median(await opened(dana, plan, 9 + 45)), 'ms')

  const writer = await newPerson(browser)
  const big = await makePlan(writer, 150, 6)
  const bigLink = await linkFor(big)
  await writer.page.close()
  tell('kept plan of 150 x 6 on screen, folded', median(await opened(writer, big, 150)), 'ms', 1000)
  await unfold(writer, big)
  tell('kept plan of 150 x 6 on screen, unfolded', median(await opened(writer, big, 150 + 900)), 'ms')
  await tellTyping(browser, bigLink)
}

async function newPerson(browser: Browser, options: { readonly serviceWorkers?: 'block' } = {}): Promise<Person> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    ...options,
  })
  return new Person(context, await context.newPage(), relay)
}

// Making plans

async function makePlan(person: Person, milestones: number, steps: number): Promise<PlanPage> {
  const plan = await new AppPage(person).makePlan({ start: 'Blank plan', outcome: `${milestones} x ${steps}` })
  const { keyboard } = person.page
  // Go-live and the result are there already; they become the last two.
  await plan.milestone(1).select()
  for (let at = 1; at <= milestones; at += 1) {
    if (at > 2) await keyboard.press('Enter')
    else await plan.milestone(at).title.fill('')
    await keyboard.insertText(`Milestone ${at}: what the buyer has then`)
    await writeSteps(plan, at, steps)
  }
  await expect(plan.outline.getByRole('group', { name: /^Milestone \d+, .*folded$/ })).toHaveCount(milestones)
  await expect(plan.saveState('Saved on this device, synced')).toBeVisible({ timeout: 60_000 })
  return plan
}

/** From the title of a milestone to its selected, folded line. */
async function writeSteps({ page }: PlanPage, milestone: number, steps: number): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Enter')
  for (let at = 1; at <= steps; at += 1) {
    await keyboard.insertText(`Step ${at} of milestone ${milestone}`)
    if (at === 1) await keyboard.press('Tab')
    await keyboard.press('Enter')
  }
  await keyboard.press('Enter')
  await keyboard.press('ArrowLeft')
}

async function unfold(person: Person, { planId }: PlanPage): Promise<void> {
  const tab = await person.newTab()
  await tab.open(`/p/${planId}`)
  const plan = new PlanPage(tab.page)
  await plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  await expect(plan.outline.getByRole('button', { name: 'Fold all' })).toBeVisible({ timeout: 60_000 })
  await plan.isSynced()
  await tab.page.close()
}

async function linkFor(plan: PlanPage, invited: Partial<Invitation> = {}): Promise<string> {
  const dialog = await ShareDialog.open(plan.page)
  const link = await dialog.createLink({ side: 'Halden Foods', role: 'AP Director', access: 'Can edit', ...invited })
  await dialog.close()
  return link
}

// What the first view loads

interface FirstView {
  readonly gzip: number
  readonly files: number
}

interface FirstViews {
  /** The plan can be read and written. */
  readonly plan: FirstView
  /** With the schedule below it, which comes by itself. */
  readonly withSchedule: FirstView
}

/** A browser that knows nothing; its worker is left out, because it fetches everything, for later. */
async function firstViews(browser: Browser, link: string): Promise<FirstViews> {
  const person = await newPerson(browser, { serviceWorkers: 'block' })
  const { page } = person
  const scripts = new Map<string, Request>()
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.set(request.url(), request)
  })
  await page.addInitScript(() => {
    const wanted = { plan: '[role="group"][aria-label^="Milestone "]', schedule: 'section[aria-label="Schedule"]' }
    const look = () => {
      for (const [name, selector] of Object.entries(wanted)) {
        const isNew = performance.getEntriesByName(name, 'mark').length === 0
        if (isNew && document.querySelector(selector) !== null) performance.mark(name)
      }
      requestAnimationFrame(look)
    }
    look()
  })
  await new AppPage(person).openLink(link)
  await page.waitForFunction(() => performance.getEntriesByName('schedule', 'mark').length > 0)
  const until = (mark: string) =>
    page.evaluate((name) => {
      const at = performance.getEntriesByName(name, 'mark')[0]?.startTime ?? 0
      return performance.getEntriesByType('resource').flatMap((one) => (one.startTime < at ? [one.name] : []))
    }, mark)
  const sizeOf = (addresses: readonly string[]) => sizeOfScripts(addresses.flatMap((one) => scripts.get(one) ?? []))
  const views = { plan: await sizeOf(await until('plan')), withSchedule: await sizeOf(await until('schedule')) }
  await person.context.close()
  return views
}

async function sizeOfScripts(found: readonly Request[]): Promise<FirstView> {
  const bodies = await Promise.all(found.map(async (request) => (await request.response())?.body()))
  const gzip = bodies.reduce((sum, body) => sum + (body === undefined ? 0 : gzipSync(body, { level: 9 }).byteLength), 0)
  return { gzip, files: found.length }
}

// What somebody sees who was sent a link to read

interface FirstReadings extends FirstView {
  /** Milliseconds from the beginning of the navigation until the verdict is painted, each in a browser that knows nothing. */
  readonly times: readonly number[]
}

async function firstReadings(browser: Browser, link: string): Promise<FirstReadings> {
  const times: number[] = []
  let size: FirstView = { gzip: 0, files: 0 }
  for (let run = 0; run < RUNS; run += 1) {
    const person = await newPerson(browser, { serviceWorkers: 'block' })
    const { page } = person
    const scripts = new Map<string, Request>()
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js')) scripts.set(request.url(), request)
    })
    await page.addInitScript(watchForVerdict)
    await page.waitForTimeout(AT_REST_MS)
    const session = await person.context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    await page.goto(link)
    const { at, before } = await page.evaluate(() => (globalThis as unknown as { told: Promise<Told> }).told)
    times.push(at)
    // Whatever was begun by then counts, also what was still on its way.
    size = await sizeOfScripts(before.flatMap((address) => scripts.get(address) ?? []))
    await person.context.close()
  }
  return { ...size, times }
}

interface Told {
  readonly at: number
  readonly before: readonly string[]
}

/** Runs in the page, before anything of it: the moment at which the verdict has been painted, and what was fetched by then. */
function watchForVerdict(): void {
  const told = new Promise<Told>((resolve) => {
    const look = () => {
      const isThere = document.querySelector('h1') !== null && document.querySelector('section h2') !== null
      if (!isThere) return requestAnimationFrame(look)
      const seen = performance.now()
      // It was there before this frame was painted; the next one begins when it was.
      return requestAnimationFrame(() => {
        const begun = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < seen)
        resolve({ at: performance.now(), before: begun.map(({ name }) => name) })
      })
    }
    look()
  })
  Object.assign(globalThis, { told })
}

// How soon a kept plan is there

/** Milliseconds from the beginning of the navigation until so many lines are painted, a few times over. */
async function opened(person: Person, plan: PlanPage, lines: number): Promise<readonly number[]> {
  const address = `${relay.origin}/p/${plan.planId}`
  const times: number[] = []
  // The first one warms the cache and wakes the worker.
  for (let run = 0; run <= RUNS; run += 1) {
    // A tab of its own each time, as a link or a bookmark opens it: nothing of the one before is in its memory.
    const page = await person.context.newPage()
    await page.addInitScript(watchForLines, lines)
    // Starting a process for the tab, and ending that of the one before, takes the browser longer than anything of ours.
    await page.waitForTimeout(AT_REST_MS)
    await page.goto(address)
    const time = await page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted)
    if (run > 0) times.push(time)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    // Asked of the bar alone: to work out the names of a thousand lines at every try would keep the page from its own work.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('header button')].some(({ textContent }) => textContent?.endsWith(', synced')),
    )
    await page.close()
  }
  return times
}

/** Runs in the page, before anything of it: leaves the moment at which so many lines have been painted. */
function watchForLines(wanted: number): void {
  const painted = new Promise<number>((resolve) => {
    const look = () => {
      const lines = document.querySelectorAll('[role="group"][aria-label^="Milestone "][aria-label$="folded"]').length
      const steps = document.querySelectorAll('[role="group"][aria-label^="Step, "]').length
      if (lines + steps < wanted) return requestAnimationFrame(look)
      // They were there before this frame was painted; the next one begins when it was.
      return requestAnimationFrame(() => resolve(performance.now()))
    }
    look()
  })
  Object.assign(globalThis, { painted })
}

// How long a letter takes

/** From the key pressed in one browser to the letter in the page of the other. */
async function tellLetters(browser: Browser, link: string): Promise<void> {
  const [ingrid, reader] = [await newPerson(browser), await newPerson(browser)]
  const writing = await new AppPage(ingrid).openLink(link)
  const reading = await new AppPage(reader).openLink(link)
  await writing.isSynced()
  await reading.isSynced()
  await writing.outcome.click()
  await writing.outcome.press('End')
  const pressed = clockOf(ingrid.page, 'keydown')
  const seen: number[] = []
  await reader.page.exposeFunction('letterSeen', (at: number) => seen.push(at))
  await reading.outcome.evaluate((field) => {
    const area = field as HTMLTextAreaElement
    let length = area.value.length
    const tell = (globalThis as unknown as { letterSeen: (at: number) => void }).letterSeen
    new MutationObserver(() => {
      if (area.value.length <= length) return
      length = area.value.length
      tell(performance.timeOrigin + performance.now())
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const keys = await pressed
  const times: number[] = []
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await ingrid.page.keyboard.press('x')
    await expect.poll(() => seen.length, { intervals: [5] }).toBe(letter + 1)
    times.push((seen[letter] ?? Number.NaN) - (keys[letter] ?? Number.NaN))
  }
  tell('a letter in the other browser, median', median(times), 'ms')
  tell('a letter in the other browser, p95', percentile(times, 0.95), 'ms', 100)
  await ingrid.context.close()
  await reader.context.close()
}

/** In the big plan, with all its steps folded as they are at first, and then beside somebody else who writes too. */
async function tellTyping(browser: Browser, link: string): Promise<void> {
  const person = await newPerson(browser)
  const plan = await new AppPage(person).openLink(link)
  await plan.isWhole()
  await plan.isSynced()
  const alone = await typed(person.page, 75)
  tell('150 x 6: a key to the next frame, median', median(alone), 'ms')
  tell('150 x 6: a key to the next frame, p95', percentile(alone, 0.95), 'ms', 16)
  const other = await newPerson(browser)
  await (await new AppPage(other).openLink(link)).isSynced()
  const stop = await disturb(other.page, 20)
  const beside = await typed(person.page, 75)
  const letters = await stop()
  tell('the same beside somebody who writes, p95', percentile(beside, 0.95), 'ms')
  tell('letters of theirs meanwhile', letters, 'letters')
  await other.context.close()
  await person.context.close()
}

/** When each event of this kind happened, on the clock that all pages of one machine share. */
async function clockOf(page: Page, kind: string): Promise<readonly number[]> {
  const times: number[] = []
  await page.exposeFunction('eventAt', (at: number) => times.push(at))
  await page.evaluate((name) => {
    const tell = (globalThis as unknown as { eventAt: (at: number) => void }).eventAt
    // The event's own stamp: from when the browser took the key, not from when the page came to it.
    document.addEventListener(name, (event) => tell(performance.timeOrigin + event.timeStamp), true)
  }, kind)
  return times
}

// Telling

function tell(name: string, value: number, unit: string, goal?: number): void {
  console.log(
    JSON.stringify({ name, value: Math.round(value * 10) / 10, unit, ...(goal === undefined ? {} : { goal }) }),
  )
}

function kilobytes(bytes: number): number {
  return bytes / 1000
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
