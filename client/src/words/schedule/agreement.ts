// The agreement, milestone by milestone, and what each side can do about it.
import type { ConfirmationState } from '@milepost/plan'
import { count } from '../../format/count.ts'
import { listText } from '../../format/names.ts'

export const agreementWords = {
  title: 'Agreement on the dates',
  answer: 'Answer with other dates',
  agree: 'Agree to these dates',
  withdraw: 'Withdraw the offer',
  offerOther: 'Offer other dates',
  end: 'End this agreement',
  back: 'Back',
  agreed: 'The dates are agreed',
  newerOffer: 'A newer offer has come in meanwhile',
  offered: 'Your dates are offered to the other side',
  promise: (milestones: readonly string[]) =>
    `Promise the agreed ${milestones.length === 1 ? 'day' : 'days'} from then on, where an earlier one or none is promised now: ${count(milestones.length, 'milestone')} (${listText(milestones)})`,
  earlier: {
    heading: 'Agreed before',
    offered: (day: string, company: string) => `${day}, offered by ${company}`,
    offeredAndEnded: (day: string, company: string) => `${day}, offered by ${company}, ended since`,
  },
  table: {
    milestone: 'Milestone',
    agreed: 'Agreed',
    offers: (company: string) => `${company} offers`,
    now: 'As it stands',
    yourOffer: 'Your offer',
    rightForUs: 'Right for us?',
    added: 'Added since',
    leftOut: 'Left out since',
    yourDate: (milestone: number) => `Milestone ${milestone}: your date`,
    tooEarly: (day: string) => `${day} is too early for what it waits for`,
    word: (company: string, state: ConfirmationState | null) => {
      if (state === 'confirmed') return `${company}: yes`
      return state === 'disputed' ? `${company}: no` : `${company} has not said`
    },
  },
}
