export {
  estimateOf,
  workdaysToGoLive,
  type Template,
  type TemplateCheckIn,
  type TemplateMilestone,
  type TemplateRole,
  type TemplateStep,
} from './template.ts'
export { TEMPLATES, templateById } from './templates.ts'
export { parseTemplate, TEMPLATE_FORMAT, templateToJson, type TemplateProblem } from './parse-template.ts'
export { templateToSchedule, type TemplateChanges, type TemplateDates } from './template-to-schedule.ts'
export { startPlan, type PlanStart, type StartedPlan, type StartProblem } from './start-plan.ts'
export { samplePlan } from './sample/sample-plan.ts'
