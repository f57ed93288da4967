// Saving the open plan as a template.
import { count } from '../../format/count.ts'

export const saveTemplateWords = {
  title: 'Save as a template',
  lead: 'Milestones, steps, roles and estimates. Dates, people and comments stay in this plan.',
  notYet: 'This plan cannot be a template yet',
  becomesVersion: (version: number, template: string) => `Becomes version ${version} of ${template}.`,
  texts: (texts: number) => `${count(texts, 'text')} with a name of this deal`,
  insteadOf: (text: string) => `instead of “${text}”`,
  save: 'Save template',
  savedTitle: 'Saved on this device',
  saved: <T>(template: T, version: number) => [template, `, version ${version}. New plans can start from it.`],
  backToPlan: 'Back to the plan',
  open: 'Open the template',
}
