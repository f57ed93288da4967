// Where most stories begin: Dana, who sells, has made a plan and sent Ingrid, who buys, the link that the app offered.
import type { BrowserContextOptions } from '@playwright/test'
import { AppPage, type NewPlan } from '../pages/app-page.ts'
import type { PlanPage } from '../pages/plan-page.ts'
import { ShareDialog, type Invitation } from '../pages/share-dialog.ts'
import type { Person } from './story.ts'

export interface Participant {
  readonly person: Person
  readonly app: AppPage
  readonly plan: PlanPage
}

export interface TwoSides {
  readonly dana: Participant
  readonly ingrid: Participant
  /** Ingrid's link. */
  readonly link: string
}

export const DANA = 'Dana Okafor'
export const INGRID = 'Ingrid Solheim'
/** What the share dialog calls her link. */
export const INGRIDS_LINK = `AP Director – ${INGRID}`
/** What the plan is for, where a story wants to recognise it. */
export const OUTCOME = 'Invoices match by themselves'

type NewPerson = (options?: BrowserContextOptions) => Promise<Person>

/** `invited`: Ingrid's link, where it is not the one that the dialog offers. */
export async function twoSides(
  person: NewPerson,
  made: NewPlan = {},
  invited: Partial<Invitation> = {},
): Promise<TwoSides> {
  const dana = await makes(person, made)
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', name: INGRID, ...invited })
  const ingrid = await joins(person, link)
  await ingrid.plan.isSynced()
  return { dana, ingrid, link }
}

/** Somebody new makes a plan, and the relay has it. */
export async function makes(person: NewPerson, made: NewPlan = {}): Promise<Participant> {
  const maker = await participant(await person(), (app) => app.makePlan(made))
  await maker.plan.isSynced()
  return maker
}

/** Somebody new opens a link in a browser that knows nothing. */
export async function joins(person: NewPerson, link: string): Promise<Participant> {
  return participant(await person(), (app) => app.openLink(link))
}

export async function sendLink({ plan }: Participant, invitation: Invitation): Promise<string> {
  const dialog = await ShareDialog.open(plan.page)
  const link = await dialog.createLink(invitation)
  await dialog.close()
  return link
}

async function participant(person: Person, enter: (app: AppPage) => Promise<PlanPage>): Promise<Participant> {
  const app = new AppPage(person)
  return { person, app, plan: await enter(app) }
}
