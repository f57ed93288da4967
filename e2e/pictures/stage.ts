// What all pictures stand on: a relay and browsers with one clock, on the Wednesday on which the sample is as its words say; so
// that the pictures of two runs differ in nothing but what the product changed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'
import { Relay } from '../support/relay.ts'
import { StockClient } from '../support/stock-client.ts'
import { Person } from '../support/story.ts'
import { smallPng } from './small-png.ts'

const MORNING = Date.parse('2026-06-17T06:00:00Z')
const SLOT_MS = 5 * 60_000
const PRELOAD = fileURLToPath(new URL('../support/other-day.mjs', import.meta.url))
const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
/** What a page of documents can carry. */
const MOST_BYTES = 150_000

export class Stage {
  readonly relay: Relay
  readonly #browser: Browser
  readonly #folder: string
  readonly #people = new Set<Person>()
  #ahead: number

  private constructor(relay: Relay, browser: Browser, folder: string, ahead: number) {
    this.relay = relay
    this.#browser = browser
    this.#folder = folder
    this.#ahead = ahead
  }

  static async set(): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'milepost-pictures-'))
    const ahead = MORNING - Date.now()
    await writeFile(join(folder, 'ahead'), `${ahead}`)
    const NODE_OPTIONS = `${process.env['NODE_OPTIONS'] ?? ''} --import ${PRELOAD}`
    const relay = await Relay.start({ STORY_CLOCK: join(folder, 'ahead'), NODE_OPTIONS })
    const program = process.env['CHROMIUM_PATH']
    const browser = await chromium.launch({
      args: ['--no-sandbox', '--disable-background-networking'],
      ...(program === undefined ? {} : { executablePath: program }),
    })
    return new Stage(relay, browser, folder, ahead)
  }

  /** Somebody with a browser of their own. */
  person = async (options: BrowserContextOptions = {}): Promise<Person> => {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    })
    const person = new Person(context, await context.newPage(), this.relay)
    this.#people.add(person)
    context.on('close', () => this.#people.delete(person))
    await context.clock.setSystemTime(Date.now() + this.#ahead)
    return person
  }

  /** Each of these links writes once, five minutes after the one before: something that nobody sees in the plan. */
  async writes(links: readonly string[]): Promise<void> {
    const watching = await StockClient.join(links[0] ?? '')
    for (const [at, link] of links.entries()) {
      this.#ahead += SLOT_MS
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await writeFile(join(this.#folder, 'ahead'), `${this.#ahead}`)
      // oxlint-disable-next-line no-await-in-loop -- the same
      const writer = await StockClient.join(link)
      const arrived = new Promise<void>((resolve) => watching.doc.getMap('pictures').observe(() => resolve()))
      writer.doc.getMap('pictures').set('slot', at)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await arrived
      writer.leave()
    }
    watching.leave()
    await Promise.all([...this.#people].map(({ context }) => context.clock.setSystemTime(Date.now() + this.#ahead)))
  }

  /** The time on it. */
  now(): number {
    return Date.now() + this.#ahead
  }

  async leave(): Promise<void> {
    await this.#browser.close()
    await this.relay.remove()
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** Of a page or a part of it; `room` is what stands around a part. */
export async function take(name: string, of: Page | Locator, room = 0): Promise<void> {
  const page = 'page' in of ? of.page() : of
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const box = 'page' in of ? await of.boundingBox() : null
  const clip =
    box === null
      ? {}
      : { clip: { x: box.x - room, y: box.y - room, width: box.width + 2 * room, height: box.height + 2 * room } }
  const png = smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide', ...clip }))
  if (png.length > MOST_BYTES) throw new Error(`${name}: ${png.length} bytes are too many`)
  await writeFile(join(FOLDER, `${name}.png`), png)
  process.stdout.write(`docs/pictures/${name}.png ${Math.round(png.length / 1000)} kB\n`)
}
