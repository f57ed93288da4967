// The share dialog as a person meets it: the one line that makes a link, and a row for each link with what can be done to it.
import { expect, type Locator, type Page } from '@playwright/test'

export type Access = 'Read-only' | 'Can comment' | 'Can edit' | 'Can manage'

export interface Invitation {
  /** The company whose side it is for; else the side that the dialog offers (one's own, where there is no choice). */
  readonly side?: string
  readonly role: string
  readonly name?: string
  /** Else the right that the dialog offers, or the only one that can be given. */
  readonly access?: Access
}

export class ShareDialog {
  readonly page: Page
  readonly box: Locator
  readonly role: Locator
  readonly name: Locator
  readonly side: Locator
  readonly access: Locator
  readonly create: Locator
  /** The link that is shown open, as text to copy. */
  readonly link: Locator

  private constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('dialog', { name: 'Share this plan' })
    this.role = this.box.getByRole('combobox', { name: 'Role' })
    this.name = this.box.getByRole('textbox', { name: 'Name', exact: true })
    this.side = this.box.getByRole('button', { name: /^Side / })
    this.access = this.box.getByRole('button', { name: /^Access (?!of )/ })
    this.create = this.box.getByRole('button', { name: 'Create link', exact: true })
    this.link = this.box.getByRole('textbox', { name: /^Link for / })
  }

  /** The one that something else has opened. */
  static async shown(page: Page): Promise<ShareDialog> {
    const dialog = new ShareDialog(page)
    await expect(dialog.create).toBeVisible()
    return dialog
  }

  /** Opens it and waits until the relay has told the links. */
  static async open(page: Page): Promise<ShareDialog> {
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const dialog = new ShareDialog(page)
    await dialog.isReady()
    return dialog
  }

  /** The dialog that some other way has opened. */
  static on(page: Page): ShareDialog {
    return new ShareDialog(page)
  }

  async isReady(): Promise<void> {
    await expect(this.box.getByText('Now, you')).toBeVisible()
  }

  /** Makes a link, role first, and answers its address. */
  async createLink({ side, role, name, access }: Invitation): Promise<string> {
    if (side !== undefined) await this.choose(this.side, side)
    await this.role.fill(role)
    if (name !== undefined) await this.name.fill(name)
    if (access !== undefined) await this.choose(this.access, access)
    await this.create.click()
    await expect(this.link).toHaveAccessibleName(new RegExp(`^Link for (the )?${role}$`))
    return await this.link.inputValue()
  }

  async chooseSide(company: string): Promise<void> {
    await this.choose(this.side, company)
  }

  /** What the "Access" field offers, in its order. */
  async offeredAccess(): Promise<readonly string[]> {
    await this.access.click()
    const options = this.page.getByRole('menuitemradio')
    await expect(options.first()).toBeVisible()
    const names = await options.evaluateAll((items) => items.map((item) => item.textContent))
    await this.page.keyboard.press('Escape')
    await expect(options).toHaveCount(0)
    return names.map((text) => ACCESS.find((access) => text.startsWith(access)) ?? text)
  }

  /** The row of one link: 'CFO', or 'CFO – Astrid Nygaard'. */
  row(holder: string): Locator {
    return this.box.getByRole('listitem').filter({ hasText: holder })
  }

  async changeAccess(holder: string, access: Access): Promise<void> {
    const field = this.row(holder).getByRole('button', { name: /Access of / })
    await this.choose(field, access)
  }

  /** Revokes at once; a link that has made others asks about these first, and they go too. */
  async revoke(holder: string): Promise<void> {
    await this.row(holder)
      .getByRole('button', { name: /^Revoke link of / })
      .click()
  }

  /** Gives the words of a link that has made others: which ones, and whether they go too. */
  get revokeQuestion(): Locator {
    return this.page.getByRole('dialog', { name: /^Revoke link of / })
  }

  async close(): Promise<void> {
    await this.box.getByRole('button', { name: 'Close' }).click()
    await expect(this.box).toHaveCount(0)
  }

  private async choose(field: Locator, option: string): Promise<void> {
    await field.click()
    await this.page.getByRole('menuitemradio', { name: option }).click()
    await expect(field).toHaveAccessibleName(new RegExp(` ${option}$`))
  }
}

const ACCESS: readonly Access[] = ['Read-only', 'Can comment', 'Can edit', 'Can manage']
