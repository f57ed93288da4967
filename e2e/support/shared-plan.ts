// What most stories begin with: Dana of Quillmark, who sells, has made a plan, and Ingrid of Halden, who buys, has a link.
import { AppPage, type NewPlan } from '../pages/app-page.ts'
import type { PlanPage } from '../pages/plan-page.ts'
import { ShareDialog, type Access, type Invitation } from '../pages/share-dialog.ts'
import type { Person } from './story.ts'

export interface Sharer {
  readonly person: Person
  readonly plan: PlanPage
}

export interface SharedPlan {
  readonly dana: Sharer
  readonly ingrid: Sharer
  /** Ingrid's link, as she was sent it. */
  readonly link: string
}

/** What the share dialog calls Ingrid's link. */
export const INGRID = 'AP Director – Ingrid Solheim'

export const OUTCOME = 'Invoices match by themselves'

export async function makePlan(person: Person, plan: NewPlan = {}): Promise<Sharer> {
  const page = await new AppPage(person).makePlan({ outcome: OUTCOME, ...plan })
  await page.isSynced()
  return { person, plan: page }
}

/** A link out of the share dialog, which is closed again. */
export async function linkFor({ person }: Sharer, invitation: Invitation): Promise<string> {
  const dialog = await ShareDialog.open(person.page)
  const link = await dialog.createLink(invitation)
  await dialog.close()
  return link
}

export async function openLink(person: Person, link: string): Promise<Sharer> {
  return { person, plan: await new AppPage(person).openLink(link) }
}

/** Both have the plan open, and it is on the relay. */
export async function sharePlan(
  newPerson: () => Promise<Person>,
  { access = 'Can edit', plan = {} }: { readonly access?: Access; readonly plan?: NewPlan } = {},
): Promise<SharedPlan> {
  const dana = await makePlan(await newPerson(), plan)
  const link = await linkFor(dana, { side: 'Halden Foods', role: 'AP Director', name: 'Ingrid Solheim', access })
  const ingrid = await openLink(await newPerson(), link)
  if (access === 'Can edit' || access === 'Can manage') await ingrid.plan.isSynced()
  return { dana, ingrid, link }
}
