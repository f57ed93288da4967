// What is agreed beside the milestones, as a person reads and writes it below them.
import { expect, type Locator, type Page } from '@playwright/test'

export class PlanTerms {
  readonly page: Page
  readonly goals: Locator
  readonly ways: Locator
  readonly work: Locator

  constructor(page: Page) {
    this.page = page
    this.goals = page.getByRole('region', { name: 'What it is for' })
    this.ways = page.getByRole('region', { name: 'How we work together' })
    this.work = page.getByRole('region', { name: 'What it asks of each side' })
  }

  objective(number: number): Locator {
    return this.goals
      .getByRole('list', { name: 'Objectives' })
      .getByRole('listitem')
      .nth(number - 1)
  }

  criterion(number: number): Locator {
    return this.goals
      .getByRole('list', { name: 'Success criteria' })
      .getByRole('listitem')
      .nth(number - 1)
  }

  question(number: number): Locator {
    return this.ways
      .getByRole('list', { name: 'How the decision is made' })
      .getByRole('listitem')
      .nth(number - 1)
  }

  /** Baseline, target or what there is so far. */
  value(number: number, which: 'Baseline' | 'Target' | 'So far'): Locator {
    return this.criterion(number).getByRole('textbox', { name: which })
  }

  async addCriterion(words: string, baseline: string, target: string): Promise<void> {
    const before = await this.goals.getByRole('textbox', { name: 'Success criterion' }).count()
    await this.goals.getByRole('button', { name: 'Add a criterion' }).click()
    await this.page.keyboard.insertText(words)
    const number = before + 1
    await expect(this.criterion(number).getByRole('textbox', { name: 'Success criterion' })).toHaveValue(words)
    await this.value(number, 'Baseline').fill(baseline)
    await this.value(number, 'Target').fill(target)
  }

  async addQuestion(words: string, answer = ''): Promise<void> {
    await this.ways.getByRole('button', { name: 'Add a question' }).click()
    await this.page.keyboard.insertText(words)
    if (answer === '') return
    await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.insertText(answer)
  }
}
