import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { setGoLive } from './meta.ts'
import {
  addMilestone,
  archiveMilestone,
  moveMilestone,
  restoreMilestone,
  setMilestoneDue,
  setMilestoneEstimate,
} from './milestones.ts'
import { moveMilestoneDue } from './moves.ts'
import { addKeyDate } from './key-dates.ts'
import { addObjective } from './objectives.ts'
import { addCriterion } from './criteria.ts'
import { addPerson } from './people.ts'
import { changePlan, openPlanDoc, type PlanDoc } from './plan-doc.ts'
import { readPlan, type Plan } from './read-plan.ts'
import { addRole } from './roles.ts'
import { fragmentOf } from './rich-text.ts'
import { plainText } from './rich-text-blocks.ts'
import { setText, spliceText, textOf } from './shared-text.ts'
import { addStep, archiveStep, moveStep, setStepDue, setStepOwner } from './steps.ts'
import { day } from './testing/day.ts'
import { draw, sharedPlan } from './testing/shared-plan.ts'
import { planUndo } from './undo.ts'

/** Everything typed in one test counts as typed without a pause. */
const NO_PAUSE = { pause: 1e9 }
const BINDING = { key: 'rich text binding' }

function typeRichText(doc: PlanDoc, milestoneId: string, words: string, meta: Record<string, unknown> = {}): void {
  doc.ydoc.transact((transaction) => {
    for (const [key, value] of Object.entries(meta)) transaction.meta.set(key, value)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    const fragment = fragmentOf(doc, { kind: 'notes', milestoneId })!
    fragment.insert(fragment.length, [paragraph])
  }, BINDING)
}

test('[UNDO-1] one order over fields, texts, moves and rich text, back and forth', () => {
  const { ann, milestone, step } = sharedPlan('legal: A | pilot: X')
  const undo = planUndo(ann, { ...NO_PAUSE, richTextOrigin: BINDING })
  const id = milestone('legal')
  const notes = fragmentOf(ann, { kind: 'notes', milestoneId: id })!
  const states: (() => unknown)[] = [() => readPlan(ann), () => plainText(notes)]
  const snapshots = [states.map((state) => JSON.stringify(state()))]
  const acts = [
    () => setMilestoneDue(ann, id, day('2026-07-01')),
    () => spliceText(ann, { in: 'milestones', id, field: 'title' }, 5, 0, ' terms'),
    () => typeRichText(ann, id, 'A note.'),
    () => moveStep(ann, step('A'), milestone('pilot'), null),
    () => archiveMilestone(ann, id),
    () => setGoLive(ann, milestone('pilot')),
  ]
  for (const act of acts) {
    act()
    snapshots.push(states.map((state) => JSON.stringify(state())))
  }
  expect(new Set(snapshots.map(String)).size).toBe(acts.length + 1)
  // The first change also wrote who writes; that stays, so it is left out of the comparison.
  const comparable = (snapshot: readonly string[]) => snapshot.map((text) => text.replace(/"writers":\[.*?\]/, ''))
  for (let i = acts.length - 1; i >= 0; i -= 1) {
    expect(undo.undo()).toBe(true)
    expect(comparable(states.map((state) => JSON.stringify(state())))).toEqual(comparable(snapshots[i]!))
  }
  expect([undo.undo(), undo.canUndo(), undo.canRedo()]).toEqual([false, false, true])
  for (let i = 1; i <= acts.length; i += 1) {
    expect(undo.redo()).toBe(true)
    expect(comparable(states.map((state) => JSON.stringify(state())))).toEqual(comparable(snapshots[i]!))
  }
  expect(undo.canRedo()).toBe(false)
})

test('[UNDO-1] only what was done here: others’ changes are never taken back', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a | b')
  const undo = planUndo(ann)
  setMilestoneEstimate(ann, milestone('a'), 3)
  sync()
  setMilestoneEstimate(bob, milestone('b'), 5)
  setText(bob, { in: 'milestones', id: milestone('a'), field: 'title' }, 'a changed')
  sync()
  expect(undo.undo()).toBe(true)
  expect(undo.undo()).toBe(false)
  sync()
  expect(readPlan(bob).milestones).toMatchObject([{ title: 'a changed', estimate: null }, { estimate: 5 }])
})

test('[UNDO-2] if I set a date, a colleague changes it and I undo, theirs stays', () => {
  const { ann, bob, sync, milestone } = sharedPlan('a')
  const undo = planUndo(ann)
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  sync()
  setMilestoneDue(bob, milestone('a'), day('2026-07-08'))
  sync()
  undo.undo()
  sync()
  expect([ann, bob].map((doc) => readPlan(doc).milestones[0]?.due)).toEqual(['2026-07-08', '2026-07-08'])
})

describe('[UNDO-3] undoing a creation archives it and loses nobody’s work', () => {
  test('a milestone that others have typed into, dated and given steps', () => {
    const { ann, bob, sync } = sharedPlan('a')
    const undo = planUndo(ann)
    const id = addMilestone(ann, { title: 'new' })!
    sync()
    spliceText(bob, { in: 'milestones', id, field: 'title' }, 3, 0, ' and better')
    setMilestoneDue(bob, id, day('2026-07-08'))
    addStep(bob, id, { title: 'built on it' })
    sync()
    undo.undo()
    sync()
    expect(draw(bob)).toBe('a')
    const [removed] = readPlan(bob).removedMilestones
    expect(removed).toMatchObject({ title: 'new and better', due: '2026-07-08', steps: [{ title: 'built on it' }] })
    undo.redo()
    sync()
    expect(draw(bob)).toBe('a | new and better: built on it')
    undo.undo()
    sync()
    restoreMilestone(bob, id)
    sync()
    expect(draw(ann)).toBe('a | new and better: built on it')
  })

  test('records of every kind', () => {
    const { ann, bob, sync, milestone } = sharedPlan('a')
    const undo = planUndo(ann)
    changePlan(ann, () => {
      addStep(ann, milestone('a'), { title: 'step' })
      addRole(ann, { title: 'role', side: 'buyer' })
      addPerson(ann, { name: 'person', side: 'buyer' })
      addKeyDate(ann, { title: 'day', side: 'buyer', span: null })
      addObjective(ann, { text: 'objective' })
      addCriterion(ann, { text: 'criterion' })
    })
    sync()
    const edited = readPlan(bob)
    setText(bob, { in: 'roles', id: edited.roles[0]!.id, field: 'title' }, 'role +')
    setText(bob, { in: 'people', id: edited.people[0]!.id, field: 'name' }, 'person +')
    setText(bob, { in: 'keyDates', id: edited.keyDates[0]!.id, field: 'title' }, 'day +')
    setText(bob, { in: 'objectives', id: edited.objectives[0]!.id, field: 'text' }, 'objective +')
    setText(bob, { in: 'criteria', id: edited.criteria[0]!.id, field: 'text' }, 'criterion +')
    setText(bob, { in: 'steps', id: edited.milestones[0]!.steps[0]!.id, field: 'title' }, 'step +')
    sync()
    undo.undo()
    sync()
    expect(readPlan(bob)).toMatchObject({
      milestones: [{ steps: [] }],
      roles: [],
      people: [],
      keyDates: [],
      objectives: [],
      criteria: [],
      removedSteps: [{ title: 'step +' }],
      removedRoles: [{ title: 'role +' }],
      removedPeople: [{ name: 'person +' }],
      removedKeyDates: [{ title: 'day +' }],
      removedObjectives: [{ text: 'objective +' }],
      removedCriteria: [{ text: 'criterion +' }],
    })
  })

  test('a creation in one change with other things takes those back and archives it', () => {
    const { ann, milestone, step } = sharedPlan('a: A')
    const undo = planUndo(ann)
    const role = changePlan(ann, () => {
      const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
      setStepOwner(ann, step('A'), role)
      moveMilestoneDue(ann, milestone('a'), day('2026-07-01'))
      return role
    })
    undo.undo()
    expect(readPlan(ann)).toMatchObject({
      roles: [],
      removedRoles: [{ id: role, title: 'Legal' }],
      milestones: [{ due: null, steps: [{ ownerRole: null }] }],
      moves: [{ to: '2026-07-01' }],
    })
    expect(undo.canUndo()).toBe(false)
  })
})

test('[UNDO-4] the writers’ entry stays', () => {
  const { ann, milestone } = sharedPlan('a')
  const undo = planUndo(ann)
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  undo.undo()
  expect(readPlan(ann).writers).toMatchObject([{ name: 'Ann', clientId: ann.ydoc.clientID }])
})

test('[UNDO-5] typing into one text is one step; another field, a choice or a pause is another', () => {
  const { ann, milestone } = sharedPlan('a | b')
  const undo = planUndo(ann, NO_PAUSE)
  const [a, b] = ['a', 'b'].map((title) => ({ in: 'milestones', id: milestone(title), field: 'title' }) as const)
  for (const char of 'bcd') spliceText(ann, a!, textOf(ann, a!).length, 0, char)
  for (const char of 'cd') spliceText(ann, b!, textOf(ann, b!).length, 0, char)
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  setMilestoneEstimate(ann, milestone('a'), 3)
  spliceText(ann, a!, 0, 0, '!')
  undo.stopCapturing()
  spliceText(ann, a!, 0, 0, '?')
  const seen = []
  while (undo.undo())
    seen.push([draw(ann), readPlan(ann).milestones[0]?.estimate, readPlan(ann).milestones[0]?.due].join(' '))
  expect(seen).toEqual([
    '!abcd | bcd 3 2026-07-01',
    'abcd | bcd 3 2026-07-01',
    'abcd | bcd  2026-07-01',
    'abcd | bcd  ',
    'abcd | b  ',
    'a | b  ',
  ])
})

test('[UNDO-6] what wrote nothing is no step, and leaves redo as it is', () => {
  const { ann, milestone } = sharedPlan('a')
  const undo = planUndo(ann)
  let told = 0
  undo.subscribe(() => {
    told += 1
  })
  setMilestoneDue(ann, milestone('a'), null)
  moveMilestone(ann, milestone('a'), null)
  changePlan(ann, () => {})
  expect([undo.canUndo(), told]).toEqual([false, 0])
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  undo.undo()
  expect([undo.canRedo(), told > 0]).toEqual([true, true])
  setMilestoneEstimate(ann, milestone('a'), null)
  expect(undo.canRedo()).toBe(true)
  setMilestoneEstimate(ann, milestone('a'), 2)
  expect(undo.canRedo()).toBe(false)
})

test('[UNDO-7] what the rich text binding does not want remembered is no step', () => {
  const { ann, milestone } = sharedPlan('a')
  const undo = planUndo(ann)
  typeRichText(ann, milestone('a'), 'before it is tracked')
  expect(undo.canUndo()).toBe(false)
  undo.track(BINDING)
  typeRichText(ann, milestone('a'), 'not to be remembered', { addToHistory: false })
  expect(undo.canUndo()).toBe(false)
  typeRichText(ann, milestone('a'), 'to be remembered')
  expect(undo.canUndo()).toBe(true)
  undo.undo()
  expect(plainText(fragmentOf(ann, { kind: 'notes', milestoneId: milestone('a') })!)).toBe(
    'before it is tracked\nnot to be remembered',
  )
})

test('[WRIT-1] the first change carries the writer, once, and nothing else writes it', () => {
  const { ann, milestone } = sharedPlan('a')
  readPlan(ann)
  planUndo(ann)
  openPlanDoc(ann.ydoc)
  expect(readPlan(ann).writers).toEqual([])
  const updates: Uint8Array[] = []
  ann.ydoc.on('update', (update: Uint8Array) => updates.push(update))
  expect(setMilestoneDue(ann, milestone('a'), null)).toBe('unchanged')
  expect(setStepDue(ann, 'gone' as never, null)).toBe('no-such-record')
  expect([readPlan(ann).writers, updates]).toEqual([[], []])
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  expect(updates).toHaveLength(1)
  setMilestoneDue(ann, milestone('a'), day('2026-07-02'))
  expect(readPlan(ann).writers).toMatchObject([{ name: 'Ann', grantId: 'grant-Ann', side: 'buyer', personId: null }])
})

test('[WRIT-2] the first change by the rich text binding carries the writer too, and undo leaves it', () => {
  const { ann, milestone } = sharedPlan('a')
  const undo = planUndo(ann, { richTextOrigin: BINDING })
  typeRichText(ann, milestone('a'), 'words')
  expect(readPlan(ann).writers).toMatchObject([{ name: 'Ann' }])
  const [firstItem] = ann.ydoc.store.clients.get(ann.ydoc.clientID) ?? []
  expect(firstItem).toMatchObject({ parentSub: String(ann.ydoc.clientID) })
  undo.undo()
  expect(readPlan(ann).writers).toHaveLength(1)
  expect(plainText(fragmentOf(ann, { kind: 'notes', milestoneId: milestone('a') })!)).toBe('')
})

test('[UNDO-8] each step is told with what the plan said before and after it; none where nothing was taken back', () => {
  const { ann, milestone } = sharedPlan('a')
  const undo = planUndo(ann, NO_PAUSE)
  const dueOf = (plan: Plan) => plan.milestones[0]!.due
  const told: unknown[] = []
  const stop = undo.watchTaken(({ kind, before, after }) => void told.push([kind, dueOf(before), dueOf(after)]))
  setMilestoneDue(ann, milestone('a'), day('2026-07-01'))
  undo.undo()
  undo.undo()
  undo.redo()
  undo.redo()
  expect(told).toEqual([
    ['undo', '2026-07-01', null],
    ['redo', null, '2026-07-01'],
  ])
  stop()
  undo.undo()
  expect(told).toHaveLength(2)
})

test('one undo whoever asks; after its end another begins empty', () => {
  const { ann, step } = sharedPlan('a: A')
  const undo = planUndo(ann)
  expect(planUndo(ann)).toBe(undo)
  archiveStep(ann, step('A'))
  undo.destroy()
  const next = planUndo(ann)
  expect(next).not.toBe(undo)
  expect(next.canUndo()).toBe(false)
})
