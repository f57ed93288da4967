import { forecast, workCalendar, workdaysBetween } from '@milepost/schedule'
import { expect, test } from 'vitest'
import { baselineOf, openOffer, proposalsFor, standingOffer } from './agreement.ts'
import { bearerOf } from './bearer.ts'
import { confirmMilestone } from './confirmations.ts'
import { setHoliday } from './holidays.ts'
import type { MilestoneId, OfferId } from './ids.ts'
import { addKeyDate } from './key-dates.ts'
import { setGoLive, setMeta } from './meta.ts'
import {
  archiveMilestone,
  setMilestoneAfter,
  setMilestoneDone,
  setMilestoneDue,
  setMilestoneEstimate,
  setMilestoneOwner,
  setMilestoneStartedOn,
  skipMilestone,
} from './milestones.ts'
import { confirmMove, moveMilestoneDue } from './moves.ts'
import { offerDays } from './offer-days.ts'
import { acceptOffer, makeOffer, OFFER, withdrawOffer } from './offers.ts'
import type { PlanDoc } from './plan-doc.ts'
import { planToSchedule, startOf } from './plan-to-schedule.ts'
import { readPlan } from './read-plan.ts'
import { addRole } from './roles.ts'
import { setStepDone, setStepDue } from './steps.ts'
import { day } from './testing/day.ts'
import { sharedPlan } from './testing/shared-plan.ts'
import { planUndo } from './undo.ts'

const today = day('2026-03-04')

/** One date for one milestone, as an offer. */
function offer(doc: PlanDoc, milestoneId: MilestoneId, date: string): OfferId {
  return makeOffer(doc, new Map([[milestoneId, { date: day(date), estimate: 5, gap: 5 }]]))!
}

const standing = (doc: PlanDoc) => standingOffer(readPlan(doc).offers)?.id ?? null
const open = (doc: PlanDoc) => openOffer(readPlan(doc).offers)?.id ?? null

test('[OFFER-1] an offer takes the next n, and only the newest undecided one is open', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  const first = offer(ann, milestone('a'), '2026-03-06')
  sync()
  const second = offer(bob, milestone('a'), '2026-03-09')
  sync()
  expect(readPlan(ann).offers.map(({ id, n, side }) => ({ id, n, side }))).toEqual([
    { id: first, n: 1, side: 'buyer' },
    { id: second, n: 2, side: 'seller' },
  ])
  expect(open(ann)).toBe(second)
  expect(makeOffer(ann, new Map())).toBe(null)
})

test('[OFFER-2] an older offer, one’s own and none are refused', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  const first = offer(ann, milestone('a'), '2026-03-06')
  sync()
  const second = offer(bob, milestone('a'), '2026-03-09')
  sync()
  expect(acceptOffer(bob, first)).toBe('not-open')
  expect(acceptOffer(bob, second)).toBe('own-offer')
  expect(acceptOffer(ann, 'gone' as OfferId)).toBe('no-such-record')
  expect(standing(ann)).toBe(null)
  expect(acceptOffer(ann, second)).toBe('changed')
  expect(acceptOffer(ann, second)).toBe('unchanged')
  expect(acceptOffer(ann, first)).toBe('not-open')
  expect(standing(ann)).toBe(second)
  expect(open(ann)).toBe(null)
})

test('[OFFER-2] what comes by merge all the same does not stand', () => {
  const { ann, milestone } = sharedPlan('a')
  const own = offer(ann, milestone('a'), '2026-03-06')
  const by = { side: 'buyer', name: 'Ann', personId: null }
  OFFER.recordIn(ann.ydoc, own)!.set('accepted', { side: 'buyer', by, at: 1 })
  expect(standing(ann)).toBe(null)
  expect(baselineOf(readPlan(ann).offers).state).toBe('offered')
})

test.each([
  [1, 2],
  [2, 1],
])('[OFFER-3] two offers accepted while apart: the same one stands for everybody (clients %i, %i)', (first, second) => {
  const { ann, bob, cat, sync, milestone } = sharedPlan('a', { clientIds: [1_000 + first, 1_000 + second, 7] })
  const older = offer(ann, milestone('a'), '2026-03-06')
  sync()
  // Bob accepts it while Cat, who has not heard of that, offers again; then Bob accepts that as well.
  acceptOffer(bob, older)
  const newer = offer(cat, milestone('a'), '2026-03-13')
  sync()
  expect([standing(ann), open(ann)]).toEqual([older, newer])
  acceptOffer(bob, newer)
  sync()
  expect([ann, bob, cat].map(standing)).toEqual([newer, newer, newer])
  expect(baselineOf(readPlan(cat).offers)).toMatchObject({ state: 'agreed', offer: { id: newer } })
})

test('[OFFER-3] of two offers with one n the higher id counts, on every device', () => {
  const { ann, bob, cat, sync, milestone } = sharedPlan('a')
  const one = offer(ann, milestone('a'), '2026-03-06')
  const other = offer(cat, milestone('a'), '2026-03-13')
  sync()
  const newest = [one, other].toSorted().at(-1)
  expect([ann, bob, cat].map(open)).toEqual([newest, newest, newest])
})

test('[OFFER-4] days are measured from the newest offer only while nothing was ever accepted', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  expect(baselineOf(readPlan(ann).offers).state).toBe('none')
  const first = offer(ann, milestone('a'), '2026-03-06')
  sync()
  expect(baselineOf(readPlan(bob).offers)).toMatchObject({ state: 'offered', offer: { id: first } })
  acceptOffer(bob, first)
  offer(bob, milestone('a'), '2026-04-01')
  expect(baselineOf(readPlan(bob).offers)).toMatchObject({ state: 'agreed', offer: { id: first } })
  expect(planToSchedule(readPlan(bob), today).milestones[0]).toMatchObject({ agreed: '2026-03-06' })
  withdrawOffer(bob, first)
  expect(withdrawOffer(bob, first)).toBe('unchanged')
  expect(baselineOf(readPlan(bob).offers)).toEqual({ state: 'none', offer: null })
  expect(planToSchedule(readPlan(bob), today).milestones[0]).toMatchObject({ agreed: null })
})

test('[OFFER-5] two open wishes for one date are two proposals until one is accepted', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  const id = milestone('a')
  const agreed = offer(ann, id, '2026-03-06')
  sync()
  acceptOffer(bob, agreed)
  sync()
  offer(ann, id, '2026-03-11')
  const wish = offer(bob, id, '2026-03-13')
  sync()
  const dates = proposalsFor(readPlan(ann).offers, id).map(({ side, date }) => `${side} ${date}`)
  expect(dates.toSorted()).toEqual(['buyer 2026-03-11', 'seller 2026-03-13'])
  const again = offer(ann, id, '2026-03-13')
  sync()
  expect(proposalsFor(readPlan(bob).offers, id).map(({ date }) => date)).toEqual(['2026-03-13', '2026-03-13'])
  acceptOffer(bob, again)
  expect(proposalsFor(readPlan(bob).offers, id)).toEqual([])
  expect(readPlan(bob).offers.map((other) => other.id)).toContain(wish)
})

test('[OFFER-6] an offer carries the later of promise and forecast, the estimate and the gap', () => {
  const { ann, milestone } = sharedPlan('done | demo | skipped | sign | gone | live')
  const [done, demo, skipped, sign, gone, live] = ['done', 'demo', 'skipped', 'sign', 'gone', 'live'].map(
    milestone,
  ) as [MilestoneId, MilestoneId, MilestoneId, MilestoneId, MilestoneId, MilestoneId]
  setMeta(ann, 'start', day('2026-03-02'))
  setMilestoneDone(ann, done, day('2026-03-03'), today)
  setMilestoneEstimate(ann, demo, 3)
  setMilestoneDue(ann, demo, day('2026-03-13'))
  setMilestoneEstimate(ann, skipped, 30)
  skipMilestone(ann, skipped, true)
  setMilestoneEstimate(ann, sign, 5)
  setMilestoneDue(ann, sign, day('2026-03-16'))
  archiveMilestone(ann, gone)
  setMilestoneEstimate(ann, live, 2)
  setMilestoneAfter(ann, live, [sign, gone])
  const plan = readPlan(ann)
  const days = offerDays(plan, today)
  expect(Object.fromEntries(days)).toEqual({
    [done]: { date: '2026-03-03', estimate: null, gap: 2 },
    [demo]: { date: '2026-03-13', estimate: 3, gap: 8 },
    // Promised for the 16th; five working days behind the demo is the 20th, and later.
    [sign]: { date: '2026-03-20', estimate: 5, gap: 5 },
    [live]: { date: '2026-03-24', estimate: 2, gap: 2 },
  })
  const finishes = new Map(forecast(planToSchedule(plan, today)).milestones.map(({ id, finish }) => [id, finish]))
  for (const [id, { date }] of days) expect(date).toBe(finishes.get(id))
})

test('[OFFER-6] the gaps of an accepted offer are those that the schedule counts for itself', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a | b | c')
  setMeta(ann, 'start', day('2026-03-02'))
  setHoliday(ann, day('2026-03-10'), { name: 'A day off', side: null })
  for (const title of ['a', 'b', 'c']) setMilestoneEstimate(ann, milestone(title), 4)
  makeOffer(ann, offerDays(readPlan(ann), today))
  sync()
  acceptOffer(bob, open(bob)!)
  const input = planToSchedule(readPlan(bob), today)
  const calendar = workCalendar(input.calendar)
  const [a, b, c] = input.milestones
  expect(b?.agreedGap).toBe(workdaysBetween(calendar, a!.agreed!, b!.agreed!))
  expect(c?.agreedGap).toBe(workdaysBetween(calendar, b!.agreed!, c!.agreed!))
  expect(forecast(input).milestones.map(({ slip }) => slip)).toEqual([0, 0, 0])
})

test('[OFFER-7] accepting keeps each step’s promise beside it', () => {
  const { ann, bob, sync, milestone, step } = sharedPlan('a: X Y')
  setStepDue(ann, step('X'), day('2026-03-05'))
  const id = offer(ann, milestone('a'), '2026-03-06')
  sync()
  acceptOffer(bob, id)
  setStepDue(bob, step('X'), day('2026-03-09'))
  expect(readPlan(bob).milestones[0]?.steps).toMatchObject([
    { due: '2026-03-09', agreedDue: '2026-03-05' },
    { due: null, agreedDue: null },
  ])
})

test('[OFFER-8] offers and acceptances are not undone', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  const [undoAnn, undoBob] = [planUndo(ann), planUndo(bob)]
  const id = offer(ann, milestone('a'), '2026-03-06')
  sync()
  acceptOffer(bob, id)
  expect([undoAnn.undo(), undoBob.undo()]).toEqual([false, false])
  expect(standing(bob)).toBe(id)
})

test('[MOVE-1] a moved promise writes one move with the next n, the reason and the role', () => {
  const { ann, milestone } = sharedPlan('a')
  const role = addRole(ann, { title: 'Security', side: 'buyer' })!
  const id = milestone('a')
  moveMilestoneDue(ann, id, day('2026-06-12'))
  expect(moveMilestoneDue(ann, id, day('2026-06-12'))).toBe('unchanged')
  moveMilestoneDue(ann, id, day('2026-06-18'), { text: 'No slot before 15 Jun', role })
  expect(readPlan(ann).moves).toMatchObject([
    { n: 1, from: null, to: '2026-06-12', text: '', role: null, by: { name: 'Ann' } },
    { n: 2, from: '2026-06-12', to: '2026-06-18', text: 'No slot before 15 Jun', role, milestoneId: id },
  ])
  expect(moveMilestoneDue(ann, 'gone' as MilestoneId, null)).toBe('no-such-record')
})

test('[MOVE-2] undo takes the date back and leaves the move', () => {
  const { ann, milestone } = sharedPlan('a')
  const undo = planUndo(ann)
  moveMilestoneDue(ann, milestone('a'), day('2026-06-12'), { text: 'because' })
  expect(undo.undo()).toBe(true)
  expect(readPlan(ann)).toMatchObject({ milestones: [{ due: null }], moves: [{ to: '2026-06-12', text: 'because' }] })
  expect(undo.redo()).toBe(true)
  expect(readPlan(ann)).toMatchObject({ milestones: [{ due: '2026-06-12' }], moves: [{ n: 1 }] })
})

test('[MOVE-3] only the other side confirms a move', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  moveMilestoneDue(ann, milestone('a'), day('2026-06-12'))
  sync()
  const { id } = readPlan(ann).moves[0]!
  expect(confirmMove(ann, id)).toBe('own-move')
  expect(confirmMove(bob, id)).toBe('changed')
  expect(confirmMove(bob, id)).toBe('unchanged')
  expect(confirmMove(bob, 'gone' as never)).toBe('no-such-record')
  expect(readPlan(bob).moves[0]?.confirmed).toMatchObject({ side: 'seller', by: { name: 'Bob' } })
})

test('[MOVE-4] the days belong to the named role of the owner’s side, or once the other side has confirmed it', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a | b')
  const [owner, mate, seller] = [
    addRole(ann, { title: 'AP Director', side: 'buyer' })!,
    addRole(ann, { title: 'IT Security', side: 'buyer' })!,
    addRole(ann, { title: 'Engineer', side: 'seller' })!,
  ]
  const id = milestone('a')
  expect(bearerOf(readPlan(ann), id)).toEqual({ roleId: null, move: null, claimed: null })
  setMilestoneOwner(ann, id, owner)
  moveMilestoneDue(ann, id, day('2026-06-12'))
  expect(bearerOf(readPlan(ann), id)).toMatchObject({ roleId: owner, claimed: null })
  moveMilestoneDue(ann, id, day('2026-06-15'), { role: mate })
  expect(bearerOf(readPlan(ann), id)).toMatchObject({ roleId: mate, claimed: null, move: { n: 2 } })
  moveMilestoneDue(ann, id, day('2026-06-18'), { role: seller })
  expect(bearerOf(readPlan(ann), id)).toMatchObject({ roleId: owner, claimed: seller })
  sync()
  confirmMove(bob, readPlan(bob).moves[2]!.id)
  expect(bearerOf(readPlan(bob), id)).toMatchObject({ roleId: seller, claimed: null })
  moveMilestoneDue(bob, milestone('b'), day('2026-06-18'), { role: mate })
  expect(bearerOf(readPlan(bob), milestone('b'))).toMatchObject({ roleId: null, claimed: mate })
})

test('[CONF-1] each side has its own word on a milestone', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  confirmMilestone(ann, milestone('a'), 'confirmed')
  confirmMilestone(bob, milestone('a'), 'disputed')
  sync()
  expect(readPlan(ann).confirmations).toMatchObject([
    { side: 'buyer', state: 'confirmed', by: { name: 'Ann' } },
    { side: 'seller', state: 'disputed', by: { name: 'Bob' } },
  ])
  expect(confirmMilestone(ann, milestone('a'), 'confirmed')).toBe('unchanged')
  expect(confirmMilestone(ann, milestone('a'), null)).toBe('changed')
  expect(confirmMilestone(ann, 'gone' as MilestoneId, 'confirmed')).toBe('no-such-record')
  expect(readPlan(ann).confirmations).toMatchObject([{ side: 'seller' }])
})

test('[SCHED-1] [SCHED-3] order, skipping and the calendar reach the schedule', () => {
  const { ann, milestone } = sharedPlan('a | b | c')
  skipMilestone(ann, milestone('a'), true)
  archiveMilestone(ann, milestone('b'))
  setGoLive(ann, milestone('c'))
  setMeta(ann, 'start', day('2026-03-02'))
  setHoliday(ann, day('2026-03-10'), { name: 'Off', side: 'seller' })
  const span = { from: day('2026-12-01'), to: day('2026-12-31') }
  addKeyDate(ann, { title: 'Freeze', side: 'buyer', span, blocksWork: true })
  addKeyDate(ann, { title: 'Board', side: 'buyer', span: { from: day('2026-07-23'), to: day('2026-07-23') } })
  const input = planToSchedule(readPlan(ann), today)
  expect(input).toMatchObject({
    today,
    start: '2026-03-02',
    goLiveId: milestone('c'),
    calendar: { workdays: [1, 2, 3, 4, 5], holidays: ['2026-03-10'], freezes: [span] },
  })
  expect(input.milestones.map(({ id, skipped }) => ({ id, skipped }))).toEqual([
    { id: milestone('a'), skipped: true },
    { id: milestone('b'), skipped: true },
    { id: milestone('c'), skipped: false },
  ])
})

test('[SCHED-2] the baseline’s date, estimate and gap reach the schedule', () => {
  const { ann, milestone } = sharedPlan('a | b')
  makeOffer(ann, new Map([[milestone('b'), { date: day('2026-03-06'), estimate: 4, gap: -2 }]]))
  expect(planToSchedule(readPlan(ann), today).milestones).toMatchObject([
    { agreed: null, agreedEstimate: null, agreedGap: null },
    { agreed: '2026-03-06', agreedEstimate: 4, agreedGap: -2 },
  ])
})

test('[SCHED-4] work began on the day that was set, else when the first step was done', () => {
  const { ann, milestone, step } = sharedPlan('a: X Y Z')
  const [first] = readPlan(ann).milestones
  expect(startOf(first!)).toBe(null)
  setStepDone(ann, step('Z'), day('2026-03-03'), today)
  setStepDone(ann, step('X'), day('2026-03-04'), today)
  expect(startOf(readPlan(ann).milestones[0]!)).toBe('2026-03-03')
  setMilestoneStartedOn(ann, milestone('a'), day('2026-03-04'))
  expect(planToSchedule(readPlan(ann), today).milestones[0]?.startedOn).toBe('2026-03-04')
})
