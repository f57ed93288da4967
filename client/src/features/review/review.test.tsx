// @vitest-environment jsdom
import {
  addCriterion,
  addMilestone,
  addObjective,
  addRole,
  planOutlook,
  readPlan,
  reviewPlan,
  setFindingOff,
  setMilestoneOwner,
  setResult,
  setText,
  writeParagraphs,
  type PlanDoc,
} from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { findingWords } from '../../words/review/findings.ts'
import { showReview } from './testing/review-page.tsx'

afterEach(cleanup)

const TODAY = parseLocalDate('2026-06-17') as LocalDate

/** Go-live and a result, nobody's, without a day. */
function blank(doc: PlanDoc) {
  addMilestone(doc, { title: 'Go-live' })
  setResult(doc, addMilestone(doc, { title: 'Optimization: first result' }))
}

const findings = () =>
  screen.queryAllByRole('button', { name: /, show where$/u }).map((button) => button.getAttribute('aria-label'))
const finding = (headline: string) => screen.getByRole('button', { name: `${headline}, show where` })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const menuOf = (headline: string) => press(`More for “${headline}”`)
const pick = (name: string) => fireEvent.click(screen.getByRole('menuitem', { name }))
const offNow = (doc: PlanDoc) => Object.keys(readPlan(doc).findingsOff)

test('what needs attention comes first, three of it, and the others unfold', () => {
  showReview({ fill: blank })
  expect(findings()).toEqual([
    'Say who does what comes next, show where',
    'Say what it is worth, show where',
    'Say which milestone is go-live, show where',
  ])
  const all =
    screen
      .getByRole('heading', { name: /^Plan review/u })
      .textContent.match(/\d+/gu)
      ?.map(Number) ?? []
  const inPlace = all[0] ?? 0
  expect(screen.getByRole('button', { name: `${inPlace} in place` })).toBeTruthy()
  press(/^\d+ more$/u)
  expect(findings()).toHaveLength((all[1] ?? 0) - inPlace)
  press('Fewer')
  expect(findings()).toHaveLength(3)
})

test('a press on a finding asks for its place', () => {
  const { doc, asked } = showReview({ fill: blank })
  fireEvent.click(finding('Say what it is worth'))
  fireEvent.click(finding('Say who does what comes next'))
  expect(asked).toEqual([
    { kind: 'valueProposition' },
    { kind: 'milestone', milestoneId: readPlan(doc).milestones[0]?.id },
  ])
})

test('what is mended goes, and stands among what is in place', () => {
  const { doc } = showReview({ fill: blank })
  const words = Array.from({ length: 33 }, (_, at) => `word${at}`).join(' ')
  act(() => void writeParagraphs(doc, { kind: 'valueProposition' }, [words]))
  expect(findings()).not.toContain('Say what it is worth, show where')
  press(/ in place$/u)
  const inPlace = screen.getByRole('list', { name: 'In place' })
  expect(within(inPlace).getByText('Value proposition')).toBeTruthy()
})

test('a finding is switched off for the plan and on again; the keyboard goes on where something is left', () => {
  const { doc } = showReview({ fill: blank })
  menuOf('Say what it is worth')
  pick('Off for this plan')
  expect(offNow(doc)).toEqual(['valueProposition'])
  expect(findings()).not.toContain('Say what it is worth, show where')
  const fold = screen.getByRole('button', { name: '1 switched off' })
  expect(document.activeElement).toBe(fold)
  fireEvent.click(fold)
  expect(screen.getByRole('list', { name: 'Switched off' }).textContent).toContain('Dana Okafor, 17 Jun')
  const on = screen.getByRole('button', { name: 'Switch on: Value proposition' })
  on.focus()
  fireEvent.click(on)
  expect(offNow(doc)).toEqual([])
  expect(findings()).toContain('Say what it is worth, show where')
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^Plan review/u }))
})

test('switching off is one step of undo, and its notice takes it back too', () => {
  const { doc, undo } = showReview({ fill: blank })
  menuOf('Say what it is worth')
  pick('Off for this plan')
  act(() => void undo.undo())
  expect(offNow(doc)).toEqual([])
  menuOf('Say what it is worth')
  pick('Off for this plan')
  const notice = screen.getAllByText('“Value proposition” is off for this plan').at(-1)
  fireEvent.click(within(notice!.closest('li')!).getByRole('button', { name: /^Undo/u }))
  expect(offNow(doc)).toEqual([])
})

test('a task gets the wording that is offered, in one step of undo', async () => {
  const { doc, undo } = showReview({
    fill: (doc) => {
      blank(doc)
      addMilestone(doc, { title: 'Demo', after: null })
    },
  })
  press(/^\d+ more$/u)
  menuOf('Say it as an outcome')
  pick('Use “The team has seen it work with its own data”')
  const title = () => readPlan(doc).milestones[0]?.title
  expect(title()).toBe('The team has seen it work with its own data')
  await waitFor(() => expect(findings()).not.toContain('Say it as an outcome, show where'))
  act(() => void undo.undo())
  expect(title()).toBe('Demo')
})

test('whoever only reads sees the same, with nothing that changes the plan', () => {
  const { asked } = showReview({
    canEdit: false,
    fill: (doc) => {
      blank(doc)
      setFindingOff(doc, 'legal', true)
    },
  })
  press('1 switched off')
  press(/ in place$/u)
  press(/^\d+ more$/u)
  expect(screen.getByRole('list', { name: 'Switched off' }).textContent).toContain('Legal')
  fireEvent.click(finding('Say what it is worth'))
  expect(asked).toHaveLength(1)
  const others = screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent)
    .filter((name) => !/, show where$|^Fewer$| in place$| switched off$/u.test(name))
  expect(others).toEqual([])
})

function reviewOf(doc: PlanDoc) {
  const plan = readPlan(doc)
  return reviewPlan(plan, planOutlook(plan, TODAY), TODAY, 0)
}

test('every finding says in a few words what would help, and why in a sentence', () => {
  const { doc } = showReview({ fill: blank })
  const plan = readPlan(doc)
  for (const check of reviewOf(doc).attention) {
    const { headline, why } = findingWords(plan, check)
    expect(headline).toMatch(/^[A-Z][^.!?]{5,48}$/u)
    expect(why).toMatch(/^[“A-Z0-9][^!]+[.?]$/u)
    expect(`${headline} ${why}`).not.toMatch(/undefined|null|NaN|\btask\b|\bdeal\b|\bclose\b|\boverdue\b/u)
  }
})

test('it says whose work is missing, which goal an objective serves, and how a criterion came out once its day has passed', () => {
  const { doc } = showReview({ fill: blank })
  const whyOf = (kind: string) => {
    const check = reviewOf(doc).attention.find((one) => one.kind === kind)
    return check && findingWords(readPlan(doc), check).why
  }
  expect(whyOf('bothSidesWork')).toBe('Neither side owns anything in the plan yet.')
  act(() => void addObjective(doc, { text: 'Audits in ten days' }))
  expect(whyOf('objectives')).toBe('1 objective names no goal of Halden’s yet.')
  const past = parseLocalDate('2026-06-16') as LocalDate
  act(() => void addCriterion(doc, { text: 'Matched untouched', baseline: '0 %', target: '90 %', by: past }))
  expect(whyOf('criteria')).toBe('1 criterion has come to its day, and what was reached is not written down.')
  act(() => void addCriterion(doc, { text: 'Hours', baseline: '9', target: '0', by: past }))
  expect(whyOf('criteria')).toBe('2 criteria have come to their day, and what was reached is not written down.')
})

test('findings name the role, the milestone and how many others there are', () => {
  const { doc } = showReview()
  const counsel = addRole(doc, { title: 'General Counsel', side: 'buyer' })
  act(() => {
    for (const title of ['A', 'B', 'C', 'D', 'E']) setMilestoneOwner(doc, addMilestone(doc, { title })!, counsel)
  })
  const wordsFor = (kind: string) => {
    const check = reviewOf(doc).attention.find((one) => one.kind === kind)
    return check && findingWords(readPlan(doc), check)
  }
  expect(wordsFor('waitsOnNobody')).toEqual({
    headline: 'Name the General Counsel',
    why: '“A” could go on, and the role has no person yet.',
  })
  expect(wordsFor('benefits')?.why).toBe('Milestones 1, 2, 3 and 2 more do not say what the buyer gets for the time.')
  expect(wordsFor('bothSidesContribute')?.why).toContain('from Halden yet')
  act(() => void setText(doc, { in: 'milestones', id: readPlan(doc).milestones[1]!.id, field: 'title' }, 'Demo'))
  expect(wordsFor('outcomes')?.why).toBe(
    '“Demo” reads as a task; perhaps “The team has seen it work with its own data”.',
  )
})
