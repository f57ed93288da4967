// The schedule of a plan as a person reads it: when it goes live, what moved that, and where both sides stand.
import { expect, type Locator, type Page } from '@playwright/test'

export class SchedulePanel {
  readonly page: Page
  readonly box: Locator

  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('region', { name: 'Schedule' })
  }

  get goLive(): Locator {
    return this.box
      .getByRole('heading', { name: /^(Go-live forecast|Live since)$/ })
      .locator('xpath=following-sibling::p[1]')
  }

  /** "+2d demo" for each cause, in the order of the page. */
  async causes(): Promise<readonly string[]> {
    const lines = await this.box
      .getByRole('listitem')
      .filter({ hasText: /moved the plan by|won back/ })
      .allInnerTexts()
    return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim())
  }

  /** Looks at the causes another way: "Side". */
  async groupBy(way: 'Milestone' | 'Role' | 'Person' | 'Side'): Promise<void> {
    await this.box.getByRole('button', { name: way, exact: true }).click()
  }

  async offer(): Promise<void> {
    await this.box.getByRole('button', { name: 'Offer these dates' }).click()
  }

  async agree(): Promise<void> {
    await this.box.getByRole('button', { name: 'Look and answer' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Agreement on the dates' })
    await dialog.getByRole('button', { name: 'Agree to these dates' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(dialog).toBeHidden()
  }
}
