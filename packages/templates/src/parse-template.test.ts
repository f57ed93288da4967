import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTemplate, TEMPLATES, templateToJson, type Template } from './index.ts'

const file = (template: Template) => JSON.parse(templateToJson(template)) as Record<string, unknown>
const [sample] = TEMPLATES
if (sample === undefined) throw new Error('There is no template')
const [first, second] = sample.milestones

/** The sample as a file with some of its parts replaced. */
const fileWith = (changes: Record<string, unknown>) => ({ ...file(sample), ...changes })
const withMilestones = (...changes: readonly Record<string, unknown>[]) =>
  fileWith({ milestones: sample.milestones.map((milestone, place) => ({ ...milestone, ...changes[place] })) })

test.each(TEMPLATES)('[TPL-6] what was written is read back: $name', (template) => {
  expect(parseTemplate(file(template))).toEqual(template)
})

describe('[TPL-7] what is no template is refused with a word, never thrown', () => {
  test.each([
    ['not-a-template', null],
    ['not-a-template', '{"format":"milepost-template/1"}'],
    ['not-a-template', fileWith({ format: 'milepost-template/2' })],
    ['not-a-template', fileWith({ milestones: [] })],
    [
      'not-a-template',
      fileWith({ milestones: Array.from({ length: 61 }, (_, place) => ({ ...first, key: `m${place}` })) }),
    ],
    ['not-a-template', withMilestones({ estimate: -1 })],
    ['not-a-template', withMilestones({ estimate: 1.5 })],
    ['not-a-template', withMilestones({ title: 'x'.repeat(301) })],
    ['not-a-template', withMilestones({ key: '__proto__' })],
    ['not-a-template', withMilestones({ key: 'constructor' })],
    ['not-a-template', withMilestones({ key: 'no spaces' })],
    ['double-key', withMilestones({}, { key: first?.key })],
    ['double-key', withMilestones({}, { steps: first?.steps })],
    ['unknown-role', withMilestones({ owner: 'nobody' })],
    ['unknown-role', fileWith({ checkIn: { every: 'week', weekday: 1, minutes: 30, roles: ['nobody'] } })],
    ['unknown-milestone', withMilestones({ after: [second?.key] })],
    ['unknown-milestone', withMilestones({ after: [first?.key] })],
    ['unknown-step', withMilestones({ steps: [{ ...first?.steps[0], after: [first?.steps[1]?.key] }] })],
    ['no-go-live', fileWith({ goLive: 'gone' })],
    ['result-before-go-live', fileWith({ result: first?.key })],
    ['result-before-go-live', fileWith({ result: 'gone' })],
  ])('%s', (problem, raw) => {
    expect(parseTemplate(raw)).toBe(problem)
  })

  test('whatever comes', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      maxDepth: 5,
    })
    const spoiled = fc
      .tuple(fc.constantFrom(...Object.keys(file(sample))), anything)
      .map(([key, value]) => fileWith({ [key]: value }))
    fc.assert(
      fc.property(fc.oneof(anything, spoiled), (raw) => {
        const parsed = parseTemplate(raw)
        expect(typeof parsed === 'string' || parsed.milestones.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('and a list that holds itself', () => {
    const loop: Record<string, unknown> = fileWith({})
    loop['milestones'] = [loop]
    expect(parseTemplate(loop)).toBe('not-a-template')
  })
})

test('[TPL-8] what is unknown is dropped, and a text is one line', () => {
  const parsed = parseTemplate(withMilestones({ title: ' Two\nlines\u0000 ', colour: 'red' }))
  expect(parsed).toMatchObject({ milestones: [{ title: 'Two lines' }, {}, {}, {}, {}, {}, {}, {}] })
  expect(JSON.stringify(parsed)).not.toContain('colour')
  const unknownPart = fileWith({ roles: sample.roles.map((role) => ({ ...role, function: 'soothsayer' })) })
  expect(parseTemplate(unknownPart)).toMatchObject({ roles: sample.roles.map(() => ({ function: null })) })
})
