// Stories that happen on a day of their own: relay and browsers share one clock, which the story sets. What the schedule
// says can then be held against cases that were written down with their dates.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Relay } from './relay.ts'
import { test as story, type Person } from './story.ts'

const PRELOAD = fileURLToPath(new URL('other-day.mjs', import.meta.url))

export class StoryClock {
  /** How far ahead it is, for a relay that is loaded with `other-day.mjs`. */
  readonly file: string
  #ahead = 0
  readonly #people: Person[] = []
  /** A clock that goes back in the middle of a run is no day of anybody's: the first day is set before the relay starts. */
  beforeFirst: ((setDay: () => Promise<void>) => Promise<void>) | null = null

  constructor(file: string) {
    this.file = file
  }

  /** It is ten in the morning of that day for everybody. Pages that are open notice as after a night asleep. */
  async goTo(day: string): Promise<void> {
    const real = Date.now()
    this.#ahead = Date.parse(`${day}T09:00:00Z`) - real
    const setDay = () => writeFile(this.file, `${this.#ahead}`)
    const { beforeFirst } = this
    this.beforeFirst = null
    await (beforeFirst === null ? setDay() : beforeFirst(setDay))
    await Promise.all(this.#people.map((person) => this.#tell(person)))
  }

  async join(person: Person): Promise<void> {
    this.#people.push(person)
    await this.#tell(person)
  }

  async #tell({ context, page }: Person): Promise<void> {
    await context.clock.setSystemTime(Date.now() + this.#ahead)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  }
}

export const test = story.extend<{ clock: StoryClock }>({
  // eslint-disable-next-line no-empty-pattern -- the runner demands a destructured first argument
  clock: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'milepost-clock-'))
    const file = join(folder, 'ahead')
    await writeFile(file, '0')
    await provide(new StoryClock(file))
    await rm(folder, { recursive: true, force: true })
  },
  relay: async ({ clock }, provide) => {
    const relay = await Relay.start({
      STORY_CLOCK: clock.file,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${PRELOAD}`,
    })
    clock.beforeFirst = async (setDay) => {
      await relay.stop()
      await setDay()
      await relay.startAgain()
    }
    await provide(relay)
    await relay.remove()
  },
  person: async ({ person, clock }, provide) => {
    await provide(async (options) => {
      const somebody = await person(options)
      await clock.join(somebody)
      return somebody
    })
  },
})

export { expect } from './story.ts'
