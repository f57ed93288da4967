// What a change of dates would do.
import { capitalised, count } from '../../format/count.ts'
import { workdaysText } from '../slip-text.ts'

export const effectWords = {
  room: 'Room',
  result: 'Result',
  moves: 'Moves',
  inAll: (milestones: number) => `${count(milestones, 'milestone')} in all`,
  staysOn: <T>(day: T) => ['stays on ', day],
  /** Heard before the days, of which the first is struck. */
  from: 'from ',
  to: 'to ',
  roomBefore: (workdays: number, keyDate: string) => {
    if (workdays > 0) return capitalised(`${workdaysText(workdays)} before ${keyDate}`)
    return workdays === 0 ? `None left before ${keyDate}` : capitalised(`${workdaysText(workdays)} past ${keyDate}`)
  },
}
