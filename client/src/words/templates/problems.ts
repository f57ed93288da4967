// Why something is no template, in the words of whoever wants one, and where a template cannot be kept.
import type { TemplateProblem } from '@milepost/templates'

const problems: Readonly<Record<TemplateProblem, string>> = {
  'not-a-template': 'It is empty, or larger than a template can be: at most 60 milestones with 80 steps each.',
  'double-key': 'Two of its lines have one name.',
  'unknown-role': 'One of its lines belongs to a role that it does not have.',
  'unknown-milestone': 'One of its milestones waits for something that does not come before it.',
  'unknown-step': 'One of its steps waits for something that does not come before it.',
  'no-go-live': 'It has no go-live. Say which milestone is go-live first.',
  'result-before-go-live': 'It needs a result after go-live: what all of it was for.',
}

export const templateProblemWords = {
  problems,
  nameMissing: 'What is it called?',
  outOfSpace: 'This device is out of space',
  onlyInThisTab: 'The template is only in this tab, until it is closed.',
}
