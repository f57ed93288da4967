import { describe, expect, test } from 'vitest'
import { estimateOf, TEMPLATES, templateById, workdaysToGoLive, type TemplateMilestone } from './index.ts'

const written = TEMPLATES.filter(({ id }) => id !== 'blank')

/** Words of a seller's process or of a task list; an outcome has none of them. */
const NO_OUTCOME = /\b(demo|presentation|meeting|close|closing|deal|prospect|stage|task|feature|contract|proposal)\b/i

describe.each(written)(
  '[TPL-1] $name is a good plan to begin with',
  ({ milestones, goLive, result, roles, criteria }) => {
    const keys = milestones.map(({ key }) => key)

    test('seven to nine milestones, each an outcome with its benefit', () => {
      expect(milestones.length).toBeGreaterThanOrEqual(7)
      expect(milestones.length).toBeLessThanOrEqual(9)
      expect(milestones.filter(({ title }) => NO_OUTCOME.test(title)).map(({ title }) => title)).toEqual([])
      expect(milestones.filter(({ benefit }) => benefit === '')).toEqual([])
      expect(milestones.filter(({ title, benefit }) => title.length > 70 || benefit.length > 90)).toEqual([])
    })

    test('it ends on value, after go-live', () => {
      expect(keys.at(-1)).toBe(result)
      expect(keys.indexOf(goLive)).toBe(keys.length - 2)
      expect(milestones.at(-1)?.title).toMatch(/^Optimization: /)
      expect(milestones.at(-1)?.benefit).not.toBe('')
    })

    test('both sides have work, and every step has an owner, a number of days and an outcome', () => {
      const steps = milestones.flatMap((milestone) => milestone.steps)
      const sideOf = (key: string | null) => roles.find((role) => role.key === key)?.side
      expect(new Set(steps.map(({ owner }) => sideOf(owner)))).toEqual(new Set(['buyer', 'seller']))
      expect(
        steps.filter(({ owner, estimate, outcome }) => owner === null || estimate === null || outcome === ''),
      ).toEqual([])
      expect(steps.filter((step) => step.with !== null && step.with === step.owner)).toEqual([])
    })

    test('a milestone belongs to the owner of its last step', () => {
      expect(milestones.map(({ owner }) => owner)).toEqual(milestones.map(({ steps }) => steps.at(-1)?.owner))
    })

    test('no date, no price and nobody’s name stands in it', () => {
      const words = JSON.stringify([milestones, roles, criteria])
      expect(words).not.toMatch(/\d{4}|€|EUR|GBP|\bk1\b/)
      expect(roles.filter(({ function: part }) => part === null)).toEqual([])
    })

    test('customer success appears before the agreement', () => {
      const success = roles.filter((role) => role.function === 'customerSuccess' || role.function === 'delivery')
      const early = milestones.slice(0, 2).flatMap(({ steps }) => steps.flatMap((step) => [step.owner, step.with]))
      expect(success.some(({ key }) => early.includes(key))).toBe(true)
    })
  },
)

test('[TPL-2] a blank plan has go-live and the result, and no word more', () => {
  const blank = templateById('blank')
  expect(blank?.milestones.map(({ title, steps }) => `${title} ${steps.length}`)).toEqual([
    'Go-live 0',
    'Optimization: first result 0',
  ])
  expect(blank?.roles).toEqual([])
})

test('[TPL-3] a milestone takes the longest path through its steps', () => {
  const step = (key: string, estimate: number | null, after: readonly string[] | null) => {
    return { key, title: '', outcome: '', owner: null, with: null, estimate, after }
  }
  const milestone = (steps: TemplateMilestone['steps'], estimate: number | null = null): TemplateMilestone => {
    return { key: 'm', title: '', benefit: '', owner: null, after: null, estimate, steps }
  }
  const side = [step('a', 2, null), step('b', 5, []), step('c', 1, ['a', 'b']), step('d', 1, ['elsewhere'])]
  expect(estimateOf(milestone(side))).toBe(6)
  expect(estimateOf(milestone([step('a', 2, null), step('b', null, null), step('c', 3, null)]))).toBe(5)
  expect(estimateOf(milestone(side, 2))).toBe(2)
  expect(estimateOf(milestone([]))).toBeNull()
  expect(estimateOf(milestone([step('a', null, null)]))).toBeNull()
})

test('[TPL-4] the durations are those of plans that were really made', () => {
  const durations = written.map(({ id, milestones }) => `${id} ${milestones.map(estimateOf).join(' ')}`)
  expect(durations).toEqual([
    'one-team-first 5 4 7 17 9 9 18 25',
    'full-rollout 12 18 11 19 19 21 8 48 65',
    'renew-and-extend 7 7 27 7 7 26 40',
    'proof-of-value 7 7 5 13 5 9 18 24',
  ])
  expect(TEMPLATES.map(workdaysToGoLive)).toEqual([60, 118, 81, 64, 0])
})

test('[TPL-5] a template is found by its id', () => {
  expect(TEMPLATES.map(({ id }) => templateById(id)?.id)).toEqual(TEMPLATES.map(({ id }) => id))
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length)
  expect(templateById('gone')).toBeNull()
})
