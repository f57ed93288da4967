// Whether a template suits the deal that somebody has in mind; one that says nothing of itself suits any.
import type { DealSize, Template } from '@milepost/templates'

export interface Wanted {
  readonly industry: string | null
  readonly goal: string | null
  readonly size: DealSize | null
}

export function fitting({ fits }: Template, { industry, goal, size }: Wanted): boolean {
  const suits = (wanted: string | null, has: string) =>
    wanted === null || has.trim() === '' || has.trim().toLowerCase() === wanted.trim().toLowerCase()
  return suits(industry, fits.industry) && suits(goal, fits.goal) && suits(size, fits.size ?? '')
}
