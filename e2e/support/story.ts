// What every story starts from: a relay of its own, and people who each have a browser profile of their own.
import { test as base, type BrowserContext, type BrowserContextOptions, type Page, expect } from '@playwright/test'
import { Relay } from './relay.ts'

/** One human with one browser profile: what one person's device holds, no other person's device knows. */
export class Person {
  readonly context: BrowserContext
  readonly page: Page
  readonly relay: Relay

  constructor(context: BrowserContext, page: Page, relay: Relay) {
    this.context = context
    this.page = page
    this.relay = relay
  }

  /** Once the app is on the device: before that, parts of it that were never opened could not come. */
  async goOffline(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await this.context.setOffline(true)
  }

  async goOnline(): Promise<void> {
    await this.context.setOffline(false)
  }

  /** Opens an address of the app, or a whole link as somebody would paste it. */
  async open(address: string): Promise<void> {
    await this.page.goto(address.startsWith('http') ? address : `${this.relay.origin}${address}`)
  }

  /** Another tab of the same browser. */
  async newTab(): Promise<Person> {
    return new Person(this.context, await this.context.newPage(), this.relay)
  }
}

interface Story {
  /** More for the relay's environment; `test.use({ relayEnv: ... })`. */
  relayEnv: Readonly<Record<string, string>>
  relay: Relay
  /** A new person; their page errors fail the story. */
  person: (options?: BrowserContextOptions) => Promise<Person>
}

export const test = base.extend<Story>({
  relayEnv: [{}, { option: true }],
  relay: async ({ relayEnv }, provide) => {
    const relay = await Relay.start(relayEnv)
    await provide(relay)
    await relay.remove()
  },
  person: async ({ browser, relay }, provide) => {
    const contexts: BrowserContext[] = []
    const errors: string[] = []
    await provide(async (options = {}) => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options })
      contexts.push(context)
      context.on('weberror', (error) => errors.push(String(error.error())))
      context.on('console', (message) => {
        if (!/Content Security Policy/i.test(message.text())) return
        const { url, lineNumber } = message.location()
        errors.push(`${message.text()} (${url}:${lineNumber})`)
      })
      return new Person(context, await context.newPage(), relay)
    })
    await Promise.all(contexts.map((context) => context.close()))
    expect(errors, 'errors in the page').toEqual([])
  },
})

export { expect }
