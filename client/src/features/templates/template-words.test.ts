import { templateById, type Proposal, type Template } from '@milepost/templates'
import { expect, test } from 'vitest'
import { templatePageWords } from '../../words/templates/template-page.ts'
import { templateWords } from '../../words/templates/template.ts'
import { titleOf } from './proposal-title.ts'

const { evidence, change } = templatePageWords.learnt
const template = templateById('one-team-first') as Template
const estimate: Proposal = { kind: 'estimate', milestone: 'proof', took: [9, 11, 12], says: 5, proposes: 11 }
const added: Proposal = {
  kind: 'added',
  milestone: 'proof',
  step: { title: 'Ask the works council', outcome: '', owner: null, with: null, estimate: 3 },
  times: 2,
  of: 3,
}
const skipped: Proposal = { kind: 'skipped', milestone: 'proof', step: 'proof-terms', times: 3, of: 3 }

test('a proposal says what, and how it is known', () => {
  expect([estimate, added, skipped].map((one) => `${titleOf(template, one)} ${evidence(one)}: ${change(one)}`)).toEqual(
    [
      'One team proves the saving took 9, 11 and 12 working days in three plans; the template says 5: Plan with 11 working days',
      'Ask the works council was added in 2 of three plans: Add the step',
      'Agree the pilot terms and name the pilot team lead was left out in all three plans: Leave the step out',
    ],
  )
  expect(evidence({ ...skipped, times: 2, of: 2 })).toBe('was left out in both plans')
  expect(evidence({ ...estimate, says: null })).toMatch(/the template says nothing$/u)
})

test('a template in numbers, and the deals it is for', () => {
  expect(templateWords.size(template)).toBe('8 milestones, 60 working days to go-live')
  expect(templateWords.size(templateById('blank') as Template)).toBe('2 milestones')
  expect(templateWords.fits({ industry: ' Food ', goal: '', size: 'large' })).toEqual(['Food', 'Large deals'])
})
