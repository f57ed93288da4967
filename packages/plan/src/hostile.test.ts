import { forecast } from '@milepost/schedule'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { baselineOf, openOffer, proposalsFor, standingOffer } from './agreement.ts'
import { bearerOf } from './bearer.ts'
import { addComment, COMMENT } from './comments.ts'
import { openDiscussion, readDiscussion } from './discussion.ts'
import { parseId } from './ids.ts'
import { COMMENTS, CONTACTS, KEY_DATES, META, MILESTONES, PLAN_ROOTS, STEPS } from './keys.ts'
import { READ_MARGIN, RECORD_LIMITS, TEXT_LIMITS } from './limits.ts'
import { META_RECORD } from './meta.ts'
import { addMilestone, archiveMilestone, presentMilestones } from './milestones.ts'
import { offerDays } from './offer-days.ts'
import { planToSchedule } from './plan-to-schedule.ts'
import { isRank } from './rank.ts'
import { readPlan } from './read-plan.ts'
import { fragmentOf } from './rich-text.ts'
import { setText, spliceText, textOf } from './shared-text.ts'
import { addStep, moveStep } from './steps.ts'
import { KINDS } from './testing/company.ts'
import { day } from './testing/day.ts'
import { attackWith, HOSTILE_VALUES, hostileAttack, poison } from './testing/hostile.ts'
import { isDeepFrozen } from './testing/is-deep-frozen.ts'
import { NOON, readAfresh, sharedPlan } from './testing/shared-plan.ts'

const today = day('2026-06-17')

/** Everything that a screen asks of a plan. */
function readEverything(doc: Parameters<typeof readPlan>[0]) {
  const plan = readPlan(doc)
  expect(isDeepFrozen(plan)).toBe(true)
  baselineOf(plan.offers)
  standingOffer(plan.offers)
  openOffer(plan.offers)
  for (const { id } of plan.milestones) {
    proposalsFor(plan.offers, id)
    bearerOf(plan, id)
    textOf(doc, { in: 'milestones', id, field: 'title' })
    fragmentOf(doc, { kind: 'notes', milestoneId: id })
  }
  forecast(planToSchedule(plan, today))
  offerDays(plan, today)
  return plan
}

test('[READ-7] any hostile value in any field of any record: read, never thrown', () => {
  for (const root of PLAN_ROOTS) {
    for (const make of HOSTILE_VALUES) {
      const { ann, bob } = sharedPlan('legal: A | pilot: X', { people: 2 })
      const map = bob.ydoc.getMap(root)
      bob.ydoc.transact(() => {
        const keys = root === META ? [...map.keys()] : []
        for (const key of keys) map.set(key, make())
        map.set('odd', make())
        for (const [key, value] of map) {
          if (value instanceof Y.Map && value.doc !== null) for (const field of value.keys()) value.set(field, make())
          else if (key === 'odd') map.set('odd2', new Y.Map([['archived', make()]]))
        }
      })
      Y.applyUpdate(ann.ydoc, poison(Y.encodeStateAsUpdate(bob.ydoc)))
      expect(readEverything(ann)).toEqual(readAfresh(ann))
    }
  }
}, 60_000)

test('[READ-7] random hostile keys and values, over real records: read, never thrown, and still editable', () => {
  fc.assert(
    fc.property(fc.array(hostileAttack, { minLength: 1, maxLength: 20 }), (attacks) => {
      const { ann, bob } = sharedPlan()
      attackWith(bob.ydoc, attacks)
      Y.applyUpdate(ann.ydoc, poison(Y.encodeStateAsUpdate(bob.ydoc)))
      const plan = readEverything(ann)
      expect(plan).toEqual(readAfresh(ann))
      expect(({} as Record<string, unknown>)['by']).toBe(undefined)
      const added = addMilestone(ann, { title: 'after the storm', after: plan.milestones[0]?.id ?? null })
      const after = readPlan(ann).milestones
      expect(after.map(({ id }) => id)).toContain(added)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('[READ-7] a milestone that is a string, a due date that is a map, a rank that is a number', () => {
  const { ann, milestone } = sharedPlan()
  const root = ann.ydoc.getMap(MILESTONES)
  root.set('string', 'not a record')
  root.set('__proto__', new Y.Map([['title', 'evil']]))
  root.set('too/odd', new Y.Map([['title', 'evil']]))
  const legal = root.get(milestone('legal')) as Y.Map<unknown>
  legal.set('due', new Y.Map())
  legal.set('rank', 7)
  legal.set('estimate', -3)
  legal.set('done', { on: '2026-01-01', by: 'Mallory' })
  const plan = readPlan(ann)
  expect(plan.milestones.map(({ title }) => title)).toEqual(['pilot', 'legal'])
  expect(plan.milestones[1]).toMatchObject({ due: null, estimate: null, done: { on: '2026-01-01', by: { name: '' } } })
})

test('[READ-7] words where a date, an id, a number or a flag should be read as if nobody had said', () => {
  const takesWords = new Set(['baseline', 'target', 'actual', 'timeZone', 'buyer', 'seller', 'planName'])
  const tables = [...KINDS, COMMENT, META_RECORD].map(({ name, fields }) => ({ name, fields: Object.entries(fields) }))
  for (const { name, fields } of tables) {
    for (const [field, { kind, read }] of fields) {
      if (kind !== 'value' || takesWords.has(field)) continue
      for (const odd of ['¿odd?', { odd: true }, [['odd']]]) {
        const said = Array.isArray(odd) && Array.isArray(read([])) ? [] : read(undefined)
        expect([name, field, odd, read(odd)]).toEqual([name, field, odd, said])
      }
    }
  }
})

test('[READ-7] a date field reads dates that exist and nothing else', () => {
  const dates = new Set(['due', 'startedOn', 'agreedDue', 'from', 'to', 'start'])
  const found = [...KINDS, META_RECORD].flatMap(({ fields }) =>
    Object.entries(fields).filter(([field]) => dates.has(field)),
  )
  expect(found).toHaveLength(7)
  for (const [, { read }] of found) {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', 'fitsAnId', 20_260_228].map((raw) => read(raw))).toEqual([
      '2026-02-28',
      null,
      null,
      null,
      null,
    ])
  }
})

test('[READ-7] a title that is no text is shown where it is a string and cannot be typed into', () => {
  const { ann, milestone } = sharedPlan()
  const record = ann.ydoc.getMap(MILESTONES).get(milestone('legal')) as Y.Map<unknown>
  record.set('title', new Y.Map([['toString', 'x']]))
  expect(readPlan(ann).milestones[0]?.title).toBe('')
  record.set('title', 'plain')
  expect(readPlan(ann).milestones[0]?.title).toBe('plain')
  const ref = { in: 'milestones', id: milestone('legal'), field: 'title' } as const
  expect(spliceText(ann, ref, 0, 0, 'x')).toBe('no-such-record')
  expect(setText(ann, ref, 'x')).toBe('no-such-record')
})

test('[READ-7] roots that somebody used as something else than a map', () => {
  const evil = new Y.Doc()
  evil.getArray(MILESTONES).push([1, 2, 3])
  evil.getText(META).insert(0, 'text')
  evil.getXmlFragment(STEPS).insert(0, [new Y.XmlElement('script')])
  const { ann } = sharedPlan()
  Y.applyUpdate(ann.ydoc, Y.encodeStateAsUpdate(evil))
  expect(readEverything(ann).milestones).toHaveLength(2)
})

test('[READ-7] a step whose milestone is not there, and one that was moved to an odd place, stand nowhere', () => {
  const { ann, step, milestone } = sharedPlan()
  const record = ann.ydoc.getMap(STEPS).get(step('A')) as Y.Map<unknown>
  record.set('place', { milestoneId: 'nowhere', rank: 'a0' })
  expect(readPlan(ann).milestones[0]?.steps.map(({ title }) => title)).toEqual(['B', 'C'])
  record.set('place', 7)
  expect(readPlan(ann).milestones[0]?.steps.map(({ title }) => title)).toEqual(['B', 'C'])
  expect(moveStep(ann, step('A'), milestone('legal'), null)).toBe('no-such-record')
})

test('[READ-8] reading stops at four times the record limit, and texts at their limit', () => {
  const { ann, milestone } = sharedPlan('legal:')
  ann.ydoc.transact(() => {
    const steps = ann.ydoc.getMap(STEPS)
    for (let i = 0; i < RECORD_LIMITS.keyDates * READ_MARGIN + 50; i += 1) {
      ann.ydoc.getMap(KEY_DATES).set(`day${i}`, new Y.Map([['compelling', true]]))
    }
    steps.set(
      'long',
      new Y.Map<unknown>([
        ['title', new Y.Text('x'.repeat(1_000_000))],
        ['place', { milestoneId: milestone('legal'), rank: 'a0' }],
      ]),
    )
  })
  const plan = readPlan(ann)
  expect(plan.keyDates).toHaveLength(RECORD_LIMITS.keyDates * READ_MARGIN)
  expect(plan.milestones[0]?.steps[0]?.title).toHaveLength(TEXT_LIMITS.line)
  expect(textOf(ann, { in: 'steps', id: 'long', field: 'title' })).toHaveLength(TEXT_LIMITS.line)
})

test('[PLAN-5] what was removed leaves room, as long as everything can still be read', () => {
  const { ann } = sharedPlan()
  const most = RECORD_LIMITS.milestones
  const total = most * (READ_MARGIN - 1)
  for (let made = presentMilestones(ann).length; made < total; made += 1) {
    const id = addMilestone(ann, { title: 'Gone again' })
    expect(id).not.toBe(null)
    archiveMilestone(ann, id!)
  }
  expect(addMilestone(ann)).toBe(null)
  expect(readPlan(ann).removedMilestones).toHaveLength(total - presentMilestones(ann).length)
})

test('[PLAN-5] a full plan refuses another record and stays as it is', () => {
  const { ann } = sharedPlan('legal:')
  for (let i = 1; i < RECORD_LIMITS.milestones; i += 1) addMilestone(ann)
  const before = readPlan(ann)
  expect(before.milestones).toHaveLength(RECORD_LIMITS.milestones)
  expect(addMilestone(ann)).toBe(null)
  expect(readPlan(ann)).toBe(before)
}, 60_000)

test('[DISC-2] a hostile discussion reads as what is well formed in it', () => {
  for (const root of [COMMENTS, CONTACTS]) {
    for (const make of HOSTILE_VALUES) {
      const ydoc = new Y.Doc()
      const doc = openDiscussion(ydoc, { now: () => NOON })
      addComment(doc, { on: { kind: 'milestone', id: 'm1' }, body: 'Well formed' })
      addComment(doc, { on: { kind: 'milestone', id: 'm1' }, body: 'Attacked' })
      const attacked = COMMENT.recordIn(ydoc, readDiscussion(doc).comments[1]!.id)!
      for (const field of attacked.keys()) attacked.set(field, make())
      ydoc.getMap(root).set('odd', make())
      ydoc.getMap(root).set('__proto__', new Y.Map())
      const reader = openDiscussion(new Y.Doc())
      Y.applyUpdate(reader.ydoc, poison(Y.encodeStateAsUpdate(ydoc)))
      const { comments } = readDiscussion(reader)
      expect(comments.map(({ body }) => body)).toContain('Well formed')
      expect(isDeepFrozen(readDiscussion(reader))).toBe(true)
    }
  }
}, 60_000)

test('[READ-7] ids from outside: names that every object has are none', () => {
  for (const odd of ['__proto__', 'constructor', 'valueOf', '', 'a'.repeat(41), 'ä', 5, null, {}]) {
    expect(parseId(odd)).toBe(null)
  }
  expect(parseId('V1StGXR8_Z5jdHi6B-myT')).toBe('V1StGXR8_Z5jdHi6B-myT')
  expect(isRank('r00000000')).toBe(false)
  expect(addStep(sharedPlan().ann, '__proto__' as never)).toBe(null)
})

test('[READ-7] marks that turn the reading order and control characters are never shown, and stay where one edits', () => {
  const hostile = '\u202eA\u2066b\u0007\u2069\n👩\u200d🚀\u202c'
  const { ann, milestone } = sharedPlan('legal: A')
  const id = milestone('legal')
  const title = { in: 'milestones', id, field: 'title' } as const
  META_RECORD.recordIn(ann.ydoc).set('buyer', '\u202e'.repeat(500))
  setText(ann, title, '')
  const stored = (ann.ydoc.getMap(MILESTONES).get(id) as Y.Map<unknown>).get('title') as Y.Text
  stored.insert(0, hostile)
  expect(readPlan(ann).buyer).toBe('')
  expect(readPlan(ann).milestones[0]?.title).toBe('Ab  👩\u200d🚀')
  // Places count in what is stored.
  expect(textOf(ann, title).startsWith('\u202eA\u2066b')).toBe(true)
  spliceText(ann, title, 1, 1, 'Z')
  expect(readPlan(ann).milestones[0]?.title).toBe('Zb  👩\u200d🚀')

  const discussion = openDiscussion(new Y.Doc())
  addComment(discussion, { on: { kind: 'milestone', id }, body: 'one\ntwo\u202e' })
  expect(readDiscussion(discussion).comments[0]?.body).toBe('one\ntwo')
})
