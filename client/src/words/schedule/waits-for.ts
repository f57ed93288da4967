// What a milestone waits for, and how long it takes.
import { listText } from '../../format/names.ts'
import { commonWords } from '../common.ts'

export const waitsForWords = {
  takes: (milestone: number) => `Milestone ${milestone} takes`,
  unit: 'working days',
  nothingBefore: 'Nothing stands before it: it begins with the plan.',
  theOneAbove: ' (the one above)',
  none: 'Nothing: it runs beside the others from the start.',
  kept: (milestone: number, others: readonly string[]) =>
    `Milestone ${milestone} ${others.length === 0 ? 'waits for nothing' : `waits for ${listText(others)}`}`,
  cancel: commonWords.cancel,
  keep: 'Keep',
}
