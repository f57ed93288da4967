// What is odd about the dates, in words that say what to do with it.
import type { DateFinding, MilestoneId, MilestoneOutlook, Plan, PlanOutlook } from '@milepost/plan'
import { dayText } from '../../format/day.ts'
import { listText } from '../../format/names.ts'

export function findingText(plan: Plan, { milestones, today }: PlanOutlook, finding: DateFinding): string {
  const name = (id: MilestoneId) => {
    const number = milestones.get(id)?.number
    return number === undefined ? 'a milestone that is gone' : `milestone ${number}`
  }
  switch (finding.kind) {
    case 'noMilestones':
      return 'There is no milestone yet.'
    case 'noGoLive':
      return 'No milestone is go-live.'
    case 'noNextStep':
      return 'There is no next step: nothing that is open could begin.'
    case 'noWorkday':
      return 'No weekday is a working day, so every day counts as one.'
    case 'freezeTooLong':
      return `“${plan.keyDates.find(({ id }) => id === finding.keyDateId)?.title ?? ''}” blocks work for more than a year; it does not count.`
    case 'linkDoesNotCount': {
      const stands = milestones.has(finding.to) ? `${name(finding.to)}, which stands later` : 'a milestone that is gone'
      const self = finding.to === finding.milestoneId
      return `${capital(name(finding.milestoneId))} waits for ${self ? 'itself' : stands}; this does not count.`
    }
    case 'promisedTooEarly':
      return `${capital(name(finding.milestoneId))} is promised before ${name(finding.before)}, which it waits for.`
    case 'cannotBeMet':
      return cannotBeMetText(plan, { milestones, today }, finding)
    case 'stepAfterMilestone': {
      const milestone = plan.milestones.find(({ id }) => id === finding.milestoneId)
      const title = milestone?.steps.find(({ id }) => id === finding.stepId)?.title || 'A step'
      return `“${title}” is due after its own milestone, ${name(finding.milestoneId)}.`
    }
  }
}

function cannotBeMetText(
  plan: Plan,
  { milestones, today }: Pick<PlanOutlook, 'milestones' | 'today'>,
  { milestoneId, earliest }: DateFinding & { readonly kind: 'cannotBeMet' },
): string {
  const outlook = milestones.get(milestoneId)
  const due = plan.milestones.find(({ id }) => id === milestoneId)?.due ?? earliest
  const head = `Milestone ${outlook?.number ?? ''} is promised for ${dayText(due, today)}`
  const because = outlook?.cannotBeMet?.because
  if (because === 'today' || outlook === undefined) return `${head}, which has passed.`
  return `${head}; ${dayText(earliest, today)} at the earliest: ${reasonText(outlook, milestones)}.`
}

/** Several promises that cannot be met as things stand, most of them because of one before them. */
export function impossibleText({ milestones }: PlanOutlook, findings: readonly DateFinding[]): string {
  const numbers = findings.flatMap((one) =>
    'milestoneId' in one ? (milestones.get(one.milestoneId)?.number ?? []) : [],
  )
  return `Milestones ${listText(numbers.map(String))} are promised earlier than what they wait for allows.`
}

/** "it waits for milestone 3 and takes 12 days" */
export function reasonText(
  { cannotBeMet, takes }: Pick<MilestoneOutlook, 'cannotBeMet' | 'takes'>,
  milestones: PlanOutlook['milestones'],
): string {
  const because = cannotBeMet?.because ?? 'start'
  const number = milestones.get(because as MilestoneId)?.number
  const days = takes === 1 ? '1 day' : `${takes} days`
  return number === undefined
    ? `it takes ${days} from the start of the plan`
    : `it waits for milestone ${number} and takes ${days}`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
