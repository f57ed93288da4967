// An open plan as a person sees it and a screen reader hears it: everything is found by its role and its name.
//
// The one exception are the carets of the others: they are drawn for the eye alone (read aloud in the middle of a word they
// would only disturb), so they are found by the name that is drawn with them.
import { expect, type Locator, type Page } from '@playwright/test'

export const SYNCED = 'Saved on this device, synced'
export const OFFLINE = 'Offline, saved on this device'
const LONGEST_RETRY_MS = 15_000
const PATIENCE_MS = 15_000

export class PlanPage {
  readonly page: Page
  /** The document: milestones, steps, notes. */
  readonly outline: Locator
  readonly outcome: Locator
  readonly proposition: Locator
  readonly here: Locator
  readonly share: Locator

  constructor(page: Page) {
    this.page = page
    this.outline = page.getByRole('region', { name: 'Plan', exact: true })
    this.outcome = page.getByRole('textbox', { name: 'Outcome of the plan' })
    this.proposition = page.getByLabel('Value proposition', { exact: true })
    this.here = page.getByRole('list', { name: 'Here now' })
    this.share = page.getByRole('button', { name: 'Share', exact: true })
  }

  get planId(): string {
    const id = /\/[pv]\/([^/#?]+)/.exec(this.page.url())?.[1]
    if (id === undefined) throw new Error(`no plan at ${this.page.url()}`)
    return id
  }

  // What is saved and sent

  /** The save state in the bar; its words are its name. */
  saveState(words: string | RegExp): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: words })
  }

  /** Waits as long as the app may wait before it tries again by itself. */
  async isSynced(): Promise<void> {
    await expect(this.saveState(SYNCED)).toBeVisible({ timeout: LONGEST_RETRY_MS + PATIENCE_MS })
  }

  async isOffline(): Promise<void> {
    await expect(this.saveState(new RegExp(`^${OFFLINE}`))).toBeVisible()
  }

  // Lines

  /** A milestone by its number. */
  milestone(number: number): Line {
    return this.#milestone(new RegExp(`^Milestone ${number}, .*folded$`))
  }

  /** A milestone by its title, wherever it stands. */
  milestoneCalled(title: string): Line {
    return this.#milestone(new RegExp(`^Milestone \\d+, ${escaped(title)}(,|$)`))
  }

  #milestone(name: RegExp): Line {
    const row = this.outline.getByRole('group', { name })
    return new Line(this.page, row, row.getByRole('textbox', { name: /^Title of milestone/ }))
  }

  benefit(number: number): Locator {
    return this.outline.getByRole('textbox', { name: `Benefit of milestone ${number}`, exact: true })
  }

  notes(number: number): Locator {
    return this.outline.getByLabel(`Notes of milestone ${number}`, { exact: true })
  }

  /** In the milestone that is the result. */
  get promises(): Locator {
    return this.outline.getByLabel('What was promised, and what comes next', { exact: true })
  }

  steps(number: number): Locator {
    return this.outline
      .getByRole('list', { name: `Steps of milestone ${number}`, exact: true })
      .getByRole('group', { name: /^Step, / })
  }

  step(title: string): Line {
    const row = this.outline.getByRole('group', { name: new RegExp(`^Step, ${escaped(title)}(,|$)`) })
    return new Line(this.page, row, row.getByRole('textbox', { name: 'Title of the step' }))
  }

  /** The titles in the order of the page. */
  async titles(): Promise<readonly string[]> {
    return this.#values(this.outline.getByRole('textbox', { name: /^Title of milestone \d+$/ }))
  }

  async stepTitles(number: number): Promise<readonly string[]> {
    return this.#values(this.steps(number).getByRole('textbox', { name: 'Title of the step' }))
  }

  async #values(texts: Locator): Promise<readonly string[]> {
    return texts.evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value))
  }

  /** The parts that are fetched after the first view are there too. */
  async isWhole(): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Schedule' })).toBeVisible()
    await expect(this.page.getByRole('region', { name: /^Plan review/ })).toBeVisible()
    await expect(this.page.getByRole('region', { name: 'What it asks of each side' })).toBeVisible()
  }

  /** All that the document says, apart from who is where, what waits, what is news to whom, what the relay has counted by now and what each side alone may press: two devices that have the same plan read the same. */
  async everything(): Promise<string> {
    await this.isWhole()
    const tree = await this.page.getByRole('main').ariaSnapshot()
    return (
      withoutNews(tree.split('\n'))
        // A heading's name takes in who stands on its line; its words follow below it.
        .filter(
          (line) =>
            !/ is here"|- heading .*\[level=3\]|^\s*- text: waiting|- text: (now|you)$|- button "(Agree for|Take back)/.test(
              line,
            ),
        )
        .join('\n')
        .replaceAll(', waiting to be sent', '')
        .replaceAll(/ (now|you)$/gm, '')
    )
  }

  // Writing

  async addMilestone(title: string): Promise<void> {
    await this.outline.getByRole('button', { name: 'Add a milestone' }).click()
    await this.page.keyboard.insertText(title)
    await expect(this.milestoneCalled(title).title).toHaveValue(title)
  }

  /** Unfolds the milestone if needed and adds a step at its end. */
  async addStep(number: number, title: string): Promise<void> {
    await this.milestone(number).unfold()
    await this.milestone(number).item.getByRole('button', { name: 'Add a step' }).click()
    await this.page.keyboard.insertText(title)
    await expect(this.step(title).title).toHaveValue(title)
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z')
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+z')
  }

  // Others

  /** The marks of one person's carets inside the document. */
  caretOf(name: string): Locator {
    return this.page.locator(`[data-name="${name}"]`)
  }

  /** Words in the page's notices (the place of "removed, Undo"). */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Notices' }).getByRole('listitem').filter({ hasText: text })
  }

  /** Says what a screen reader would be told. */
  said(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text })
  }
}

/** One line of the outline: a milestone or a step. */
export class Line {
  readonly page: Page
  readonly row: Locator
  readonly title: Locator

  constructor(page: Page, row: Locator, title: Locator) {
    this.page = page
    this.row = row
    this.title = title
  }

  /** The whole list item: the line and what is unfolded below it. */
  get item(): Locator {
    return this.row.locator('xpath=ancestor::li[1]')
  }

  /** The caret behind the last letter, as a click at the end of the text puts it. */
  async writeAtEnd(): Promise<void> {
    await writeAtEnd(this.title)
  }

  async rename(title: string): Promise<void> {
    await this.title.fill(title)
  }

  /** Puts the keyboard on the line itself, where letters are commands. */
  async select(): Promise<void> {
    await this.title.click()
    await this.page.keyboard.press('Escape')
    await expect(this.row).toBeFocused()
  }

  async unfold(): Promise<void> {
    if ((await this.row.getAttribute('aria-label'))?.endsWith(', folded') === true) {
      await this.row.getByRole('button', { expanded: false }).last().click()
    }
    await expect(this.row).toHaveAccessibleName(/, unfolded$/)
  }

  get due(): Locator {
    return this.row.getByRole('button', { name: /^(Set a date|due |Done )/ })
  }

  /** Types a day into the date panel: "21 Sep", "+5". */
  async setDue(day: string): Promise<void> {
    await this.due.click()
    const panel = this.page.getByRole('dialog', { name: 'Due date' })
    await panel.getByRole('textbox', { name: /due date$/ }).fill(day)
    await this.page.keyboard.press('Enter')
    await expect(panel).toBeHidden()
  }

  /** Notes the day it was done, typed: "3 Jun". */
  async setDone(day: string): Promise<void> {
    await this.due.click()
    const panel = this.page.getByRole('dialog', { name: 'Due date' })
    await panel.getByRole('button', { name: 'Done on another day' }).click()
    await panel.getByRole('textbox', { name: /done on$/ }).fill(day)
    await this.page.keyboard.press('Enter')
    await expect(panel).toBeHidden()
  }

  /** Says how many working days it takes. */
  async takes(days: number): Promise<void> {
    await this.choose('Waits for and takes')
    const panel = this.page.getByRole('dialog', { name: 'Waits for and takes' })
    await panel.getByRole('textbox', { name: /takes$/ }).fill(`${days}`)
    await this.page.keyboard.press('Enter')
    await expect(panel).toBeHidden()
  }

  /** Gives it to a role that the plan has and that has a name. */
  async setOwner(role: string): Promise<void> {
    await this.row.getByRole('button', { name: /owner|^Who owns it/ }).click()
    const panel = this.page.getByRole('dialog', { name: 'Who owns it' })
    await panel.getByRole('option', { name: new RegExp(`^${role}`, 'i') }).click()
    await expect(panel).toBeHidden()
  }

  async choose(entry: string): Promise<void> {
    await this.row.hover()
    await this.row.getByRole('button', { name: /^More for / }).click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }
}

export async function writeAtEnd(text: Locator): Promise<void> {
  await text.click()
  await text.press('ControlOrMeta+End')
}

/** Without what only this device has to say: what its person missed, and whose value lost. */
function withoutNews(lines: readonly string[]): readonly string[] {
  let inside: number | null = null
  return lines.filter((line) => {
    const depth = line.search(/\S/)
    if (inside !== null && depth > inside) return false
    inside = /- (region "(While you were away|Writing in the last 14 days)"|group "Set by both while apart")/.test(line)
      ? depth
      : null
    return inside === null
  })
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
