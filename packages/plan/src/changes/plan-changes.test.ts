import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { confirmMilestone } from '../confirmations.ts'
import { removeHoliday, setHoliday } from '../holidays.ts'
import { setFindingOff, setMeta } from '../meta.ts'
import { addMilestone, archiveMilestone, restoreMilestone, setMilestoneOwner } from '../milestones.ts'
import { moveMilestoneDue } from '../moves.ts'
import { makeOffer } from '../offers.ts'
import { openPlanDoc, type PlanDoc } from '../plan-doc.ts'
import { readPlan, type Plan } from '../read-plan.ts'
import { fragmentOf, writeParagraphs } from '../rich-text.ts'
import { addRole, archiveRole } from '../roles.ts'
import { spliceText } from '../shared-text.ts'
import { addStep, archiveStep, moveStep, restoreStep } from '../steps.ts'
import { day } from '../testing/day.ts'
import { copyOf, placesIn } from '../testing/places-in.ts'
import { BINDING, edit, EDIT_NAMES } from '../testing/random-edits.ts'
import { meet, sharedPlan, writer } from '../testing/shared-plan.ts'
import { planUndo } from '../undo.ts'
import { changesSince, type ChangeBy } from './changes-since.ts'
import { planChanges, type PlanChange } from './plan-changes.ts'
import { saidAt, type ChangePlace } from './said-at.ts'

const edits = (most: number) =>
  fc.array(fc.record({ name: fc.constantFrom(...EDIT_NAMES), a: fc.nat(1_000), b: fc.nat(1_000), c: fc.nat(1_000) }), {
    maxLength: most,
  })
type Edits = readonly {
  readonly name: (typeof EDIT_NAMES)[number]
  readonly a: number
  readonly b: number
  readonly c: number
}[]

function doAll(doc: PlanDoc, list: Edits): void {
  const undo = planUndo(doc, { richTextOrigin: BINDING })
  for (const { name, ...dice } of list) edit({ doc, undo }, name, dice)
}

/** All that a reading shows, each under its own name. Written without the code under test. */
function shownIn(plan: Plan): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  const { milestones, roles, people, keyDates, objectives, criteria, moves, offers, holidays, confirmations } = plan
  const { decisions, expectations, options, scores } = plan
  const steps = milestones.flatMap((milestone) => milestone.steps)
  const lists = {
    milestones,
    steps,
    roles,
    people,
    keyDates,
    objectives,
    criteria,
    moves,
    offers,
    decisions,
    expectations,
    options,
  }
  for (const [list, records] of Object.entries(lists)) {
    for (const record of records) {
      shown.set(`${list}/${record.id}`, 'here')
      for (const [field, value] of Object.entries(record)) {
        if (field !== 'id' && field !== 'steps') shown.set(`${list}/${record.id}/${field}`, JSON.stringify(value))
      }
    }
  }
  for (const each of scores) shown.set(`scores/${each.criterionId}:${each.optionId}`, JSON.stringify(each))
  for (const each of holidays) shown.set(`holidays/${each.date}`, JSON.stringify(each))
  for (const each of confirmations) shown.set(`confirmations/${each.milestoneId}:${each.side}`, JSON.stringify(each))
  for (const [finding, mark] of Object.entries(plan.findingsOff))
    shown.set(`meta/findingsOff/${finding}`, JSON.stringify(mark))
  const {
    title,
    buyer,
    seller,
    planName,
    buyerPriority,
    costOfSlip,
    timeZone,
    start,
    goLiveId,
    goLiveSetBy,
    resultId,
  } = plan
  const { checkIn, template, workdays, valueProposition } = plan
  const head = {
    title,
    buyer,
    seller,
    planName,
    buyerPriority,
    costOfSlip,
    timeZone,
    start,
    goLiveId,
    goLiveSetBy,
    resultId,
  }
  for (const [field, value] of Object.entries({ ...head, checkIn, template, workdays, valueProposition })) {
    shown.set(`meta/${field}`, JSON.stringify(value))
  }
  return shown
}

function differingIn(before: Plan, after: Plan): readonly string[] {
  const [was, is] = [shownIn(before), shownIn(after)]
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name))
}

const nameOf = ({ list, id, field }: PlanChange) => [list, id, field].filter((part) => part !== null).join('/')

test('[AWAY-1] no difference of two readings without a change, no change without a difference', () => {
  let seen = 0
  fc.assert(
    fc.property(edits(20), edits(20), (first, then) => {
      const { ann } = sharedPlan('a: A B C | b: D | c')
      doAll(ann, first)
      const before = readPlan(copyOf(ann))
      doAll(ann, then)
      const after = readPlan(copyOf(ann))
      const changes = planChanges(before, after)
      const names = new Set(changes.map(nameOf))
      expect(names.size).toBe(changes.length)
      seen += changes.length
      // A record that came or went stands for its fields, a milestone for the steps that came or went with it.
      const steps = [
        ...before.milestones,
        ...before.archivedMilestones,
        ...after.milestones,
        ...after.archivedMilestones,
      ]
      const ofWhole = (name: string): readonly string[] => {
        const [list, id] = name.split('/')
        const home = list === 'steps' ? steps.filter((each) => each.steps.some((step) => step.id === id)) : []
        const whole = [`${list}/${id}`, ...home.map((each) => `milestones/${each.id}`)]
        return whole.flatMap((each) => [each, `${each}/archived`])
      }
      const differing = differingIn(before, after)
      for (const name of differing) expect([name, ...ofWhole(name)].some((each) => names.has(each))).toBe(true)
      for (const name of names) {
        const isSeen = differing.some(
          (each) => each === name || each === name.replace(/\/archived$/, '') || each.startsWith(`${name}/`),
        )
        expect(isSeen || isOutOfSight(name, before, after)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(300)
}, 240_000)

/** A step of a removed milestone changes too: it shows again with it. */
function isOutOfSight(name: string, before: Plan, after: Plan): boolean {
  const hidden = [...before.archivedMilestones, ...after.archivedMilestones].flatMap(({ steps }) => steps)
  return hidden.some(({ id }) => name.startsWith(`steps/${id}`))
}

const isAnn = (_client: number, by: { readonly grantId: string | null } | null) => by?.grantId === writer(0).grantId

test('[AWAY-2] [AWAY-3] what others changed is all there and theirs; one’s own is not in it', () => {
  let seen = 0
  fc.assert(
    fc.property(
      edits(10),
      edits(15),
      edits(15),
      fc.uniqueArray(fc.integer({ min: 2, max: 9_999 }), { minLength: 3, maxLength: 3 }),
      (first, mine, theirs, clientIds) => {
        const { ann, bob } = sharedPlan('a: A B C | b: D | c', { clientIds })
        doAll(ann, first)
        meet([ann, bob])
        const before = copyOf(ann)
        // One's own changes are put into what was seen, as the device does.
        ann.ydoc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
          if (local) Y.applyUpdate(before.ydoc, update)
        })
        doAll(ann, mine)
        doAll(bob, theirs)
        meet([ann, bob])
        const changes = changesSince(before, ann, isAnn)
        seen += changes.length
        for (const { by } of changes) expect(by?.name ?? 'Bob').toBe('Bob')
        const names = new Set(changes.map(nameOf))
        for (const place of placesIn(before, ann)) {
          const [was, is] = [before, ann].map((doc) => JSON.stringify(saidAt(doc, place) ?? null))
          const known = { ...place, before: null, now: null }
          const covered = [nameOf(known), `${place.list}/${place.id}`, `${place.list}/${place.id}/archived`].some(
            (name) => names.has(name),
          )
          const isNews = was !== is && isOnThePage(ann, before, place)
          expect([nameOf(known), covered || !isNews]).toEqual([nameOf(known), true])
        }
        for (const change of changes) {
          expect([
            nameOf(change),
            JSON.stringify(change.before) === JSON.stringify(change.now) && change.field !== 'archived',
          ]).toEqual([nameOf(change), false])
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(300)
}, 240_000)

/** What is removed before and after is nobody's news, nor is which removed role an owner was. */
function isOnThePage(after: PlanDoc, before: PlanDoc, place: ChangePlace): boolean {
  const name = nameOf({ ...place, before: null, now: null })
  if (name === 'meta/valueProposition' || name.endsWith('/notes')) return shownIn(readPlan(after)).has(name)
  return shownIn(readPlan(before)).get(name) !== shownIn(readPlan(after)).get(name)
}

test('[AWAY-3] where only one’s own changes were made, there is nothing, also from another device with the same link', () => {
  fc.assert(
    fc.property(edits(10), edits(20), (first, mine) => {
      const { ann, cat } = sharedPlan('a: A B | b')
      doAll(ann, first)
      meet([ann, cat])
      openPlanDoc(cat.ydoc, { writer: writer(0) })
      const before = copyOf(ann)
      // What was only taken away says nothing of who took it: that is for the device to remember.
      doAll(
        cat,
        mine.filter(
          ({ name }) =>
            !/type|retype|remove|setHoliday|setScore|confirm|Finding|undo|redo|Notes|Proposition/.test(name),
        ),
      )
      meet([ann, cat])
      expect(changesSince(before, ann, isAnn)).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 240_000)

describe('[AWAY-2] who did it', () => {
  const said = (changes: readonly ChangeBy[]) =>
    changes
      .map((change) => `${nameOf(change).replaceAll(/[A-Za-z0-9_-]{21}/g, '*')} ${change.by?.name ?? '?'}`)
      .toSorted()

  test('a day with its reason, a new role, an owner; what only follows from them is no change', () => {
    const { ann, bob, cat, sync, milestone } = sharedPlan('a | b')
    const role = addRole(ann, { title: 'Legal', side: 'buyer' })!
    setMilestoneOwner(ann, milestone('b'), role)
    sync()
    const before = copyOf(ann)
    moveMilestoneDue(bob, milestone('a'), day('2026-07-08'), { text: 'new connector' })
    archiveRole(cat, role)
    sync()
    expect(readPlan(ann).milestones[1]?.ownerRole).toBeNull()
    expect(said(changesSince(before, ann, isAnn))).toEqual([
      'milestones/*/due Bob',
      'moves/* Bob',
      'roles/*/archived Cat',
    ])
  })

  test('texts by their letters, also in rich text; where letters only went, somebody did it', () => {
    const { ann, bob, sync, milestone } = sharedPlan('a | b')
    const before = copyOf(ann)
    spliceText(bob, { in: 'milestones', id: milestone('a'), field: 'title' }, 1, 0, ' for finance')
    spliceText(bob, { in: 'milestones', id: milestone('b'), field: 'title' }, 0, 1, '')
    const paragraph = new Y.XmlElement('paragraph')
    bob.ydoc.transact(() => {
      paragraph.insert(0, [new Y.XmlText('Why')])
      fragmentOf(bob, { kind: 'valueProposition' })!.insert(0, [paragraph])
    })
    sync()
    const changes = changesSince(before, ann, isAnn)
    expect(said(changes)).toEqual(['meta/valueProposition Bob', 'milestones/*/title ?', 'milestones/*/title Bob'])
    expect(changes.find(({ list }) => list === 'meta')).toMatchObject({ before: '', now: 'Why' })

    const later = copyOf(ann)
    bob.ydoc.transact(() => (paragraph.get(0) as Y.XmlText).insert(3, ' now'))
    // A record that is new is one change, notes and all.
    const made = addMilestone(bob, { title: 'new' })!
    writeParagraphs(bob, { kind: 'notes', milestoneId: made }, ['Words'])
    sync()
    expect(said(changesSince(later, ann, isAnn))).toEqual(['meta/valueProposition Bob', 'milestones/* Bob'])
  })

  test('removed, brought back, moved, holidays, findings, offers and words on a milestone', () => {
    const { ann, bob, sync, milestone, step } = sharedPlan('a: A B | b: C | c')
    archiveStep(ann, step('B'))
    const blank = addStep(ann, milestone('b'))!
    archiveStep(ann, blank)
    archiveMilestone(ann, milestone('c'))
    setHoliday(ann, day('2026-12-24'), { name: '', side: null })
    sync()
    const before = copyOf(ann)
    restoreStep(bob, step('B'))
    restoreStep(bob, blank)
    restoreMilestone(bob, milestone('c'))
    archiveMilestone(bob, milestone('b'))
    moveStep(bob, step('A'), milestone('a'), step('B'))
    removeHoliday(bob, day('2026-12-24'))
    setHoliday(bob, day('2026-12-25'), { name: 'Christmas', side: null })
    setFindingOff(bob, 'benefits', true)
    setMeta(bob, 'buyer', 'Halden Foods')
    addMilestone(bob, { title: 'new' })
    makeOffer(bob, new Map([[milestone('a'), { date: day('2026-08-01'), estimate: 5, gap: 5 }]]))
    confirmMilestone(bob, milestone('a'), 'confirmed')
    sync()
    expect(said(changesSince(before, ann, isAnn))).toEqual([
      'confirmations/*:seller Bob',
      'holidays/2026-12-24 ?',
      'holidays/2026-12-25 Bob',
      'meta/buyer Bob',
      'meta/findingsOff/benefits Bob',
      'milestones/* Bob',
      'milestones/*/archived Bob',
      'milestones/*/archived Bob',
      'offers/* Bob',
      'steps/* Bob',
      'steps/*/archived Bob',
      'steps/*/place Bob',
    ])
  })
})
