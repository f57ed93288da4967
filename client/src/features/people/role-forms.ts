/** The forms behind the roster: nobody sees them before a press, so they come in the quiet time after the first view. */
import { createElement } from 'react'
import { latePart } from '../../ui/late-part.tsx'
import { quietTime } from '../../ui/quiet-time.ts'
import styles from './People.module.css'

export const AddRole = latePart(() => import('./AddRole.tsx').then((module) => module.AddRole))
export const EditRole = latePart(() => import('./EditRole.tsx').then((module) => module.EditRole))
export const NameRole = latePart(() => import('./NameRole.tsx').then((module) => module.NameRole))

export const PeopleDialog = latePart(() => import('./PeopleDialog.tsx').then((module) => module.PeopleDialog))

/** Its place is kept, so that nothing below it jumps. */
export const Writing = latePart(
  async () => {
    await quietTime()
    return (await import('./Writing.tsx')).Writing
  },
  createElement('div', { className: styles.writing }),
)

export async function preloadRoleForms(): Promise<void> {
  await Promise.all([AddRole.preload(), EditRole.preload(), NameRole.preload()])
}
