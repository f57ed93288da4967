// What somebody says of a template, and the dialogs that ask for it: a new version, or a variant.
import { commonWords } from '../common.ts'

export const aboutTemplateWords = {
  name: 'Name',
  description: 'Description',
  descriptionPlaceholder: 'One sentence that tells it from the others',
  industry: 'Industry',
  goal: 'Goal',
  size: 'Size of deal',
  any: 'Any',
  version: {
    title: 'Name and description',
    lead: (version: number) => `Kept as version ${version}.`,
    save: commonWords.save,
  },
  variant: {
    title: (template: string) => `A variant of ${template}`,
    lead: 'A template of your own, for another industry, goal or size. Edit it as you like.',
    save: 'Make the variant',
  },
  outOfSpace: 'This device is out of space. It is only in this tab.',
}
