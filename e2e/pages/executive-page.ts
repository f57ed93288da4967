// The page of a view link as an executive meets it: the sentence, the facts, what is asked, and everything below.
import { type Locator, type Page, expect } from '@playwright/test'

export class ExecutivePage {
  readonly page: Page
  readonly outcome: Locator
  /** Where we stand: the sentence, three facts and the picture. */
  readonly standing: Locator
  readonly verdict: Locator
  readonly ask: Locator
  readonly moved: Locator
  readonly milestones: Locator
  readonly people: Locator
  readonly forward: Locator
  readonly wholePlan: Locator

  constructor(page: Page) {
    this.page = page
    const region = (name: string) => page.getByRole('region', { name, exact: true })
    this.outcome = page.getByRole('heading', { level: 1 })
    this.standing = region('Where we stand')
    this.verdict = this.standing.getByRole('heading')
    this.ask = region('One thing from you')
    this.moved = region('What moved go-live')
    this.milestones = region('Milestones').getByRole('listitem')
    this.people = region('People')
    this.forward = page.getByRole('button', { name: 'Forward' })
    this.wholePlan = page.getByRole('link', { name: 'See the whole plan' })
  }

  /** What the bar says about whether it is the plan of now. */
  state(words: string | RegExp): Locator {
    return this.page.getByRole('banner').getByText(words, { exact: typeof words === 'string' })
  }

  /** All of it has come, and this device keeps it. */
  async isKept(): Promise<void> {
    await expect(this.people).toBeVisible()
    await expect(this.forward).toBeVisible()
    await expect(this.state('Up to date')).toBeVisible()
  }
}
