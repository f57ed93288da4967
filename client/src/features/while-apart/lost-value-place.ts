// Where it is said that two people set one thing while apart.
import type { Overruled, Plan } from '@milepost/plan'
import type { LostValueProps } from '../../hooks/lost-value-slot.tsx'

/** At its milestone, beside the document, or else in the head, so that nothing goes unsaid. */
export function placeOfLost(plan: Plan, lost: Overruled): LostValueProps {
  const { id } = lost
  if (lost.in === 'roles' || lost.in === 'people') return { list: 'roles' }
  if (lost.in === 'keyDates') return { list: 'keyDates' }
  if (lost.in === 'milestones' && id !== null && plan.milestones.some((milestone) => milestone.id === id))
    return { list: 'milestones', id }
  if (lost.in === 'steps') {
    const milestone = plan.milestones.find(({ steps }) => steps.some((step) => step.id === id))
    if (milestone !== undefined) return { list: 'milestones', id: milestone.id }
  }
  return { list: 'meta' }
}
