// The review of a plan as a person reads it in the rail: what needs attention, what is in place, what is switched off.
import { expect, type Locator, type Page } from '@playwright/test'

const FOLDED = [/^\d+ more$/, /^\d+ in place$/, /^\d+ switched off$/]

export class PlanReview {
  readonly page: Page
  readonly box: Locator

  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('region', { name: /^Plan review/ })
  }

  /** What a finding says first; it leads to its place. */
  finding(headline: string): Locator {
    return this.box.getByRole('button', { name: `${headline}, show where`, exact: true })
  }

  get findings(): Locator {
    return this.box.getByRole('list', { name: 'Needs attention' }).getByRole('listitem')
  }

  get switchedOff(): Locator {
    return this.box.getByRole('list', { name: 'Switched off' }).getByRole('listitem')
  }

  async unfoldAll(): Promise<void> {
    await expect(this.box).toBeVisible()
    for (const name of FOLDED) {
      const fold = this.box.getByRole('button', { name, expanded: false })
      if ((await fold.count()) > 0) await fold.click()
    }
  }

  async menuOf(headline: string): Promise<void> {
    await this.finding(headline).hover()
    await this.box.getByRole('button', { name: `More for “${headline}”` }).click()
    await expect(this.page.getByRole('menu')).toBeVisible()
  }

  /** Whatever weighs most. */
  async menuOfFirst(): Promise<void> {
    const first = this.findings.first()
    await first.hover()
    await first.getByRole('button', { name: /^More for “/ }).click()
    await expect(this.page.getByRole('menu')).toBeVisible()
  }

  async choose(headline: string, entry: string): Promise<void> {
    await this.menuOf(headline)
    await this.page.getByRole('menuitem', { name: entry }).click()
  }
}
