/**
 * What is odd about the dates of a plan. None of it stops anything: the schedule reads every plan; these are what people
 * would want to mend, each with what is needed to say it and, where one click can mend it, to do so.
 */
import { calendarDaysBetween, type LocalDate } from '@milepost/schedule'
import type { KeyDateId, MilestoneId, StepId } from '../ids.ts'
import type { Plan } from '../read-plan.ts'
import type { MilestoneOutlook } from './milestone-outlook.ts'
import type { NextStep } from './next-step.ts'

/** A freeze of more days than this counts as none (rule of the calendar, both ends counted). */
const LONGEST_FREEZE = 366

export type DateFinding =
  | { readonly kind: 'noMilestones' | 'noGoLive' | 'noNextStep' | 'noWorkday' }
  /** It waits for a milestone that stands later, for itself, or for one that is nowhere; such a link does not count. */
  | { readonly kind: 'linkDoesNotCount'; readonly milestoneId: MilestoneId; readonly to: MilestoneId }
  | { readonly kind: 'freezeTooLong'; readonly keyDateId: KeyDateId }
  /** Promised for a day before something that it waits for is promised. */
  | { readonly kind: 'promisedTooEarly'; readonly milestoneId: MilestoneId; readonly before: MilestoneId }
  /** A promise that cannot be met, and when at the earliest it could be. */
  | { readonly kind: 'cannotBeMet'; readonly milestoneId: MilestoneId; readonly earliest: LocalDate }
  | { readonly kind: 'stepAfterMilestone'; readonly milestoneId: MilestoneId; readonly stepId: StepId }

export function dateFindings(
  plan: Plan,
  milestones: ReadonlyMap<MilestoneId, MilestoneOutlook>,
  next: NextStep | null,
): readonly DateFinding[] {
  const open = plan.milestones.filter(({ done, skipped }) => done === null && skipped === null)
  const promises = new Map(open.map(({ id, due }) => [id, due]))
  const findings: DateFinding[] = []
  if (plan.milestones.length === 0) findings.push({ kind: 'noMilestones' })
  else if (plan.goLiveId === null) findings.push({ kind: 'noGoLive' })
  if (next === null && (open.length > 0 || plan.milestones.length === 0)) findings.push({ kind: 'noNextStep' })
  if (plan.workdays.length === 0) findings.push({ kind: 'noWorkday' })
  for (const { id, blocksWork, span } of plan.keyDates) {
    if (blocksWork && span !== null && calendarDaysBetween(span.from, span.to) >= LONGEST_FREEZE)
      findings.push({ kind: 'freezeTooLong', keyDateId: id })
  }
  for (const { milestoneId, to } of deadLinks(plan)) findings.push({ kind: 'linkDoesNotCount', milestoneId, to })
  for (const { id, due, steps } of open) {
    const outlook = milestones.get(id)
    const earlier = outlook?.waitsFor.find((before) => due !== null && due < (promises.get(before) ?? due))
    if (earlier !== undefined) findings.push({ kind: 'promisedTooEarly', milestoneId: id, before: earlier })
    else if (outlook?.cannotBeMet)
      findings.push({ kind: 'cannotBeMet', milestoneId: id, earliest: outlook.cannotBeMet.earliest })
    for (const step of steps)
      if (isStepLate(step, outlook?.finish ?? null))
        findings.push({ kind: 'stepAfterMilestone', milestoneId: id, stepId: step.id })
  }
  return findings
}

/** An open step that is due after its milestone is forecast for. */
export function isStepLate(
  step: { readonly due: LocalDate | null; readonly done: unknown },
  finish: LocalDate | null,
): boolean {
  return step.done === null && step.due !== null && finish !== null && step.due > finish
}

/** Links that count for nothing: to what stands later, to itself, or to what is nowhere. */
function deadLinks(plan: Plan): readonly { readonly milestoneId: MilestoneId; readonly to: MilestoneId }[] {
  const places = new Map(plan.milestones.map(({ id }, place) => [id, place]))
  const archived = new Set(plan.archivedMilestones.map(({ id }) => id))
  return plan.milestones.flatMap(({ id, after }, place) =>
    (after ?? [])
      .filter((to) => (places.get(to) ?? (archived.has(to) ? -1 : place)) >= place)
      .map((to) => ({ milestoneId: id, to })),
  )
}
