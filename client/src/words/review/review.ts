// The plan review in the rail. What each finding says stands in `findings.ts`.
import type { ReviewKind } from '@milepost/plan'
import { commonWords } from '../common.ts'

/** What each check is called where it is in place or switched off: a few words that fit half of the rail. */
const labels: Readonly<Record<ReviewKind, string>> = {
  feasible: 'Dates can be kept',
  waitsOnNobody: 'Work in hand',
  valueProposition: 'Value proposition',
  workedBack: 'Worked back',
  endsInValue: 'Ends in the result',
  rolesNamed: 'Names in time',
  decisionMaker: 'Decision maker',
  bothSidesContribute: 'Mutual',
  owners: 'Owners',
  agreed: 'Agreed',
  keyDates: 'Key dates',
  nextStep: 'Next step soon',
  goLiveAfterOnboarding: 'Onboarding first',
  economicBuyer: 'Economic buyer',
  slipReasons: 'Slips explained',
  doneInOrder: 'Done in order',
  upToDate: 'Up to date',
  buyerPriority: 'Buyer’s priority',
  bothSidesWork: 'Work on both sides',
  outcomes: 'Outcomes',
  benefits: 'Benefits',
  legal: 'Legal',
  security: 'Security',
  purchasing: 'Purchasing',
  finance: 'Finance',
  customerSuccessEarly: 'Customer success early',
  sellerSponsor: 'Seller’s sponsor',
  objectives: 'Objectives',
  criteria: 'Success criteria',
  milestoneCount: '7 to 9 milestones',
}

export const reviewWords = {
  title: 'Plan review',
  howMany: (inPlace: number, all: number) => `${inPlace} of ${all} in place`,
  needsAttention: 'Needs attention',
  fewer: commonWords.fewer,
  more: (findings: number) => `${findings} more`,
  labels,
  inPlace: 'In place',
  inPlaceFold: (checks: number) => `${checks} in place`,
  switchedOff: 'Switched off',
  switchedOffFold: (checks: number) => `${checks} switched off`,
  /** Who switched it off, and when. */
  by: (who: string, day: string) => `${who}, ${day}`,
  switchOn: 'Switch on',
  switchOnCheck: (check: string) => `Switch on: ${check}`,
  isOff: (check: string) => `“${check}” is off for this plan`,
  finding: {
    show: (headline: string) => `${headline}, show where`,
    more: (headline: string) => `More for “${headline}”`,
    leaveOut: 'Leave out on purpose',
    off: 'Off for this plan',
    useWording: (wording: string) => `Use “${wording}”`,
  },
}
