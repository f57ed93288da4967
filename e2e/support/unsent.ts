// The question that a plan asks when changes can no longer be sent, and Ingrid's three changes without a network.
import { expect, type Locator, type Page } from '@playwright/test'
import type { PlanPage } from '../pages/plan-page.ts'

export class UnsentQuestion {
  readonly box: Locator
  readonly heading: Locator
  readonly keep: Locator
  readonly discard: Locator

  constructor(page: Page) {
    this.box = page.getByRole('region', { name: 'Changes that were not sent' })
    this.heading = this.box.getByRole('heading')
    this.keep = this.box.getByRole('button', { name: /^Keep (it|them) as my own plan$/u })
    this.discard = this.box.getByRole('button', { name: /^Discard (it|them)$/ })
  }
}

export const UNSENT = {
  title: 'Security answers nobody has to wait for',
  benefit: 'The board decides on its own numbers.',
  step: 'Ask legal about the data centre',
} as const

/** Three changes in three places, all kept on the device. Answers how many the page says are waiting. */
export async function changeWithoutNetwork(plan: PlanPage): Promise<number> {
  await plan.milestone(2).rename(UNSENT.title)
  await plan.benefit(1).fill(UNSENT.benefit)
  await plan.addStep(3, UNSENT.step)
  const state = plan.saveState(/^Offline, saved on this device/)
  await expect(state).toHaveAccessibleName(/ [1-9]\d* waiting$/)
  return Number(/(\d+) waiting$/.exec((await state.textContent()) ?? '')?.[1])
}

/** What somebody who may read sees of the three. */
export async function unsentSeenBy(plan: PlanPage): Promise<readonly string[]> {
  const text = await plan.everything()
  return Object.values(UNSENT).filter((words) => text.includes(words))
}
