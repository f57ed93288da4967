// How a success criterion came out, and who stands behind it, in words.
import type { Criterion, CriterionResult, Plan, Side } from '@milepost/plan'
import { agreementOf, isAgreedBy } from '@milepost/plan'
import { companyOf } from '../../format/names.ts'

export const RESULT_WORDS: Readonly<Record<CriterionResult, string>> = {
  reached: 'Reached',
  partly: 'Partly reached',
  missed: 'Not reached',
}

export const RESULTS: readonly CriterionResult[] = ['reached', 'partly', 'missed']

/** What there is to agree on, and who would. */
export type Measured = Pick<Plan, 'criteria' | 'buyer' | 'seller'>

export type Stand = 'agrees' | 'changed' | 'open'

/** 'changed': the side agreed to what the criterion said before. */
export function standOf(criterion: Criterion, side: Side): Stand {
  if (isAgreedBy(criterion, side)) return 'agrees'
  return agreementOf(criterion, side) === null ? 'open' : 'changed'
}

/** What one side says to all of them: "Halden Foods agrees to 2 of 3". */
export function sideText(plan: Measured, side: Side): string {
  const company = companyOf(plan, side)
  const stands = plan.criteria.map((criterion) => standOf(criterion, side))
  const agrees = stands.filter((stand) => stand === 'agrees').length
  const changed = stands.filter((stand) => stand === 'changed').length
  const all = stands.length
  const base =
    agrees === all
      ? `${company} agrees`
      : agrees === 0
        ? `${company} has not agreed yet`
        : `${company} agrees to ${agrees} of ${all}`
  return changed === 0 ? base : `${base}; ${changed} changed since`
}
