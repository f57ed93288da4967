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
