// The palette and the sheet of keys, as a person finds them.
import { expect, type Locator, type Page } from '@playwright/test'

export class Palette {
  readonly page: Page
  readonly field: Locator
  readonly options: Locator

  constructor(page: Page) {
    this.page = page
    this.field = page.getByRole('combobox', { name: 'Find plans, milestones, people and actions' })
    this.options = page.getByRole('option')
  }

  /** With its key, from wherever the keyboard is. */
  static async open(page: Page): Promise<Palette> {
    const palette = new Palette(page)
    await page.keyboard.press('ControlOrMeta+k')
    await expect(palette.field).toBeFocused()
    return palette
  }

  /** Types, and takes the first of what is found. */
  async take(typed: string): Promise<void> {
    await this.page.keyboard.type(typed)
    await this.page.keyboard.press('Enter')
    await expect(this.field).toHaveCount(0)
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.field).toHaveCount(0)
  }
}
