import { expect, test } from 'vitest'
import type { Milestone, Plan } from '../read-plan.ts'
import { planOutlook } from '../outlook/plan-outlook.ts'
import { keyDate, march, mid, move, onlyOffered, stepOf, type DatedPlan } from '../testing/dated-plan.ts'
import { isDeepFrozen } from '../testing/is-deep-frozen.ts'
import {
  ASTRID,
  DANA,
  rid,
  roleWith,
  WHOLE_DRAWINGS,
  wholePlan,
  withMilestone,
  withoutRole,
  withKeyDates,
} from '../testing/whole-plan.ts'
import { REVIEW_KINDS, type ReviewCheck, type ReviewKind } from './review-check.ts'
import { reviewPlan, type Review } from './review-plan.ts'

function reviewOf(plan: DatedPlan, words = 36, before?: Review): Review {
  return reviewPlan(plan, planOutlook(plan, plan.today), plan.today, words, before)
}

function checkOf(plan: DatedPlan, kind: ReviewKind, words?: number): ReviewCheck | undefined {
  const { attention, inPlace, off } = reviewOf(plan, words)
  return [...attention, ...inPlace, ...off].find((check) => check.kind === kind)
}

const kinds = (checks: readonly ReviewCheck[]) => checks.map(({ kind }) => kind)

/** The drawings with one milestone's own words changed. */
const drawn = (name: string, words: string, today = 11) =>
  wholePlan(
    today,
    WHOLE_DRAWINGS.map((drawing) => (drawing.startsWith(`${name} `) ? `${name} ${words}` : drawing)),
  )

const only = (plan: DatedPlan, count: number): DatedPlan => ({
  ...plan,
  milestones: [...plan.milestones.slice(0, count - 1), ...plan.milestones.slice(-1)],
})

const renamed = (name: string, title: string) => withMilestone(wholePlan(), name, { title })

/** The mark that says nothing was done in the seller's name. */
const nobodySells: Partial<Plan> = {
  confirmations: [{ milestoneId: mid('seen'), side: 'buyer', state: 'confirmed', by: ASTRID, at: 0 }],
}

const quiet = (): DatedPlan => ({ ...wholePlan(), createdAt: Date.UTC(2026, 1, 10, 12) })

test('[REV-3] a plan with which nothing is wrong has every check in place, each once, in one order', () => {
  const { attention, inPlace, off } = reviewOf(wholePlan())
  expect([kinds(attention), off]).toEqual([[], []])
  expect(kinds(inPlace)).toEqual(REVIEW_KINDS)
  expect(new Set(REVIEW_KINDS).size).toBe(REVIEW_KINDS.length)
})

/** Somebody whose words carry no time of their own: only when they began is known. */
function writing(from: number): Plan['writers'][number] {
  return { clientId: 1, grantId: null, personId: null, side: 'seller', name: 'Dana', from }
}

const DONE = { by: DANA, at: 0, on: march(10) }

interface Broken {
  readonly kind: ReviewKind
  readonly plan: DatedPlan
  readonly facts: object
  readonly target?: object
  readonly words?: number
  readonly why: string
}

const BROKEN: readonly Broken[] = [
  { kind: 'valueProposition', why: 'too few words', plan: wholePlan(), words: 29, facts: { words: 29 }, target: { kind: 'valueProposition' } },
  { kind: 'valueProposition', why: 'too many words', plan: wholePlan(), words: 41, facts: { words: 41 } },
  { kind: 'buyerPriority', why: 'none named', plan: { ...wholePlan(), buyerPriority: ' ' }, facts: {}, target: { kind: 'buyerPriority' } },
  { kind: 'milestoneCount', why: 'six', plan: only(wholePlan(), 6), facts: { milestones: 6 }, target: { kind: 'milestones' } },
  { kind: 'milestoneCount', why: 'ten', plan: wholePlan(11, [...WHOLE_DRAWINGS, 'nine', 'ten']), facts: { milestones: 10 } },
  { kind: 'outcomes', why: 'a demo', plan: renamed('proven', 'Demo'), facts: { found: [{ milestoneId: 'proven' }] }, target: { kind: 'milestone', milestoneId: 'proven' } },
  { kind: 'benefits', why: 'one without', plan: withMilestone(wholePlan(), 'funds', { benefit: ' ' }), facts: { milestoneIds: ['funds'] }, target: { kind: 'milestone', milestoneId: 'funds' } },
  { kind: 'endsInValue', why: 'no result', plan: { ...wholePlan(), resultId: null }, facts: { problem: 'noResult', milestoneId: 'result' } },
  { kind: 'endsInValue', why: 'something behind it', plan: wholePlan(11, [...WHOLE_DRAWINGS, 'after']), facts: { problem: 'notLast', milestoneId: 'result' } },
  { kind: 'endsInValue', why: 'go-live is the result', plan: { ...wholePlan(), resultId: mid('live') }, facts: { problem: 'beforeGoLive', milestoneId: 'live' } },
  { kind: 'endsInValue', why: 'a signature', plan: renamed('result', 'Both signed for three more years'), facts: { problem: 'signature' }, target: { kind: 'milestone', milestoneId: 'result' } },
  { kind: 'goLiveAfterOnboarding', why: 'nothing before it', plan: { ...wholePlan(), goLiveId: mid('cost') }, facts: { problem: 'first', milestoneId: 'cost' } },
  { kind: 'goLiveAfterOnboarding', why: 'training after it', plan: renamed('result', 'Everybody trained'), facts: { problem: 'onboardingLater', milestoneId: 'result' } },
  { kind: 'keyDates', why: 'none of the buyer’s', plan: withKeyDates(wholePlan(), keyDate('fair', 80, { side: 'seller', compelling: true })), facts: { problem: 'none' }, target: { kind: 'keyDates' } },
  { kind: 'keyDates', why: 'no day', plan: withKeyDates(wholePlan(), keyDate('audit', null, { compelling: true })), facts: { problem: 'noDay' }, target: { kind: 'keyDate', keyDateId: 'audit' } },
  { kind: 'keyDates', why: 'none compelling', plan: withKeyDates(wholePlan(), keyDate('audit', 80)), facts: { problem: 'noneCompelling' } },
  { kind: 'workedBack', why: 'no go-live', plan: { ...wholePlan(), goLiveId: null }, facts: { problem: 'noGoLive' }, target: { kind: 'goLive' } },
  { kind: 'workedBack', why: 'go-live without a day', plan: drawn('live', '5d by buy'), facts: { problem: 'noDay', milestoneIds: [] }, target: { kind: 'milestone', milestoneId: 'live' } },
  { kind: 'workedBack', why: 'one without a day', plan: drawn('funds', '5d by money'), facts: { problem: 'undated', milestoneIds: ['funds'] } },
  { kind: 'feasible', why: 'past the buyer’s date', plan: withKeyDates(wholePlan(), keyDate('contract', 44, { compelling: true })), facts: { problem: 'pastKeyDate', workdays: 2, keyDateId: 'contract' }, target: { kind: 'milestone', milestoneId: 'live' } },
  { kind: 'feasible', why: 'a promise has passed', plan: wholePlan(12), facts: { problem: 'overdue', milestoneIds: ['seen'] } },
  { kind: 'feasible', why: 'promised too early', plan: drawn('funds', '5d agreed 32 due 26 by money'), facts: { problem: 'cannotBeMet', milestoneIds: ['funds'] } },
  { kind: 'feasible', why: 'not begun and short of time', plan: drawn('seen', '5d agreed 11 due 11 by success'), facts: { problem: 'atRisk', milestoneIds: ['seen'] } },
  { kind: 'nextStep', why: 'far away', plan: wholePlan(11, ['cost 3d agreed 4 due 4 done 4 by buy', 'seen 5d agreed 26 due 26 by success', ...WHOLE_DRAWINGS.slice(2)]), facts: { problem: 'far', workdays: 11 }, target: { kind: 'milestone', milestoneId: 'seen' } },
  { kind: 'owners', why: 'nobody’s', plan: withMilestone(wholePlan(), 'first', { ownerRole: null }), facts: { milestoneIds: ['first'] }, target: { kind: 'milestone', milestoneId: 'first' } },
  { kind: 'rolesNamed', why: 'begins within 15 working days', plan: withMilestone(wholePlan(), 'funds', { ownerRole: rid('open') }), facts: { work: [{ milestoneId: 'funds', stepId: null, roleId: 'open' }] }, target: { kind: 'role', roleId: 'open' } },
  { kind: 'rolesNamed', why: 'owns a step of it', plan: withMilestone(wholePlan(), 'safe', { steps: [stepOf('safe', 'step', { ownerRole: rid('open') })] }), facts: { work: [{ milestoneId: 'safe', stepId: 'step', roleId: 'open' }] } },
  { kind: 'rolesNamed', why: 'was agreed to begin by then', plan: withMilestone(drawn('first', '5d agreed 30 due 60 by open'), 'result', { due: march(80) }), facts: { work: [{ milestoneId: 'first' }] } },
  { kind: 'waitsOnNobody', why: 'a role without a person', plan: withMilestone(wholePlan(), 'seen', { ownerRole: rid('open') }), facts: { work: [{ milestoneId: 'seen', stepId: null, roleId: 'open' }] }, target: { kind: 'role', roleId: 'open' } },
  { kind: 'waitsOnNobody', why: 'nobody at all', plan: withMilestone(wholePlan(), 'seen', { ownerRole: null, steps: [stepOf('seen', 'step')] }), facts: { work: [{ milestoneId: 'seen', stepId: 'step', roleId: null }] }, target: { kind: 'step', milestoneId: 'seen', stepId: 'step' } },
  { kind: 'bothSidesWork', why: 'the seller has none', plan: allOwnedBy('buy'), facts: { missing: ['seller'] } },
  { kind: 'bothSidesContribute', why: 'the seller wrote nothing', plan: { ...wholePlan(), ...nobodySells }, facts: { missing: ['seller'] }, target: { kind: 'people', side: 'seller' } },
  { kind: 'decisionMaker', why: 'wrote nothing', plan: { ...wholePlan(), confirmations: [{ milestoneId: mid('seen'), side: 'seller', state: 'confirmed', by: DANA, at: 0 }] }, facts: { roleIds: ['money'] }, target: { kind: 'role', roleId: 'money' } },
  { kind: 'sellerSponsor', why: 'none', plan: withoutRole(wholePlan(), 'sponsor'), facts: { roleId: null }, target: { kind: 'people', side: 'seller' } },
  { kind: 'customerSuccessEarly', why: 'only later', plan: withMilestone(wholePlan(), 'seen', { ownerRole: rid('sell') }), facts: { roleId: 'success' }, target: { kind: 'milestone', milestoneId: 'cost' } },
  { kind: 'customerSuccessEarly', why: 'none', plan: withoutRole(wholePlan(), 'success'), facts: { roleId: null }, target: { kind: 'people', side: 'seller' } },
  { kind: 'economicBuyer', why: 'none', plan: withoutRole(wholePlan(), 'money'), facts: { roleId: null }, target: { kind: 'people', side: 'buyer' } },
  { kind: 'legal', why: 'only the seller’s', plan: { ...withoutRole(wholePlan(), 'counsel'), roles: [...withoutRole(wholePlan(), 'counsel').roles, roleWith('ours', 'seller', 'legal')] }, facts: { roleId: null } },
  { kind: 'security', why: 'none', plan: withoutRole(wholePlan(), 'security'), facts: { roleId: null } },
  { kind: 'purchasing', why: 'none', plan: withoutRole(wholePlan(), 'orders'), facts: { roleId: null } },
  { kind: 'finance', why: 'none', plan: withoutRole(wholePlan(), 'books'), facts: { roleId: null } },
  { kind: 'agreed', why: 'only offered', plan: onlyOffered(wholePlan()), facts: { state: 'offered', by: 'seller' }, target: { kind: 'agreement' } },
  { kind: 'agreed', why: 'never offered', plan: { ...wholePlan(), offers: [] }, facts: { state: 'none', by: null } },
  { kind: 'slipReasons', why: 'moved without a word', plan: { ...wholePlan(), moves: [{ ...move('safe', {}), from: march(17), to: march(18), text: ' ' }] }, facts: { milestoneIds: ['safe'] }, target: { kind: 'milestone', milestoneId: 'safe' } },
  { kind: 'slipReasons', why: 'late without a move', plan: { ...wholePlan(16), moves: [] }, facts: { milestoneIds: ['seen'] } },
  { kind: 'doneInOrder', why: 'a milestone before what it waits for', plan: drawn('safe', '5d agreed 18 due 18 done 10 after seen by security'), facts: { found: [{ milestoneId: 'safe', stepId: null, before: { milestoneId: 'seen', stepId: null } }] }, target: { kind: 'milestone', milestoneId: 'safe' } },
  { kind: 'doneInOrder', why: 'a step before one of an earlier milestone', plan: withMilestone(withMilestone(wholePlan(), 'seen', { steps: [stepOf('seen', 'budget')] }), 'safe', { steps: [stepOf('safe', 'training', { done: DONE, after: ['budget'] as never })] }), facts: { found: [{ milestoneId: 'safe', stepId: 'training', before: { milestoneId: 'seen', stepId: 'budget' } }] }, target: { kind: 'step', milestoneId: 'safe', stepId: 'training' } },
  { kind: 'upToDate', why: 'nothing for long', plan: quiet(), facts: { workdays: 21 } },
  { kind: 'objectives', why: 'none', plan: { ...wholePlan(), objectives: [] }, facts: { problem: 'none' }, target: { kind: 'objectives' } },
  { kind: 'objectives', why: 'serves no goal of the buyer’s', plan: objective({ goal: ' ' }), facts: { problem: 'noGoal', objectiveIds: ['objective'] } },
  { kind: 'objectives', why: 'only an empty line', plan: objective({ text: ' ' }), facts: { problem: 'none' } },
  { kind: 'criteria', why: 'none', plan: { ...wholePlan(), criteria: [] }, facts: { problem: 'none' }, target: { kind: 'criteria' } },
  { kind: 'criteria', why: 'no target', plan: criterion({ target: null }), facts: { problem: 'unmeasured', criterionIds: ['criterion'] } },
  { kind: 'criteria', why: 'no day', plan: criterion({ by: null }), facts: { problem: 'unmeasured' } },
  { kind: 'criteria', why: 'no baseline', plan: criterion({ baseline: '' }), facts: { problem: 'unmeasured' } },
  { kind: 'criteria', why: 'its day has passed without a result', plan: criterion({ by: march(10), actual: ' ' }), facts: { problem: 'unscored', criterionIds: ['criterion'] }, target: { kind: 'criteria' } },
] // prettier-ignore

test.each(BROKEN)('[REV-3] $kind needs attention: $why', ({ kind, plan, words, facts, target }) => {
  expect(checkOf(wholePlan(), kind)).toMatchObject({ inPlace: true, off: null })
  const check = checkOf(plan, kind, words)
  expect(check).toMatchObject({ inPlace: false, off: null, facts, ...(target === undefined ? {} : { target }) })
})

test('[REV-3] every check is seen to find something', () => {
  expect([...new Set(BROKEN.map(({ kind }) => kind))].toSorted()).toEqual(REVIEW_KINDS.toSorted())
})

test.each([
  ['the band of words, lower end', checkOf(wholePlan(), 'valueProposition', 30), true],
  ['the band of words, both ends', checkOf(wholePlan(), 'valueProposition', 40), true],
  ['a role that begins in 16 working days', checkOf(withMilestone(wholePlan(), 'first', { ownerRole: rid('open') }), 'rolesNamed'), true],
  ['a role that begins in 15', checkOf(drawn('first', '6d agreed 39 due 39 by open'), 'rolesNamed'), false],
  ['a word of ten working days ago', checkOf({ ...wholePlan(), createdAt: Date.UTC(2026, 1, 25, 12) }, 'upToDate'), true],
  ['a word of eleven', checkOf({ ...wholePlan(), createdAt: Date.UTC(2026, 1, 24, 12) }, 'upToDate'), false],
  ['a role whose step is done', checkOf(withMilestone(wholePlan(), 'safe', { steps: [stepOf('safe', 'step', { ownerRole: rid('open'), done: { on: march(9), by: DANA, at: 0 } })] }), 'rolesNamed'), true],
  ['a decision maker who only ticked a step', checkOf({ ...withMilestone(wholePlan(), 'seen', { steps: [stepOf('seen', 'step', { done: { on: march(9), by: ASTRID, at: 0 } })] }), confirmations: [] }, 'decisionMaker'), true],
  ['a decision maker who is known by name and side only', checkOf({ ...wholePlan(), confirmations: [{ milestoneId: mid('seen'), side: 'buyer', state: 'confirmed', by: { ...ASTRID, personId: null }, at: 0 }] }, 'decisionMaker'), true],
  ['somebody of that name on the other side', checkOf({ ...wholePlan(), confirmations: [{ milestoneId: mid('seen'), side: 'seller', state: 'confirmed', by: { ...ASTRID, side: 'seller', personId: null }, at: 0 }] }, 'decisionMaker'), false],
  ['a next step ten working days away', checkOf(wholePlan(11, ['cost 3d agreed 4 due 4 done 4 by buy', 'seen 5d agreed 25 due 25 by success', ...WHOLE_DRAWINGS.slice(2)]), 'nextStep'), true],
  ['a date that was moved to an earlier day', checkOf({ ...wholePlan(), moves: [{ ...move('safe', {}), from: march(19), to: march(18), text: '' }, { ...move('proven', { n: 2 }), from: march(24), to: march(25) }] }, 'slipReasons'), true],
  ['what waits for a step that was left out', checkOf(withMilestone(withMilestone(wholePlan(), 'seen', { skipped: { by: DANA, at: 0 }, steps: [stepOf('seen', 'budget')] }), 'proven', { steps: [stepOf('proven', 'training', { done: DONE, after: ['budget', 'training', 'nowhere'] as never })] }), 'doneInOrder'), true],
  ['a link to a later milestone', checkOf(drawn('cost', '3d agreed 4 due 4 done 4 after live by buy'), 'doneInOrder'), true],
  ['an old slip whose latest move has its reason', checkOf({ ...wholePlan(), moves: [{ ...move('safe', { n: 1 }), from: march(16), to: march(17), text: '' }, { ...move('safe', { n: 2 }), from: march(17), to: march(18) }] }, 'slipReasons'), true],
  ['somebody ticked something since', checkOf({ ...quiet(), confirmations: [{ milestoneId: mid('seen'), side: 'buyer', state: 'confirmed', by: ASTRID, at: Date.UTC(2026, 2, 10, 12) }] }, 'upToDate'), true],
  ['a criterion whose day is today', checkOf(criterion({ by: march(11) }), 'criteria'), true],
  ['a criterion with the number that was reached', checkOf(criterion({ by: march(10), actual: '91%' }), 'criteria'), true],
  ['a criterion that was called reached', checkOf(criterion({ by: march(10), result: 'reached' }), 'criteria'), true],
  ['somebody wrote words since', checkOf({ ...quiet(), writers: [writing(Date.UTC(2026, 2, 10, 12))] }, 'upToDate'), true],
  ['somebody wrote words long ago', checkOf({ ...quiet(), writers: [writing(Date.UTC(2026, 1, 24, 12))] }, 'upToDate'), false],
  ['customer success helps with a step', checkOf(withMilestone(withMilestone(wholePlan(), 'seen', { ownerRole: rid('sell') }), 'safe', { steps: [stepOf('safe', 'step', { withRole: rid('success') })] }), 'customerSuccessEarly'), true],
] as const)('[REV-3] %s', (_, check, inPlace) => {
  expect(check?.inPlace).toBe(inPlace)
}) // prettier-ignore

test('[REV-2] what has nothing to judge is left out', () => {
  const bare = wholePlan(11, [])
  const empty = { ...bare, goLiveId: null, resultId: null, moves: [], roles: [], people: [], confirmations: [] }
  const said = reviewOf(empty)
  const all = kinds([...said.attention, ...said.inPlace])
  const left = REVIEW_KINDS.filter((kind) => !all.includes(kind))
  expect(left).toEqual([
    'feasible', 'endsInValue', 'decisionMaker', 'owners', 'goLiveAfterOnboarding', 'slipReasons', 'doneInOrder', 'upToDate',
    'bothSidesWork', 'outcomes', 'benefits',
  ]) // prettier-ignore
})

test('[REV-2] a plan that is lived through needs no next step and no news', () => {
  const done = WHOLE_DRAWINGS.map((drawing, index) => `${drawing.replace(' done 4', '')} done ${4 + index}`)
  const { attention, inPlace } = reviewOf({ ...wholePlan(11, done), createdAt: 0 })
  expect(kinds([...attention, ...inPlace]).filter((kind) => kind === 'nextStep' || kind === 'upToDate')).toEqual([])
})

test('[REV-3] no next step at all: what is open waits for what is not planned', () => {
  const stuck = wholePlan()
  const next = { ...planOutlook(stuck, stuck.today), next: null }
  const review = reviewPlan(stuck, next, stuck.today, 36)
  expect(review.attention.find(({ kind }) => kind === 'nextStep')?.facts).toEqual({ problem: 'none', workdays: 0 })
})

test('[REV-2] skipped milestones are not judged', () => {
  const plan = withMilestone(renamed('proven', 'Demo'), 'proven', {
    title: 'Demo',
    benefit: '',
    ownerRole: null,
    skipped: { by: DANA, at: 0 },
  })
  expect(kinds(reviewOf(plan).attention)).toEqual([])
  expect(checkOf(plan, 'milestoneCount')?.facts).toEqual({ milestones: 7 })
})

test('[REV-4] switched off for the plan: by whom and when, and it counts as before once it is switched on', () => {
  const open = withoutRole(wholePlan(), 'orders')
  const off = { ...open, findingsOff: { purchasing: { by: ASTRID, at: Date.UTC(2026, 2, 9, 12) } } }
  const review = reviewOf(off)
  expect([review.attention, kinds(review.inPlace).includes('purchasing')]).toEqual([[], false])
  expect(review.off).toMatchObject([{ kind: 'purchasing', inPlace: false, off: { by: ASTRID, on: march(9) } }])
  expect(kinds(reviewOf({ ...off, findingsOff: {} }).attention)).toEqual(['purchasing'])
})

test('[REV-4] what is in place can be off too, and an unknown name switches nothing off', () => {
  const mark = { by: ASTRID, at: Date.UTC(9999, 11, 30) }
  const review = reviewOf({ ...wholePlan(), findingsOff: { legal: mark, laterVersion: mark } })
  expect(review.off.map(({ kind, off }) => [kind, off?.on])).toEqual([['legal', march(11)]])
  expect(review.inPlace).toHaveLength(REVIEW_KINDS.length - 1)
})

test('[REV-1] is frozen to its depth; what says the same is the same object', () => {
  const plan = renamed('proven', 'Demo')
  const review = reviewOf(plan)
  expect(isDeepFrozen(review)).toBe(true)
  expect(reviewOf(plan, 36, review)).toBe(review)
  const retitled = reviewOf(withMilestone(plan, 'proven', { title: 'Kick-off' }), 36, review)
  expect(retitled.inPlace).toBe(review.inPlace)
  expect(retitled.attention).not.toBe(review.attention)
  const shorter = reviewOf(plan, 12, review)
  expect(shorter.attention.at(-1)).toBe(review.attention[0])
})

test('[REV-1] typing in one title reads that milestone again and no other', () => {
  const plan = wholePlan()
  const read: string[] = []
  const watched = plan.milestones.map((milestone) => watchedMilestone(milestone, read))
  const review = reviewOf({ ...plan, milestones: watched })
  read.length = 0
  const typed = watchedMilestone({ ...plan.milestones[3]!, title: 'Demo' }, read)
  const after = reviewOf({ ...plan, milestones: watched.with(3, typed) }, 36, review)
  expect(new Set(read)).toEqual(new Set(['proven']))
  expect(kinds(after.attention)).toEqual(['outcomes'])
})

/** Says when its title or benefit is looked at. */
function watchedMilestone(milestone: Milestone, read: string[]): Milestone {
  const { title, benefit } = milestone
  return Object.defineProperties(
    { ...milestone },
    {
      title: { get: () => (read.push(milestone.id), title), enumerable: true },
      benefit: { get: () => (read.push(milestone.id), benefit), enumerable: true },
    },
  )
}

function allOwnedBy(key: string): DatedPlan {
  const plan = wholePlan()
  return { ...plan, milestones: plan.milestones.map((milestone) => ({ ...milestone, ownerRole: rid(key) })) }
}

function objective(fields: object): DatedPlan {
  const plan = wholePlan()
  return { ...plan, objectives: plan.objectives.map((one) => ({ ...one, ...fields })) }
}

function criterion(fields: object): DatedPlan {
  const plan = wholePlan()
  return { ...plan, criteria: plan.criteria.map((one) => ({ ...one, ...fields })) }
}
