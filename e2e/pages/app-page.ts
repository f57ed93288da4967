// The app around the plans: the first screen, the list of plans, the new plan, a pasted link.
import { expect, type Locator } from '@playwright/test'
import { linkParts } from '../support/relay-calls.ts'
import type { Person } from '../support/story.ts'
import { PlanPage } from './plan-page.ts'

export type StartingPoint = 'One team first' | 'Full rollout' | 'Renew and extend' | 'Proof of value' | 'Blank plan'

export interface NewPlan {
  readonly start?: StartingPoint
  readonly buyer?: string
  readonly seller?: string
  readonly outcome?: string
  /** Who makes it. */
  readonly side?: 'buyer' | 'seller'
  readonly role?: string
  readonly name?: string
  /** As typed: "30 Sep", "+60". */
  readonly goLive?: string
}

export class AppPage {
  readonly person: Person
  readonly firstScreen: Locator
  readonly plans: Locator

  constructor(person: Person) {
    this.person = person
    const { page } = person
    this.firstScreen = page.getByRole('button', { name: /^See a sample plan Halden Foods/ })
    this.plans = page.getByRole('table')
  }

  async openHome(): Promise<void> {
    await this.person.open('/')
  }

  /** The row of a plan in the list; its name is what the two companies are called. */
  row(name: string): Locator {
    return this.plans.getByRole('row').filter({ has: this.person.page.getByRole('link', { name, exact: true }) })
  }

  async openPlan(name: string): Promise<PlanPage> {
    await this.row(name).getByRole('link', { name, exact: true }).click()
    return this.#opened()
  }

  async openSample(): Promise<PlanPage> {
    await this.person.page.getByRole('button', { name: /^See a sample plan/ }).click()
    return this.#opened()
  }

  /** Opens the page for a new plan and fills it in: what is not said is Halden Foods, Quillmark, and Dana who sells. */
  async makePlan(plan: NewPlan = {}): Promise<PlanPage> {
    const { page } = this.person
    await this.person.open('/new')
    await this.#fill(plan)
    await page.getByRole('button', { name: 'Create plan' }).click()
    return this.#opened()
  }

  async #fill({ start, buyer, seller, outcome, side = 'seller', role, name, goLive }: NewPlan): Promise<void> {
    const { page } = this.person
    const field = (label: string) => page.getByRole('textbox', { name: label, exact: true })
    if (start !== undefined) await page.getByRole('radio', { name: new RegExp(`^${start}`) }).check()
    await field('Buyer').fill(buyer ?? 'Halden Foods')
    await field('Seller').fill(seller ?? 'Quillmark')
    if (outcome !== undefined) await field('Outcome').fill(outcome)
    await page.getByRole('radio', { name: new RegExp(`I am on the ${side}’s side`) }).check()
    await field('Your role').fill(role ?? 'Account executive')
    await field('Your name').fill(name ?? 'Dana Okafor')
    if (goLive !== undefined) {
      await field('Go-live').fill(goLive)
      await field('Go-live').press('Enter')
    }
  }

  /** Opens a link by pasting it into the dialog, from the first screen as well as from the list. */
  async pasteLink(link: string): Promise<void> {
    const { page } = this.person
    await page.getByRole('button', { name: /^Open a link/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Open a link you were sent' })
    await dialog.getByRole('textbox', { name: 'Link' }).fill(link)
    await dialog.getByRole('button', { name: 'Open plan' }).click()
  }

  /** Opens a link as one does from a mail, and waits for the plan; from the page of a reader on to the whole of it. */
  async openLink(link: string): Promise<PlanPage> {
    await this.person.open(link)
    if (linkParts(link).page === 'v') await this.person.page.getByRole('link', { name: 'See the whole plan' }).click()
    return this.#opened()
  }

  async #opened(): Promise<PlanPage> {
    const plan = new PlanPage(this.person.page)
    await expect(plan.outline).toBeVisible()
    return plan
  }
}
