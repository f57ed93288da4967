/**
 * What the page says about the length of the value proposition. It advises and never blocks: the band of 30 to 40
 * words is the one number, and outside it the note says how far the way is, not that something is wrong.
 */
export const WORD_BAND = { least: 30, most: 40 } as const

export interface WordNote {
  readonly tone: 'empty' | 'under' | 'in' | 'over'
  readonly text: string
}

export function wordNote(words: number): WordNote {
  const { least, most } = WORD_BAND
  if (words === 0) return { tone: 'empty', text: `${least} to ${most} words` }
  const counted = words === 1 ? '1 word' : `${words} words`
  if (words < least) return { tone: 'under', text: `${counted}, ${least - words} to go` }
  if (words > most) return { tone: 'over', text: `${counted}, ${words - most} over` }
  return { tone: 'in', text: counted }
}

/** The count beside the Plan heading; outside 7 to 9 a quiet note says what is right, because the picture holds that many. */
export function milestoneCount(
  milestones: number,
  done: number,
): { readonly text: string; readonly note: string | null } {
  const counted = milestones === 1 ? '1 milestone' : `${milestones} milestones`
  const note = milestones >= 7 && milestones <= 9 ? null : milestones === 0 ? null : '7 to 9 is right for most plans'
  return { text: done === 0 ? counted : `${counted}, ${done} done`, note }
}
