// What has not reached the relay, behind the save state.
import type { Locator } from '@playwright/test'
import type { PlanPage } from './plan-page.ts'

export class WaitingChanges {
  readonly box: Locator
  readonly heading: Locator
  readonly items: Locator

  private constructor(plan: PlanPage) {
    this.box = plan.page.getByRole('dialog', { name: 'What is saved and sent' })
    this.heading = this.box.getByRole('heading')
    this.items = this.box.getByRole('list', { name: 'Changes that wait' }).getByRole('listitem')
  }

  static async open(plan: PlanPage): Promise<WaitingChanges> {
    await plan.saveState(/waiting$/).click()
    const waiting = new WaitingChanges(plan)
    await waiting.items.first().waitFor()
    return waiting
  }

  /** By what changed: "Due date", "New step". */
  item(what: string): Locator {
    return this.items.filter({ hasText: what })
  }

  undo(what: string): Locator {
    return this.item(what).getByRole('button', { name: /^Undo: / })
  }
}
