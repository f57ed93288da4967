/**
 * The timeline in sentences: what a screen reader hears instead of the picture, and what the picture's words have no room
 * for. The document below is its full equivalent; this says the shape of it.
 */
import type { Plan, PlanOutlook } from '@milepost/plan'
import { longDayText } from '../../format/day.ts'
import { balanceText, roomText, slipText, workdaysText } from '../slip-text.ts'
import { count } from '../../format/count.ts'
import { listText } from '../../format/names.ts'

export function roadSummary(plan: Plan, outlook: PlanOutlook): string {
  const { goLive, result, causes, milestones, today, room } = outlook
  const day = (date: string) => longDayText(date, today)
  const done = plan.milestones.filter((milestone) => milestone.done !== null).length
  const keyDate = plan.keyDates.find(({ id }) => id === room?.keyDateId)
  const moved = (causes ?? []).map(({ id, days }) => {
    const number = milestones.get(id as never)?.number
    const name =
      id === 'plan' ? 'a changed calendar or order' : number === undefined ? 'what was removed' : `milestone ${number}`
    return days > 0 ? `${name} adds ${count(days, 'working day')}` : `${name} wins back ${count(-days, 'working day')}`
  })
  return [
    `Today is ${day(today)}; ${done} of ${count(plan.milestones.length, 'milestone')} done.`,
    goLive === null
      ? 'No milestone is go-live.'
      : `Go-live is forecast for ${day(goLive.finish)}` +
        (goLive.agreed === null || goLive.slip === null
          ? '.'
          : goLive.slip === 0
            ? `, ${slipText(0, 'the agreed date').toLowerCase()}.`
            : `, ${slipText(goLive.slip, `the agreed date, ${day(goLive.agreed)}`)}.`),
    moved.length === 0 ? '' : `${capital(listText(moved))}: ${balanceWords(outlook)}.`,
    result === null || result.id === goLive?.id ? '' : `The result is forecast for ${day(result.finish)}.`,
    ...plan.keyDates.flatMap(({ title, span }) => (span === null ? [] : [`${title}: ${day(span.from)}.`])),
    room === null || keyDate === undefined
      ? ''
      : room.workdays > 0
        ? `Room before ${keyDate.title}: ${workdaysText(room.workdays)}.`
        : `${roomText(room.workdays)} ${keyDate.title}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function balanceWords({ lost, won }: PlanOutlook): string {
  const { parts, rest } = balanceText(lost, won)
  return [...parts, rest].join(', ')
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
