/**
 * The table of the document model, row by row and by its own names: what two people
 * do while apart, and what everybody holds once they have met. Which of two choices
 * a merge keeps depends on client numbers alone, so each row runs both ways round.
 */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setHoliday } from './holidays.ts'
import {
  addMilestone,
  archiveMilestone,
  moveMilestone,
  restoreMilestone,
  setMilestoneDue,
  setMilestoneEstimate,
} from './milestones.ts'
import { setMeta } from './meta.ts'
import { keepMine, watchOverruled, type Overruled } from './overruled.ts'
import { addPerson } from './people.ts'
import { openPlanDoc } from './plan-doc.ts'
import { readPlan } from './read-plan.ts'
import { addRole, nameRole } from './roles.ts'
import { fragmentOf, writeParagraphs } from './rich-text.ts'
import { plainText } from './rich-text-blocks.ts'
import { spliceText, textOf } from './shared-text.ts'
import { addStep, moveStep, setStepDone, setStepDue } from './steps.ts'
import { day } from './testing/day.ts'
import { draw, readAfresh, sharedPlan, writer, type SharedPlan } from './testing/shared-plan.ts'
import { planUndo } from './undo.ts'

const today = day('2026-06-17')

describe.each([
  ['Ann has the lower client number', [11, 12, 13]],
  ['Ann has the higher client number', [13, 12, 11]],
])('%s', (_, clientIds) => {
  const shared = (picture?: string) => sharedPlan(picture, { clientIds })

  /** Both see the same, and so does somebody who reads it for the first time. */
  function agree({ ann, bob, sync }: SharedPlan): string {
    sync()
    expect(readPlan(bob)).toEqual(readPlan(ann))
    expect(readAfresh(ann)).toEqual(readPlan(ann))
    return draw(ann)
  }

  test('[MERGE-1] move vs edit: the move, the words and the date are all kept', () => {
    const plan = shared('a: A | b: B | c: C')
    const { ann, bob, milestone, step } = plan
    moveMilestone(ann, milestone('a'), milestone('c'))
    moveStep(ann, step('B'), milestone('a'), step('A'))
    spliceText(bob, { in: 'milestones', id: milestone('a'), field: 'title' }, 1, 0, '+')
    setMilestoneDue(bob, milestone('a'), day('2026-07-01'))
    spliceText(bob, { in: 'steps', id: step('B'), field: 'title' }, 1, 0, '+')
    setStepDone(bob, step('B'), today, today)
    expect(agree(plan)).toBe('b | c: C | a+: A B+')
    expect(readPlan(ann).milestones[2]).toMatchObject({ due: '2026-07-01', steps: [{}, { done: { on: today } }] })
  })

  test('[MERGE-2] two moves: each of all pairs ends in one order with nothing twice and nothing missing', () => {
    const titles = ['a', 'b', 'c', 'd', 'e']
    for (const annMoves of titles) {
      for (const bobMoves of titles) {
        for (const target of [null, 'a', 'c', 'e']) {
          const plan = shared(titles.join('|'))
          const { ann, bob, milestone } = plan
          moveMilestone(ann, milestone(annMoves), target === null ? null : milestone(target))
          moveMilestone(bob, milestone(bobMoves), milestone('b'))
          expect(agree(plan).split(' | ').toSorted()).toEqual(titles)
        }
      }
    }
  }, 60_000)

  test('[MERGE-2] two moves of one step between milestones: one whole place', () => {
    const plan = shared('a: A | b: B | c: C')
    const { ann, bob, milestone, step } = plan
    moveStep(ann, step('A'), milestone('b'), null)
    moveStep(bob, step('A'), milestone('c'), step('C'))
    expect(['a | b: A B | c: C', 'a | b: B | c: C A']).toContain(agree(plan))
  })

  test('[MERGE-3] archive vs 30 minutes of edits: every edit is there, and restoring shows it', () => {
    const plan = shared('a: A | b')
    const { ann, bob, milestone, step } = plan
    const id = milestone('a')
    archiveMilestone(ann, id)
    for (let minute = 0; minute < 30; minute += 1) {
      const ref = { in: 'milestones', id, field: 'title' } as const
      spliceText(bob, ref, textOf(bob, ref).length, 0, ` ${minute}`)
      setMilestoneEstimate(bob, id, minute)
      addStep(bob, id, { title: `S${minute}` })
    }
    writeParagraphs(bob, { kind: 'notes', milestoneId: id }, ['What we found.'])
    setStepDue(bob, step('A'), day('2026-07-01'))
    expect(agree(plan)).toBe('b')
    const [removed] = readPlan(ann).removedMilestones
    expect(removed).toMatchObject({ title: /^a 0 1 .* 29$/.exec(removed!.title)?.[0], estimate: 29 })
    expect(removed!.steps).toHaveLength(31)
    restoreMilestone(ann, id)
    agree(plan)
    expect(readPlan(bob).milestones[0]?.steps).toMatchObject([
      { title: 'A', due: '2026-07-01' },
      { title: 'S0' },
      ...removed!.steps.slice(2).map(({ title }) => ({ title })),
    ])
    expect(plainText(fragmentOf(ann, { kind: 'notes', milestoneId: id })!)).toBe('What we found.')
  }, 60_000)

  test('[MERGE-4] two inserts in one gap: both are there, in one order', () => {
    const plan = shared('a: A B | b')
    const { ann, bob, milestone, step } = plan
    addMilestone(ann, { title: 'ann', after: milestone('a') })
    addMilestone(bob, { title: 'bob', after: milestone('a') })
    addStep(ann, milestone('a'), { title: 'S', after: step('A') })
    addStep(bob, milestone('a'), { title: 'T', after: step('A') })
    expect(['a: A S T B', 'a: A T S B'].flatMap((a) => [`${a} | ann | bob | b`, `${a} | bob | ann | b`])).toContain(
      agree(plan),
    )
  })

  test('[MERGE-5] name a role twice: one of the two names, and both people in the roster', () => {
    const plan = shared('a')
    const { ann, bob, sync } = plan
    const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
    sync()
    const ingrid = addPerson(ann, { name: 'Ingrid', side: 'buyer' })!
    const marek = addPerson(bob, { name: 'Marek', side: 'buyer' })!
    nameRole(ann, role, ingrid)
    nameRole(bob, role, marek)
    agree(plan)
    expect([ingrid, marek]).toContain(readPlan(ann).roles[0]?.personId)
    expect(readPlan(ann).people.map(({ name }) => name)).toEqual(['Ingrid', 'Marek'])
  })

  test('[MERGE-6] set a date twice: one date; whose date is not shown is told, and can put it back', () => {
    const plan = shared('a')
    const { ann, bob, sync, milestone } = plan
    const told = { Ann: [] as Overruled[], Bob: [] as Overruled[] }
    watchOverruled(ann, (overruled) => told.Ann.push(...overruled))
    watchOverruled(bob, (overruled) => told.Bob.push(...overruled))
    setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
    setMilestoneDue(bob, milestone('a'), day('2026-07-08'))
    agree(plan)
    const shown = readPlan(ann).milestones[0]?.due
    const [loser, winner, loserDoc] =
      shown === '2026-07-08' ? (['Ann', 'Bob', ann] as const) : (['Bob', 'Ann', bob] as const)
    expect(told[winner]).toEqual([])
    expect(told[loser]).toMatchObject([
      {
        in: 'milestones',
        id: milestone('a'),
        field: 'due',
        mine: shown === '2026-07-08' ? '2026-07-01' : '2026-07-08',
        shown,
        by: { name: winner },
      },
    ])
    expect(keepMine(loserDoc, told[loser][0]!)).toBe('changed')
    sync()
    expect(readPlan(winner === 'Ann' ? ann : bob).milestones[0]?.due).toBe(told[loser][0]!.mine)
    expect(told[winner]).toEqual([])
  })

  test('[MERGE-7] both append to one title: both words are there', () => {
    const plan = shared('legal')
    const { ann, bob, milestone } = plan
    const ref = { in: 'milestones', id: milestone('legal'), field: 'title' } as const
    spliceText(ann, ref, 5, 0, ' terms')
    spliceText(bob, ref, 5, 0, ' agreed')
    expect(['legal terms agreed', 'legal agreed terms']).toContain(agree(plan))
  })

  test('[MERGE-8] two holidays at once: both are there, and one day has one', () => {
    const plan = shared('a')
    const { ann, bob } = plan
    setHoliday(ann, day('2026-05-17'), { name: 'Constitution Day', side: 'buyer' })
    setHoliday(bob, day('2026-07-04'), { name: 'Independence Day', side: 'seller' })
    setHoliday(ann, day('2026-12-25'), { name: 'Christmas', side: null })
    setHoliday(bob, day('2026-12-25'), { name: 'Christmas', side: null })
    agree(plan)
    expect(readPlan(ann).holidays.map(({ name }) => name)).toEqual([
      'Constitution Day',
      'Independence Day',
      'Christmas',
    ])
  })

  test('[MERGE-9] undo after somebody else’s change: theirs stays', () => {
    const plan = shared('a: A | b')
    const { ann, bob, sync, milestone, step } = plan
    const undo = planUndo(ann)
    setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
    moveStep(ann, step('A'), milestone('b'), null)
    sync()
    setMilestoneDue(bob, milestone('a'), day('2026-07-08'))
    spliceText(bob, { in: 'steps', id: step('A'), field: 'title' }, 1, 0, '+')
    sync()
    expect(undo.undo()).toBe(true)
    undo.undo()
    expect(agree(plan)).toBe('a: A+ | b')
    expect(readPlan(ann).milestones[0]?.due).toBe('2026-07-08')
  })

  test('[MERGE-10] undo of a creation that others have built on: their work stays', () => {
    const plan = shared('a')
    const { ann, bob, sync } = plan
    const undo = planUndo(ann)
    const id = addMilestone(ann, { title: 'new' })!
    sync()
    addStep(bob, id, { title: 'Bob was here' })
    undo.undo()
    expect(agree(plan)).toBe('a')
    expect(readPlan(ann).removedMilestones).toMatchObject([{ title: 'new', steps: [{ title: 'Bob was here' }] }])
    restoreMilestone(bob, id)
    expect(agree(plan)).toBe('a | new: Bob was here')
  })

  test('different fields of one milestone: all are kept', () => {
    const plan = shared('a')
    const { ann, bob, milestone } = plan
    setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
    setMilestoneEstimate(bob, milestone('a'), 5)
    agree(plan)
    expect(readPlan(ann).milestones[0]).toMatchObject({ due: '2026-07-01', estimate: 5 })
  })
})

describe('[OVER-2] nobody is told', () => {
  const watched = (clientIds: readonly number[]) => {
    const plan = sharedPlan('a', { clientIds })
    const told: Overruled[] = []
    for (const peer of plan.peers) watchOverruled(peer, (overruled) => told.push(...overruled))
    return { ...plan, told }
  }

  test.each([[[11, 12, 13]], [[13, 12, 11]]])('where the other had seen the value (clients %j)', (clientIds) => {
    const { ann, bob, sync, milestone, told } = watched(clientIds)
    setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
    sync()
    setMilestoneDue(bob, milestone('a'), day('2026-07-08'))
    setMilestoneDue(bob, milestone('a'), day('2026-07-09'))
    sync()
    expect(readPlan(ann).milestones[0]?.due).toBe('2026-07-09')
    expect(told).toEqual([])
  })

  test.each([[[11, 12, 13]], [[13, 12, 11]]])('where both say the same (clients %j)', (clientIds) => {
    const { ann, bob, sync, milestone, told } = watched(clientIds)
    setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
    setMilestoneDue(bob, milestone('a'), day('2026-07-01'))
    archiveMilestone(ann, milestone('a'))
    archiveMilestone(bob, milestone('a'))
    sync()
    expect(told).toEqual([])
  })

  test.each([[[11, 12, 13]], [[13, 12, 11]]])('of texts, which keep both (clients %j)', (clientIds) => {
    const { ann, bob, sync, milestone, told } = watched(clientIds)
    spliceText(ann, { in: 'milestones', id: milestone('a'), field: 'title' }, 1, 0, 'x')
    spliceText(bob, { in: 'milestones', id: milestone('a'), field: 'title' }, 1, 0, 'y')
    sync()
    expect(told).toEqual([])
  })
})

test('[OVER-1] a device that was reloaded meanwhile still knows its value, by its grant', () => {
  const { ann, bob, milestone } = sharedPlan('a', { clientIds: [11, 99, 13] })
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  setMilestoneDue(bob, milestone('a'), day('2026-07-08'))
  const reloaded = openPlanDoc(new Y.Doc(), { writer: writer(0) })
  Y.applyUpdate(reloaded.ydoc, Y.encodeStateAsUpdate(ann.ydoc), 'storage')
  const told: Overruled[] = []
  watchOverruled(reloaded, (overruled) => told.push(...overruled))
  Y.applyUpdate(reloaded.ydoc, Y.encodeStateAsUpdate(bob.ydoc), 'sync')
  expect(told).toMatchObject([{ mine: '2026-07-01', shown: '2026-07-08', by: { name: 'Bob' } }])
})

test('[OVER-2] nobody is told of one’s own other devices', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a', { clientIds: [11, 99, 13] })
  openPlanDoc(bob.ydoc, { writer: writer(0) })
  const told: Overruled[] = []
  watchOverruled(ann, (overruled) => told.push(...overruled))
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  setMilestoneDue(bob, milestone('a'), day('2026-07-08'))
  sync()
  expect(readPlan(ann).milestones[0]?.due).toBe('2026-07-08')
  expect(told).toEqual([])
})

test('[OVER-3] what is put back is one’s own change, which undo takes back; what is gone is refused', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a', { clientIds: [11, 99, 13] })
  const undo = planUndo(ann)
  let last: Overruled | null = null
  watchOverruled(ann, ([first]) => {
    last = first ?? null
  })
  setMeta(ann, 'timeZone', 'Europe/Oslo')
  setMeta(bob, 'timeZone', 'Europe/London')
  sync()
  expect(last).toMatchObject({ in: 'meta', id: null, field: 'timeZone', mine: 'Europe/Oslo', shown: 'Europe/London' })
  expect(keepMine(ann, last!)).toBe('changed')
  expect(keepMine(ann, last!)).toBe('unchanged')
  expect(readPlan(ann).timeZone).toBe('Europe/Oslo')
  undo.undo()
  expect(readPlan(ann).timeZone).toBe('Europe/London')
  const odd = { ...last!, in: 'milestones' as const, id: 'gone' }
  expect(keepMine(ann, odd)).toBe('no-such-record')
  expect(keepMine(ann, { ...odd, id: milestone('a'), field: 'title' })).toBe('no-such-record')
})
