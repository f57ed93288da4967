// What go-live leaves before the buyer's own date. It may be nothing, or less.
import { count } from '../../format/count.ts'

export function roomWords(days: number): string {
  if (days > 0) return `Go-live leaves ${count(days, 'working day')} of room.`
  if (days === 0) return 'Go-live falls on that day: no room is left.'
  return `Go-live is ${count(-days, 'working day')} after that day.`
}
