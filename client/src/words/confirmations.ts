// What each side says about a milestone: whether it is right for its organisation.
import type { ConfirmationState } from '@milepost/plan'

export const confirmationWords = {
  asked: (number: number, company: string) => `Milestone ${number}, right for ${company}?`,
  question: (company: string) => `Right for ${company}?`,
  yes: 'Yes',
  no: 'No',
  sayWhy: 'Say why',
  word: (company: string, state: ConfirmationState | null) => {
    if (state === 'confirmed') return `Right for ${company}`
    return state === 'disputed' ? `${company} disputes it` : `${company} has not confirmed it yet`
  },
}
