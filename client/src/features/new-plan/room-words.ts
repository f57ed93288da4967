// What go-live leaves before the buyer's own date. It may be nothing, or less.
import { workdaysText } from '../../words/slip-text.ts'

export function roomWords(days: number): string {
  if (days > 0) return `Go-live leaves ${workdaysText(days)} of room.`
  if (days === 0) return 'Go-live falls on that day: no room is left.'
  return `Go-live is ${workdaysText(-days)} after that day.`
}
