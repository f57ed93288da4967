/**
 * Two or three people set the same few choices, part, meet and reload in any order. What they should be told is counted
 * without Yjs: every value is set once, and notes which values its writer had before their eyes.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setGoLive } from '../src/meta.ts'
import { setMilestoneDue, setMilestoneEstimate } from '../src/milestones.ts'
import { addKeyDate, setKeyDateCompelling } from '../src/key-dates.ts'
import { keepMine, overruledNow, parseOverruled, watchOverruled, type Overruled } from '../src/overruled.ts'
import { openPlanDoc, type PlanDoc } from '../src/plan-doc.ts'
import { readPlan } from '../src/read-plan.ts'
import { day } from '../src/testing/day.ts'
import { meet, NOON, sharedPlan, writer } from '../src/testing/shared-plan.ts'

type Act =
  | { readonly act: 'set'; readonly who: number; readonly which: number }
  | { readonly act: 'hear'; readonly who: number; readonly other: number }
  | { readonly act: 'reload'; readonly who: number }

const who = fc.nat(2)
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ act: fc.constant('set' as const), who, which: fc.nat(2) }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constant('hear' as const), who, other: who }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('reload' as const), who }) },
  ),
  { minLength: 3, maxLength: 40 },
)

/** Who set a value, and every value that stood there when they did, or before. */
interface Setting {
  readonly by: number
  readonly knew: ReadonlySet<number>
}

const NOT_SET = 0

class Apart {
  readonly docs: PlanDoc[]
  readonly settings = new Map<number, Setting>()
  /** As `who:mine:shown`. */
  readonly told: string[] = []
  readonly due: string[] = []
  readonly notes: (readonly [number, Overruled])[] = []
  #next = 1
  #clients: number[]

  constructor(people: number, clients: readonly number[]) {
    const { ann } = sharedPlan('a | b | c')
    this.#clients = [...clients]
    this.docs = Array.from({ length: people }, (_, index) => this.#join(index, Y.encodeStateAsUpdate(ann.ydoc)))
  }

  #join(index: number, state: Uint8Array): PlanDoc {
    const ydoc = new Y.Doc()
    ydoc.clientID = this.#clients.shift() ?? ydoc.clientID
    const doc = openPlanDoc(ydoc, { writer: writer(index), now: () => NOON })
    watchOverruled(doc, (found) => {
      for (const note of found) {
        this.told.push(`${index}:${String(note.mine)}:${String(note.shown)}`)
        this.notes.push([index, note])
      }
    })
    Y.applyUpdate(ydoc, state, 'storage')
    return doc
  }

  shown(index: number): readonly number[] {
    return readPlan(this.docs[index]!).milestones.map(({ estimate }) => estimate ?? NOT_SET)
  }

  do(step: Act): void {
    const index = step.who % this.docs.length
    const doc = this.docs[index]!
    if (step.act === 'set') this.set(index, step.which)
    else if (step.act === 'reload') this.docs[index] = this.#join(index, Y.encodeStateAsUpdate(doc.ydoc))
    else this.hear(index, step.other % this.docs.length)
  }

  set(index: number, which: number): void {
    const before = this.shown(index)[which]!
    const value = this.#next
    this.#next += 1
    this.settings.set(value, { by: index, knew: new Set([before, ...(this.settings.get(before)?.knew ?? [])]) })
    setMilestoneEstimate(this.docs[index]!, readPlan(this.docs[index]!).milestones[which]!.id, value)
  }

  hear(index: number, other: number): void {
    const before = this.shown(index)
    const [to, from] = [this.docs[index]!.ydoc, this.docs[other]!.ydoc]
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'sync')
    for (const [which, is] of this.shown(index).entries()) {
      const was = before[which]!
      const isLost =
        was !== is &&
        this.settings.get(was)?.by === index &&
        this.settings.get(is)!.by !== index &&
        !this.settings.get(is)!.knew.has(was)
      if (isLost) this.due.push(`${index}:${was}:${is}`)
    }
  }
}

const clients = fc.uniqueArray(fc.integer({ min: 2, max: 100_000 }), { minLength: 12, maxLength: 12 })

test('[OVER-1] [OVER-2] [OVER-4] whatever people do apart, exactly the device whose value lost is told, once', () => {
  let told = 0
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 3 }), clients, acts, (people, clients, acts) => {
      const apart = new Apart(people, clients)
      for (const step of acts) apart.do(step)
      // Everybody hears of everything.
      for (const index of apart.docs.keys()) for (const other of apart.docs.keys()) apart.hear(index, other)
      for (const index of apart.docs.keys()) for (const other of apart.docs.keys()) apart.hear(index, other)
      expect(apart.told.toSorted()).toEqual(apart.due.toSorted())
      const once = apart.notes.map(([index, { mineIs }]) => `${index}:${mineIs}`)
      expect(new Set(once).size).toBe(once.length)
      told += once.length
    }),
    { numRuns: 600 },
  )
  expect(told).toBeGreaterThan(300)
}, 240_000)

test('[OVER-3] [OVER-5] “use mine” puts it back everywhere, tells nobody, and settles it', () => {
  let tried = 0
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 3 }), clients, acts, (people, clients, acts) => {
      const apart = new Apart(people, clients)
      for (const step of acts) apart.do(step)
      meet(apart.docs)
      for (const [index, note] of apart.notes.slice()) {
        const doc = apart.docs[index]!
        // As it would lie on the device's disk.
        const kept = parseOverruled(JSON.parse(JSON.stringify(note)))!
        const open = overruledNow(doc, kept)
        if (open === null || open === 'not-here') continue
        tried += 1
        const before = apart.told.length
        const which = readPlan(doc).milestones.findIndex(({ id }) => id === note.id)
        expect(open).toMatchObject({ mine: note.mine, shown: apart.shown(index)[which] })
        expect(keepMine(doc, open)).toBe('changed')
        expect(overruledNow(doc, kept)).toBeNull()
        meet(apart.docs)
        for (const other of apart.docs.keys()) expect(apart.shown(other)[which]).toBe(note.mine)
        expect(apart.told.length).toBe(before)
      }
    }),
    { numRuns: 300 },
  )
  expect(tried).toBeGreaterThan(100)
}, 240_000)

/** Ann's 1 July lost to Bob's 8 July, and Ann was told. */
function lost() {
  const plan = sharedPlan('a | b', { clientIds: [11, 99, 50] })
  const told: Overruled[] = []
  watchOverruled(plan.ann, (found) => told.push(...found))
  // Bob's name is written with his first change; what he sets after it follows on, and Yjs joins what is gone of it.
  setMilestoneEstimate(plan.bob, plan.milestone('b'), 3)
  setMilestoneDue(plan.ann, plan.milestone('a'), day('2026-07-01'))
  setMilestoneDue(plan.bob, plan.milestone('a'), day('2026-07-08'))
  meet([plan.ann, plan.bob])
  return { ...plan, note: told[0]!, told }
}

test('[OVER-5] it is settled once somebody who knew one of the two sets the field again, or both say the same', () => {
  const one = lost()
  expect(overruledNow(one.ann, one.note)).toMatchObject({
    mine: '2026-07-01',
    shown: '2026-07-08',
    by: { name: 'Bob' },
  })
  setMilestoneDue(one.bob, one.milestone('a'), day('2026-07-20'))
  one.sync()
  expect(overruledNow(one.ann, one.note)).toBeNull()

  const mine = lost()
  setMilestoneDue(mine.ann, mine.milestone('a'), day('2026-07-02'))
  expect(overruledNow(mine.ann, mine.note)).toBeNull()

  const same = lost()
  setMilestoneDue(same.bob, same.milestone('a'), day('2026-07-01'))
  same.sync()
  expect(overruledNow(same.ann, same.note)).toBeNull()
})

/** Ann's 1 July lost to Bob's 8 July; then Cat, who knew neither, and whose value stands over both, says something. */
function thenCat(says: string, as = 2) {
  const plan = sharedPlan('a', { clientIds: [11, 50, 99] })
  openPlanDoc(plan.cat.ydoc, { writer: writer(as) })
  const told: Overruled[] = []
  watchOverruled(plan.ann, (found) => told.push(...found))
  setMilestoneDue(plan.cat, plan.milestone('a'), day(says))
  setMilestoneDue(plan.ann, plan.milestone('a'), day('2026-07-01'))
  setMilestoneDue(plan.bob, plan.milestone('a'), day('2026-07-08'))
  meet([plan.ann, plan.bob])
  plan.sync()
  expect(readPlan(plan.ann).milestones[0]?.due).toBe(says)
  return overruledNow(plan.ann, told[0]!)
}

test('[OVER-5] a third one who knew neither takes the place of the one that is shown, unless it settles it', () => {
  expect(thenCat('2026-07-15')).toMatchObject({ mine: '2026-07-01', shown: '2026-07-15', by: { name: 'Cat' } })
  expect(thenCat('2026-07-01')).toBeNull()
  // Another device of mine.
  expect(thenCat('2026-07-15', 0)).toBeNull()
})

test('[OVER-5] changed again twice is changed again', () => {
  const { ann, bob, sync, milestone, note } = lost()
  for (const later of ['2026-07-20', '2026-07-21', '2026-07-22']) {
    setMilestoneDue(bob, milestone('a'), day(later))
    sync()
  }
  expect(overruledNow(ann, note)).toBeNull()
})

test('[OVER-5] a document that has not heard of it yet does not say that it is settled', () => {
  const { ann, bob, cat, milestone } = sharedPlan('a', { clientIds: [11, 99, 50] })
  openPlanDoc(cat.ydoc, { writer: writer(0) })
  const told: Overruled[] = []
  watchOverruled(ann, (found) => told.push(...found))
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  meet([ann, cat])
  setMilestoneDue(bob, milestone('a'), day('2026-07-08'))
  meet([ann, bob])
  expect(overruledNow(cat, told[0]!)).toBe('not-here')
  expect(overruledNow(openPlanDoc(new Y.Doc()), told[0]!)).toBe('not-here')
  meet([ann, cat])
  expect(overruledNow(cat, told[0]!)).toMatchObject({ shown: '2026-07-08' })
})

test('[OVER-2] nobody is told of what goes along with another choice', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a | b', { clientIds: [11, 99, 50] })
  const told: Overruled[] = []
  for (const peer of [ann, bob]) watchOverruled(peer, (found) => told.push(...found))
  setGoLive(ann, milestone('a'), 'buyer')
  setGoLive(bob, milestone('b'), 'seller')
  sync()
  expect(told.map(({ field }) => field)).toEqual(['goLiveId'])
  keepMine(ann, told[0]!)
  expect([readPlan(ann).goLiveId, readPlan(ann).goLiveSetBy?.side]).toEqual([milestone('a'), 'buyer'])
})

test('[OVER-3] my compelling date is the only one again', () => {
  const { ann, bob, sync } = sharedPlan('a', { clientIds: [11, 99, 50] })
  const [one, two] = ['one', 'two'].map((title) => addKeyDate(ann, { title, side: 'buyer', span: null })!)
  setKeyDateCompelling(ann, two!, true)
  sync()
  const told: Overruled[] = []
  watchOverruled(ann, (found) => told.push(...found))
  setKeyDateCompelling(ann, one!, true)
  setKeyDateCompelling(bob, one!, true)
  setKeyDateCompelling(bob, one!, false)
  setKeyDateCompelling(bob, two!, false)
  setKeyDateCompelling(bob, two!, true)
  sync()
  const mine = told.find(({ id, mine }) => id === one && mine === true)!
  expect(keepMine(ann, mine)).toBe('changed')
  expect(
    readPlan(ann)
      .keyDates.filter(({ compelling }) => compelling)
      .map(({ id }) => id),
  ).toEqual([one])
})

test('what lies on the disk is parsed: odd rows are none, odd values read as their field reads them', () => {
  const { note } = lost()
  expect(parseOverruled(JSON.parse(JSON.stringify(note)))).toMatchObject({ mine: '2026-07-01' })
  expect(parseOverruled({ ...note, mine: { odd: true } })).toMatchObject({ mine: null })
  for (const odd of [
    null,
    'x',
    { ...note, in: 'comments' },
    { ...note, in: 'toString' },
    { ...note, field: 'title' },
    { ...note, field: 'constructor' },
    { ...note, mineIs: 7 },
  ]) {
    expect(parseOverruled(odd)).toBeNull()
  }
  const { ann } = lost()
  expect(overruledNow(ann, { ...note, mineIs: 'x:y' })).toBeNull()
})
