/** The forms behind the roster: nobody sees them before a press, so they come in the quiet time after the first view. */
import { latePart } from '../../ui/late-part.tsx'

export const AddRole = latePart(() => import('./AddRole.tsx').then((module) => module.AddRole))
export const EditRole = latePart(() => import('./EditRole.tsx').then((module) => module.EditRole))
export const NameRole = latePart(() => import('./NameRole.tsx').then((module) => module.NameRole))

export const PeopleDialog = latePart(() => import('./PeopleDialog.tsx').then((module) => module.PeopleDialog))

export async function preloadRoleForms(): Promise<void> {
  await Promise.all([AddRole.preload(), EditRole.preload(), NameRole.preload()])
}
