// Who writes the plan, as a person reads it: the bar in the rail, and the dialog behind it with sides and people.
import { expect, type Locator, type Page } from '@playwright/test'

export class WhoWrites {
  readonly page: Page
  /** The part of the rail. */
  readonly rail: Locator
  readonly box: Locator
  /** How old the numbers are, or why there are none. */
  readonly state: Locator

  private constructor(page: Page) {
    this.page = page
    this.rail = page.getByRole('region', { name: 'Writing in the last 14 days' })
    this.box = page.getByRole('dialog', { name: 'Who writes the plan' })
    this.state = this.box.getByRole('status')
  }

  static async open(page: Page): Promise<WhoWrites> {
    const here = new WhoWrites(page)
    await here.rail.getByRole('button', { name: 'Who writes the plan, by person' }).click()
    await expect(here.box).toBeVisible()
    return here
  }

  /** The bar in words. */
  share(words: string): Locator {
    return this.box.getByText(words, { exact: true })
  }

  side(company: string): Locator {
    return this.box.getByRole('region', { name: company })
  }

  people(company: string): Locator {
    return this.side(company)
      .getByRole('table')
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') })
  }

  facts(company: string): Locator {
    return this.side(company).getByRole('listitem')
  }

  async over(days: '14 days' | '90 days'): Promise<void> {
    const button = this.box.getByRole('button', { name: days })
    await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.box).toHaveCount(0)
  }
}
