// The templates: the list, one of them, and the dialogs that make and send one.
import { expect, type Locator, type Page } from '@playwright/test'

export class TemplatesPage {
  readonly page: Page
  readonly own: Locator
  readonly shipped: Locator

  constructor(page: Page) {
    this.page = page
    this.own = page.getByRole('region', { name: 'Your own' })
    this.shipped = page.getByRole('region', { name: 'Built in' })
  }

  async open(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click()
    await this.isOpen(name)
  }

  async isOpen(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  get milestones(): Locator {
    return this.page.getByRole('list', { name: 'Milestones' }).getByRole('heading', { level: 3 })
  }

  get learnt(): Locator {
    return this.page.getByRole('region', { name: 'Learnt from plans that are done' })
  }

  get versions(): Locator {
    return this.page.getByRole('region', { name: 'Versions' })
  }

  async more(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More for this template' }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  /** The link that carries it. */
  async link(): Promise<string> {
    await this.page.getByRole('button', { name: 'Send', exact: true }).click()
    const field = this.page.getByRole('dialog').getByRole('textbox', { name: 'Link' })
    const link = await field.inputValue()
    await this.page.keyboard.press('Escape')
    return link
  }

  /** Brings a file in as somebody who picks it. */
  async openFile(name: string, text: string): Promise<void> {
    const [picker] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: 'Open a template file' }).click(),
    ])
    await picker.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  }
}

/** From the open plan to the dialog. */
export async function saveAsTemplate(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More for this plan' }).click()
  await page.getByRole('menuitem', { name: 'Save as a template' }).click()
  return page.getByRole('dialog', { name: 'Save as a template' })
}
