export {
  ANY_DEAL,
  DEAL_SIZES,
  estimateOf,
  workdaysToGoLive,
  type DealSize,
  type Template,
  type TemplateCheckIn,
  type TemplateFit,
  type TemplateMilestone,
  type TemplateRole,
  type TemplateStep,
} from './template.ts'
export { TEMPLATES, templateById } from './templates.ts'
export {
  isSameTemplate,
  parseTemplate,
  TEMPLATE_FORMAT,
  templateToJson,
  type TemplateProblem,
} from './parse-template.ts'
export { templateToSchedule, type TemplateChanges, type TemplateDates } from './template-to-schedule.ts'
export { startPlan, type PlanStart, type StartedPlan, type StartProblem } from './start-plan.ts'
export { templateFromPlan, type TemplateAbout } from './template-from-plan.ts'
export { namesInWording, withWording, type WordingChange } from './neutral-wording.ts'
export {
  beganWith,
  isDonePlan,
  learnFrom,
  workdaysTaken,
  type AddedStep,
  type EstimateProposal,
  type Proposal,
  type SkippedStep,
} from './learn.ts'
export { takeOver } from './take-over.ts'
export {
  comparePlans,
  lastPlans,
  PLANS_COMPARED,
  type ComparedPlan,
  type Comparison,
  type DifferingLine,
  type PlanPair,
  type PlanRead,
} from './compare/compare-plans.ts'
export type { LineKind } from './compare/lines.ts'
export type { Difference, FromTemplate } from './compare/template-differences.ts'
export { SAMPLE_READER } from './sample/halden.ts'
export { samplePlan } from './sample/sample-plan.ts'
