/**
 * Where it is said that a merge did not keep a choice made on this device. What says it is fetched when there is something to
 * say, and lent to the features whose places have room for it; until then there is nothing.
 */
import { createContext, use, type ComponentType, type ReactNode } from 'react'

export interface LostValueProps {
  /** 'milestones' with an id takes in its steps, 'roles' the people; what has no place of its own stands in 'meta', the head. */
  readonly list: 'milestones' | 'roles' | 'keyDates' | 'meta'
  readonly id?: string
}

export interface LostValueLender {
  readonly LostValue: ComponentType<LostValueProps>
}

export const LostValueSlot = createContext<LostValueLender | null>(null)

export function LostValueHere(props: LostValueProps): ReactNode {
  const lent = use(LostValueSlot)
  return lent === null ? null : <lent.LostValue {...props} />
}
