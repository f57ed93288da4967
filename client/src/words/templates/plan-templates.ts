// What templates have to do with the plan that is open: the line under its head, and its menu in the bar.
import { commonWords } from '../common.ts'

export const planTemplatesWords = {
  more: 'More for this plan',
  saveAsTemplate: 'Save as a template',
  saveAsTemplateAlias: 'reuse copy starting point',
  saveAsVersion: (version: number) => `Save as version ${version}`,
  saveAsVersionAlias: 'template',
  save: commonWords.save,
  /** Behind it, where there is room. */
  asVersion: (version: number) => ` as version ${version}`,
  saved: (template: string) => `${template} is saved`,
  outOfSpace: 'This device is out of space. The new version is only in this tab.',
  startingPoint: (otherSide: string, mayChange: boolean) =>
    `Starting point only${mayChange ? ', change it' : ''}. ${otherSide} has changed nothing yet.`,
  editing: <T>(link: T) => [
    'You are editing a template, on this device only. Milestones, steps, roles, estimates and links are kept; dates, names and comments are not. ',
    link,
    ', and save later.',
  ],
  backToTemplate: 'Back to the template',
}
