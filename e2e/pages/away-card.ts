// "While you were away": what others changed since this device last looked.
import { expect, type Locator, type Page } from '@playwright/test'

export class AwayCard {
  readonly page: Page
  readonly card: Locator
  readonly items: Locator

  constructor(page: Page) {
    this.page = page
    this.card = page.getByRole('region', { name: 'While you were away' })
    this.items = this.card.getByRole('listitem')
  }

  /** By what changed: "Due date", "New step". */
  item(what: string | RegExp): Locator {
    return this.items.filter({ hasText: what })
  }

  get next(): Locator {
    return this.card.getByRole('button', { name: /^(Step through|Next, )/ })
  }

  async markAsRead(): Promise<void> {
    await this.card.getByRole('button', { name: 'Mark as read' }).click()
    await expect(this.card).toHaveCount(0)
  }
}

/** When the device last kept what it saw; 0 before the first time. It does so a moment after the last change. */
export function seenAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('milepost')
        opening.addEventListener('success', () => {
          const database = opening.result
          if (!database.objectStoreNames.contains('seen')) return resolve(0)
          const reading = database.transaction('seen').objectStore('seen').getAll()
          reading.addEventListener('success', () => {
            database.close()
            resolve(Math.max(0, ...reading.result.map((row: { readonly at: number }) => row.at)))
          })
        })
      }),
  )
}

/** The device has kept what it saw of the plan: what comes from now on, while nobody looks, is news. */
export async function hasLooked(page: Page): Promise<void> {
  await expect.poll(() => seenAt(page)).toBeGreaterThan(0)
}
