// The page of a link that opens nothing: it says what the link is, and the way on.
import { type Locator, type Page } from '@playwright/test'

export class LinkPage {
  readonly heading: Locator
  readonly words: Locator
  readonly tryAgain: Locator
  readonly allPlans: Locator

  constructor(page: Page) {
    const main = page.getByRole('main')
    this.heading = main.getByRole('heading', { level: 1 })
    this.words = main.getByRole('paragraph').first()
    this.tryAgain = main.getByRole('button', { name: 'Try again' })
    this.allPlans = main.getByRole('link', { name: 'All plans on this device' })
  }
}
