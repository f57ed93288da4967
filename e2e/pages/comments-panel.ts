// What is said about one thing of the plan, as a person reads and writes it.
import { expect, type Locator, type Page } from '@playwright/test'

export class CommentsPanel {
  readonly page: Page
  readonly box: Locator
  readonly said: Locator

  constructor(page: Page, of: string) {
    this.page = page
    this.box = page.getByRole('dialog', { name: `Comments on ${of}` })
    this.said = this.box.getByRole('article')
  }

  /** The sign beside the thing itself: how much was said, and how much of it is unread here. */
  static button(page: Page, of: string, said: 'Comment' | number, unread = 0): Locator {
    const words = said === 'Comment' ? said : `${said} ${said === 1 ? 'comment' : 'comments'}`
    const name = `${words} on ${of}${unread === 0 ? '' : `, ${unread} unread`}`
    return page.getByRole('button', { name, exact: true })
  }

  async say(words: string): Promise<void> {
    await this.#write('A question, a doubt, an idea', 'Something else', words)
    await this.box.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(this.said.filter({ hasText: words })).toHaveCount(1)
  }

  async reply(words: string): Promise<void> {
    await this.box.getByRole('button', { name: 'Reply', exact: true }).first().click()
    await this.#write('Reply', 'Reply', words)
    await this.box.getByRole('button', { name: 'Reply', exact: true }).last().click()
    await expect(this.said.filter({ hasText: words })).toHaveCount(1)
  }

  async #write(first: string, later: string, words: string): Promise<void> {
    const field = this.box.getByRole('combobox', { name: first }).or(this.box.getByRole('combobox', { name: later }))
    await field.first().fill(words)
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.box).toHaveCount(0)
  }
}
