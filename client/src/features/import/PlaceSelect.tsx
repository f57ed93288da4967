/** Behind which milestone it goes. Nothing to choose where the plan is blank, or holds a place for the go-live of the draft. */
import { parseId, type Plan } from '@milepost/plan'
import type { ReactNode } from 'react'
import { Select } from '../../ui/Select.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { importWords } from '../../words/import/look.ts'
import { goalsIn, isHeld, type Place } from './bring-in.ts'
import type { PlanDraft } from './plan-draft.ts'

export interface PlaceSelectProps {
  readonly plan: Plan
  readonly draft: PlanDraft
  readonly value: Place
  readonly onChange: (place: Place) => void
}

const words = importWords.place
const FIRST = 'first'

export function PlaceSelect({ plan, draft, value, onChange }: PlaceSelectProps): ReactNode {
  if (plan.milestones.every((one) => isHeld(plan, one)) || goalsIn(plan, draft).size > 0) return null
  return (
    <Select
      label={words.label}
      value={value.behind ?? FIRST}
      onChange={(next) => onChange({ behind: parseId<'milestone'>(next === FIRST ? null : next), instead: null })}
      options={[
        { value: FIRST, label: words.first },
        ...plan.milestones.map(({ id, title }, at) => ({
          value: id,
          label: words.behind(title.trim() === '' ? words.untitled(at + 1) : title),
          icon: <Stone number={at + 1} small />,
        })),
      ]}
    />
  )
}
