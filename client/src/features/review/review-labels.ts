/** What each check is called where it is in place or switched off: a few words that fit half of the rail. */
import type { ReviewKind } from '@milepost/plan'

const LABELS: Readonly<Record<ReviewKind, string>> = {
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

export function reviewLabel(kind: ReviewKind): string {
  return LABELS[kind]
}
