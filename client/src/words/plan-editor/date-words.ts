/** What a row says about its dates beyond the day itself: why it is what it is, and the words behind its title. */
import { explainSlip, type Milestone, type MilestoneId, type MilestoneOutlook, type PlanOutlook } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import { count } from '../../format/count.ts'
import { dayText } from '../../format/day.ts'
import { listText } from '../../format/names.ts'
import { explainText } from '../slip-text.ts'

/** "7 days after agreed: 4 carried from milestone 3, 3 its own", and what is promised where that is another day. */
export function whyLines({ id, due, done }: Milestone, own: MilestoneOutlook, outlook: PlanOutlook): readonly string[] {
  const { today, milestones, measuredFrom } = outlook
  const lines: string[] = []
  const why = explainSlip(outlook, id)
  if (why !== null) {
    const carried = why.carried.map((one) => ({ number: milestones.get(one.id)?.number ?? null, days: one.days }))
    lines.push(explainText({ ...why, carried }, measuredFrom.state))
  }
  if (due === null || done !== null || due === own.finish) return lines
  lines.push(`Promised for ${dayText(due, today)}`)
  if (own.cannotBeMet !== null && own.cannotBeMet.because !== 'today') {
    const { earliest, because } = own.cannotBeMet
    const number = because === 'start' ? undefined : milestones.get(because)?.number
    const takes = `takes ${count(own.takes, 'day')}`
    const reason = number === undefined ? `it ${takes} from the start` : `it waits for milestone ${number} and ${takes}`
    lines.push(`Not before ${dayText(earliest, today)}: ${reason}`)
  }
  return lines
}

/** The words behind a title: only what asks for somebody's eye. Date and badge say the rest. */
export function dateTags(
  own: MilestoneOutlook | null,
  due: LocalDate | null,
  numberOf: (id: MilestoneId) => number | null,
): readonly string[] {
  if (own === null || own.status === 'done' || own.status === 'skipped') return []
  const status = statusText(own, due)
  return [
    ...(status === null ? [] : [status]),
    ...(own.added ? ['Added since'] : []),
    ...(own.ownLinks ? [waitsText(own, numberOf)] : []),
  ]
}

/** It is done, and what it waits for is not. */
export function doneBefore(number: number | null): string {
  return `Done before ${number ?? ''}`.trim()
}

function statusText(own: MilestoneOutlook, due: LocalDate | null): string | null {
  const { status, takes, left, cannotBeMet, agreed } = own
  if (status === 'overdue') return 'Past its date'
  if (status === 'atRisk') return `Not begun: needs ${count(takes, 'day')}, ${left ?? 0} left`
  // What was pushed by others shows its new day; the words are for a promise that is too early by itself.
  const early = status !== 'pushed' || (due !== null && agreed !== null && due < agreed)
  return cannotBeMet !== null && early ? 'Not yet possible' : null
}

function waitsText({ waitsFor }: MilestoneOutlook, numberOf: (id: MilestoneId) => number | null): string {
  const numbers = waitsFor.flatMap((id) => numberOf(id) ?? []).map(String)
  return numbers.length === 0 ? 'Waits for nothing' : `Waits for ${listText(numbers)}`
}
