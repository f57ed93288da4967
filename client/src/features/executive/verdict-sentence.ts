// The one sentence on how a plan stands, in the reader's words.
import { verdictOf, type Plan, type PlanOutlook } from '@milepost/plan'
import { companyOf } from '../../format/names.ts'
import { verdictText } from '../../words/executive/verdict.ts'

export function verdictSentence(plan: Plan, outlook: PlanOutlook): string {
  const verdict = verdictOf(outlook)
  const by = 'by' in verdict && verdict.by !== null ? companyOf(plan, verdict.by) : ''
  return verdictText(verdict, outlook.today, by)
}
