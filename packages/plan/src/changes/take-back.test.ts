import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { removeHoliday, setHoliday } from '../holidays.ts'
import { addKeyDate, setKeyDateCompelling } from '../key-dates.ts'
import { setFindingOff, setGoLive, setMeta } from '../meta.ts'
import { addMilestone, archiveMilestone, moveMilestone, restoreMilestone } from '../milestones.ts'
import { moveMilestoneDue } from '../moves.ts'
import { changePlan, openPlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { fragmentOf, writeParagraphs } from '../rich-text.ts'
import { addRole } from '../roles.ts'
import { spliceText, textOf } from '../shared-text.ts'
import { addStep } from '../steps.ts'
import { BINDING, edit, EDIT_NAMES } from '../testing/random-edits.ts'
import { day } from '../testing/day.ts'
import { copyOf, placesIn } from '../testing/places-in.ts'
import { meet, sharedPlan, writer } from '../testing/shared-plan.ts'
import { planUndo } from '../undo.ts'
import { saidAt, type ChangePlace } from './said-at.ts'
import { canTakeBack, takeBack } from './take-back.ts'

const nameOf = ({ list, id, field }: ChangePlace) => `${list}/${id}/${field}`

/** What goes along: one compelling date, and who chose go-live. */
const alsoMoves = ({ list, id, field }: ChangePlace) =>
  (list === 'keyDates' && (field === 'compelling' || field === null)) || (list === 'meta' && id === 'goLiveSetBy')

test('[BACK-1] [BACK-2] after any edits, each change is taken back alone, and undo brings it back', () => {
  const edits = fc.array(
    fc.record({ name: fc.constantFrom(...EDIT_NAMES), a: fc.nat(1_000), b: fc.nat(1_000), c: fc.nat(1_000) }),
    { minLength: 1, maxLength: 25 },
  )
  let tried = 0
  fc.assert(
    fc.property(edits, edits, fc.nat(), (before, after, pick) => {
      const { ann } = sharedPlan('a: A B C | b: D | c')
      const undo = planUndo(ann, { richTextOrigin: BINDING })
      for (const { name, ...dice } of before) edit({ doc: ann, undo }, name, dice)
      const base = copyOf(ann)
      for (const { name, ...dice } of after) edit({ doc: ann, undo }, name, dice)
      const places = placesIn(base, ann)
      const said = new Map(places.map((place) => [nameOf(place), saidAt(ann, place)]))
      const differing = places.filter(
        (place) =>
          canTakeBack(ann, place) && JSON.stringify(saidAt(base, place)) !== JSON.stringify(saidAt(ann, place)),
      )
      const place = differing[pick % Math.max(1, differing.length)]
      if (place === undefined) return
      undo.stopCapturing()
      const answer = takeBack(ann, base, place)
      const isRefused = answer === 'is-go-live' || answer === 'is-result'
      if (!isRefused) tried += 1
      expect(isRefused || answer === 'changed').toBe(true)
      expect(saidAt(ann, place)).toEqual(isRefused ? said.get(nameOf(place)) : saidAt(base, place))
      const others = places.filter((other) => nameOf(other) !== nameOf(place) && !alsoMoves(other))
      for (const other of others) expect(saidAt(ann, other)).toEqual(said.get(nameOf(other)))
      if (!isRefused) undo.undo()
      for (const each of places) expect(saidAt(ann, each)).toEqual(said.get(nameOf(each)))
    }),
    { numRuns: 400 },
  )
  expect(tried).toBeGreaterThan(200)
}, 240_000)

describe('[BACK-1] one change goes back to what the relay had', () => {
  test('a day; the record of the move stays, as undo leaves it', () => {
    const { ann, milestone } = sharedPlan('a | b')
    moveMilestoneDue(ann, milestone('a'), day('2026-06-30'))
    const base = copyOf(ann)
    moveMilestoneDue(ann, milestone('a'), day('2026-07-08'), { text: 'new connector' })
    moveMilestoneDue(ann, milestone('b'), day('2026-07-20'))
    expect(takeBack(ann, base, { list: 'milestones', id: milestone('a'), field: 'due' })).toBe('changed')
    expect(readPlan(ann).milestones.map(({ due }) => due)).toEqual(['2026-06-30', '2026-07-20'])
    expect(readPlan(ann).moves).toHaveLength(3)
    expect(takeBack(ann, base, { list: 'moves', id: readPlan(ann).moves[1]!.id, field: null })).toBe('stays')
  })

  test('a new record is removed, a removed one is there again, a moved one stands where it stood', () => {
    const { ann, milestone, step } = sharedPlan('a: A B | b')
    const base = copyOf(ann)
    const made = addMilestone(ann, { title: 'new' })!
    const added = addStep(ann, milestone('b'), { title: 'also new' })!
    archiveMilestone(ann, milestone('a'))
    expect(takeBack(ann, base, { list: 'milestones', id: made, field: null })).toBe('changed')
    expect(takeBack(ann, base, { list: 'steps', id: added, field: null })).toBe('changed')
    expect(takeBack(ann, base, { list: 'milestones', id: milestone('a'), field: 'archived' })).toBe('changed')
    expect(readPlan(ann).milestones.map(({ title, steps }) => [title, steps.length])).toEqual([
      ['a', 2],
      ['b', 0],
    ])
    moveMilestone(ann, milestone('a'), milestone('b'))
    expect(takeBack(ann, base, { list: 'milestones', id: milestone('a'), field: 'rank' })).toBe('changed')
    expect(readPlan(ann).milestones.map(({ title }) => title)).toEqual(['a', 'b'])
    expect(saidAt(ann, { list: 'steps', id: step('A'), field: 'place' })).toEqual(
      saidAt(base, { list: 'steps', id: step('A'), field: 'place' }),
    )
  })

  test('what was restored is removed again, with the mark it had', () => {
    const { ann, bob, sync, milestone } = sharedPlan('a | b')
    archiveMilestone(bob, milestone('a'))
    sync()
    const base = copyOf(ann)
    restoreMilestone(ann, milestone('a'))
    expect(takeBack(ann, base, { list: 'milestones', id: milestone('a'), field: 'archived' })).toBe('changed')
    expect(readPlan(ann).archivedMilestones[0]?.archived?.by.name).toBe('Bob')
  })

  test('a text, around what others type meanwhile', () => {
    const { ann, bob, sync, milestone } = sharedPlan('a')
    const title = { in: 'milestones', id: milestone('a'), field: 'title' } as const
    const base = copyOf(ann)
    spliceText(ann, title, 1, 0, ' for finance')
    expect(takeBack(ann, base, { list: 'milestones', id: milestone('a'), field: 'title' })).toBe('changed')
    spliceText(bob, title, 0, 0, 'Bob’s ')
    sync()
    expect(textOf(ann, title)).toBe('Bob’s a')
  })

  test('the head of the plan, a holiday, a finding; who chose go-live goes along', () => {
    const { ann, milestone } = sharedPlan('a | b')
    setGoLive(ann, milestone('a'), 'buyer')
    setHoliday(ann, day('2026-12-24'), { name: 'Christmas Eve', side: 'buyer' })
    const base = copyOf(ann)
    changePlan(ann, () => {
      setMeta(ann, 'buyer', 'Somebody else')
      setGoLive(ann, milestone('b'), 'seller')
      removeHoliday(ann, day('2026-12-24'))
      setHoliday(ann, day('2026-12-25'), { name: 'Christmas', side: null })
      setFindingOff(ann, 'benefits', true)
    })
    for (const [list, id, field] of [
      ['meta', 'buyer', null],
      ['meta', 'goLiveId', null],
      ['holidays', '2026-12-24', null],
      ['holidays', '2026-12-25', null],
      ['meta', 'findingsOff', 'benefits'],
    ] as const) {
      expect(takeBack(ann, base, { list, id, field })).toBe('changed')
      expect(takeBack(ann, base, { list, id, field })).toBe('unchanged')
    }
    const { buyer, goLiveId, goLiveSetBy, holidays, findingsOff } = readPlan(ann)
    expect({ buyer, goLiveId, side: goLiveSetBy?.side, holidays, findingsOff }).toEqual({
      buyer: 'Halden',
      goLiveId: milestone('a'),
      side: 'buyer',
      holidays: [{ date: '2026-12-24', name: 'Christmas Eve', side: 'buyer' }],
      findingsOff: {},
    })
  })

  test('of two dates, the one that was compelling is so again, alone', () => {
    const { ann } = sharedPlan('a')
    const [one, two] = ['one', 'two'].map((title) => addKeyDate(ann, { title, side: 'buyer', span: null })!)
    setKeyDateCompelling(ann, one!, true)
    const base = copyOf(ann)
    setKeyDateCompelling(ann, two!, true)
    expect(takeBack(ann, base, { list: 'keyDates', id: one!, field: 'compelling' })).toBe('changed')
    expect(
      readPlan(ann)
        .keyDates.filter(({ compelling }) => compelling)
        .map(({ title }) => title),
    ).toEqual(['one'])
  })
})

describe('[BACK-3] not taken back', () => {
  test('a new go-live, while nothing stands in its place', () => {
    const { ann } = sharedPlan('a')
    const base = copyOf(ann)
    const made = addMilestone(ann, { title: 'live' })!
    setGoLive(ann, made)
    expect(takeBack(ann, base, { list: 'milestones', id: made, field: null })).toBe('is-go-live')
    expect(readPlan(ann).milestones).toHaveLength(2)
  })

  test('rich text goes back where all of it is understood, and undo brings it again', () => {
    const { ann, milestone } = sharedPlan('a')
    const undo = planUndo(ann)
    const notes = { list: 'milestones', id: milestone('a'), field: 'notes' }
    const proposition = { list: 'meta', id: 'valueProposition', field: null }
    changePlan(ann, () => writeParagraphs(ann, { kind: 'valueProposition' }, ['Nobody types invoices.']))
    const base = copyOf(ann)
    const written = fragmentOf(ann, { kind: 'valueProposition' })!
    changePlan(ann, () => (written.get(0) as Y.XmlElement).insert(0, [new Y.XmlText('Soon: ')]))
    expect(canTakeBack(ann, proposition)).toBe(true)
    expect(takeBack(ann, base, notes)).toBe('unchanged')
    undo.stopCapturing()
    expect(takeBack(ann, base, proposition)).toBe('changed')
    expect(saidAt(ann, proposition)).toBe('Nobody types invoices.')
    undo.undo()
    expect(saidAt(ann, proposition)).toBe('Soon: Nobody types invoices.')
    changePlan(ann, () => written.insert(0, [new Y.XmlElement('hologram')]))
    expect(canTakeBack(ann, proposition)).toBe(false)
    expect(takeBack(ann, base, proposition)).toBe('stays')
  })

  test('what was said to the other side, what is no place, and a plan that may not be changed', () => {
    const { ann, milestone } = sharedPlan('a')
    const base = copyOf(ann)
    const places: readonly ChangePlace[] = [
      { list: 'meta', id: 'goLiveSetBy', field: null },
      { list: 'plan', id: null, field: null },
      { list: 'milestones', id: '__proto__', field: null },
      { list: 'toString', id: 'a', field: null },
      { list: 'milestones', id: milestone('a'), field: 'constructor' },
      { list: 'comments', id: 'a', field: null },
      { list: 'confirmations', id: `${milestone('a')}:buyer`, field: null },
    ]
    expect(places.map((place) => takeBack(ann, base, place))).toEqual(places.map(() => 'stays'))
    addRole(ann, { title: 'Legal', side: 'buyer' })
    const role = readPlan(ann).roles[0]!.id
    openPlanDoc(ann.ydoc, { mayChange: () => false })
    expect(takeBack(ann, base, { list: 'roles', id: role, field: null })).toBe('not-allowed')
  })

  test('what somebody else set on top is theirs to take back: the place is no longer one of mine', () => {
    const { ann, bob, milestone, peers } = sharedPlan('a', { clientIds: [11, 99, 13] })
    expect(writer(0).name).toBe('Ann')
    const base = copyOf(ann)
    moveMilestoneDue(ann, milestone('a'), day('2026-07-01'))
    moveMilestoneDue(bob, milestone('a'), day('2026-07-08'))
    meet(peers)
    // The relay has Bob's by now, and so has the base.
    const later = copyOf(bob)
    expect(readPlan(base).milestones[0]?.due).toBeNull()
    expect(takeBack(ann, later, { list: 'milestones', id: milestone('a'), field: 'due' })).toBe('unchanged')
    expect(readPlan(ann).milestones[0]?.due).toBe('2026-07-08')
  })
})
