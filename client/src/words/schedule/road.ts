// Words on the timeline and about its stones. Its summary in sentences is in `road-summary.ts`.
import type { MeasuredFrom } from '@milepost/plan'
import { slipText } from '../slip-text.ts'

export const roadWords = {
  title: 'Timeline, agreed and forecast',
  stones: 'Milestones on the timeline',
  keyDate: 'Key date',
  lanes: {
    agreed: 'Agreed',
    offered: 'Offered',
    forecast: 'Forecast',
  },
  today: 'Today',
  todayOn: (day: string) => `Today, ${day}`,
  result: 'Result',
  stone: {
    done: (day: string) => `Done ${day}`,
    forecast: (day: string) => `Forecast ${day}`,
    /** `day`: "Forecast Mon 21 Sep". */
    withMeasured: (day: string, state: MeasuredFrom['state'], measured: string) => `${day}, ${state} ${measured}`,
    slip: (days: number, state: MeasuredFrom['state']) => slipText(days, `the ${state} date`),
    movable: 'Up or Down promises another day',
  },
  /** While a stone is dragged to another day. */
  drag: {
    notBefore: (day: string) => `Not possible before ${day}`,
    goLiveStays: (day: string) => `Go-live stays on ${day}`,
    goLiveMoves: (day: string) => `Go-live moves to ${day}`,
  },
}
