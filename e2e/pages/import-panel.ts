// The panel that shows what a sheet or a list would add to a plan, and the ways to it.
import { expect, type Locator, type Page } from '@playwright/test'

export type Kind = 'Left out' | 'Milestone' | 'Step' | 'Owner role' | 'Due' | 'Estimate' | 'Notes'

interface FileToOpen {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export class ImportPanel {
  readonly page: Page
  readonly box: Locator
  /** The way in below the milestones. */
  readonly door: Locator
  readonly preview: Locator
  readonly add: Locator

  constructor(page: Page) {
    this.page = page
    this.box = page.getByRole('dialog', { name: /^Bring in / })
    this.door = page.getByRole('button', { name: 'Bring in a spreadsheet' })
    this.preview = this.box.getByRole('list', { name: 'What comes out' })
    this.add = this.box.getByRole('button', { name: /^Add \d+ milestones?$/ })
  }

  /** Puts words on the clipboard, as a program would, and pastes them where the keyboard is. */
  static async paste(page: Page, text: string): Promise<void> {
    await page.evaluate((words) => navigator.clipboard.writeText(words), text)
    await page.keyboard.press('ControlOrMeta+v')
  }

  /** Pastes on the page itself, with no text under the keyboard. */
  async pasteOnPage(text: string): Promise<void> {
    await this.#leaveTexts()
    await ImportPanel.paste(this.page, text)
  }

  /** The same with the HTML that a spreadsheet puts beside the words: handed to the page, because browsers clean what a page writes. */
  async pasteCells(text: string, html: string): Promise<void> {
    await this.#leaveTexts()
    await ImportPanel.hand(this.page, text, html)
  }

  /** Answers whether the page took it; else it is the browser's own to paste. */
  static async hand(page: Page, text: string, html: string): Promise<boolean> {
    return page.evaluate(
      ([words, markup]) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', words ?? '')
        clipboardData.setData('text/html', markup ?? '')
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        return !(document.activeElement ?? document.body).dispatchEvent(paste)
      },
      [text, html],
    )
  }

  async #leaveTexts(): Promise<void> {
    await expect(this.door).toBeVisible()
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  }

  async open(file: FileToOpen): Promise<void> {
    await this.door.click()
    const chooser = this.page.waitForEvent('filechooser')
    await this.box.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles(file)
  }

  /** Lets a file fall on the page, as from the desktop. */
  async drop(name: string, words: string): Promise<void> {
    await expect(this.door).toBeVisible()
    const files = await this.page.evaluateHandle(
      ([name, words]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([words ?? ''], name ?? ''))
        return transfer
      },
      [name, words],
    )
    const main = this.page.getByRole('main')
    await main.dispatchEvent('dragover', { dataTransfer: files })
    await expect(this.page.getByText('Drop the spreadsheet to look at it first')).toBeVisible()
    await main.dispatchEvent('drop', { dataTransfer: files })
  }

  async choose(field: RegExp | string, option: string): Promise<void> {
    await this.box.getByRole('button', { name: field }).click()
    await this.page.getByRole('menuitemradio', { name: option, exact: true }).click()
  }

  async setKind(column: string, kind: Kind): Promise<void> {
    await this.choose(new RegExp(`^${column} holds`), kind)
  }

  async bring(): Promise<void> {
    await this.add.click()
    await expect(this.box).toHaveCount(0)
  }
}
