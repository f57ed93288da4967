/** The forms behind the key dates: nobody sees them before a press, so they come in the quiet time after the first view. */
import { latePart } from '../../ui/late-part.tsx'

export const AddKeyDate = latePart(() => import('./AddKeyDate.tsx').then((module) => module.AddKeyDate))
export const EditKeyDate = latePart(() => import('./EditKeyDate.tsx').then((module) => module.EditKeyDate))

export async function preloadKeyDateForms(): Promise<void> {
  await Promise.all([AddKeyDate.preload(), EditKeyDate.preload()])
}
