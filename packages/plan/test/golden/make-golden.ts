/**
 * Makes a document that holds everything of schema 1, as this version writes it, and
 * what this version reads in it. Run once when the schema was settled:
 *
 *   node -e "import('./test/golden/make-golden.ts').then((m) => console.log(m.makeGolden()))" > test/golden/schema-1.json
 *
 * The result is kept for ever and never made again: it stands for the documents that
 * lie on people's disks. A later schema gets a file of its own beside it.
 */
import * as Y from 'yjs'
import { acceptOffer, makeOffer, withdrawOffer } from '../../src/offers.ts'
import { addComment, resolveComment } from '../../src/comments.ts'
import { confirmMilestone } from '../../src/confirmations.ts'
import { setContact } from '../../src/contacts.ts'
import { addCriterion, setCriterionValue } from '../../src/criteria.ts'
import { openDiscussion, readDiscussion } from '../../src/discussion.ts'
import { setHoliday } from '../../src/holidays.ts'
import { newId } from '../../src/ids.ts'
import { addKeyDate } from '../../src/key-dates.ts'
import { setFindingOff, setGoLive, setMeta, setResult } from '../../src/meta.ts'
import {
  addMilestone,
  archiveMilestone,
  setMilestoneAfter,
  setMilestoneDone,
  setMilestoneMustEndBy,
  setMilestoneOwner,
  setMilestoneStartedOn,
  skipMilestone,
} from '../../src/milestones.ts'
import { confirmMove, moveMilestoneDue } from '../../src/moves.ts'
import { addObjective } from '../../src/objectives.ts'
import { addPerson } from '../../src/people.ts'
import { createPlan, openPlanDoc } from '../../src/plan-doc.ts'
import { offerDays } from '../../src/offer-days.ts'
import { readPlan } from '../../src/read-plan.ts'
import { addRole, nameRole } from '../../src/roles.ts'
import { writeParagraphs } from '../../src/rich-text.ts'
import { spliceText } from '../../src/shared-text.ts'
import { addStep, archiveStep, setStepAfter, setStepDone, setStepDue } from '../../src/steps.ts'
import { day } from '../../src/testing/day.ts'
import { seededRandom } from '../../src/testing/seeded-random.ts'
import { writer } from '../../src/testing/shared-plan.ts'
import { planUndo } from '../../src/undo.ts'

export function makeGolden(): string {
  const random = seededRandom(20_261_122)
  const now = () => Date.UTC(2026, 10, 22, 9, 30)
  const today = day('2026-06-17')
  const [annsDoc, bobsDoc] = [new Y.Doc(), new Y.Doc()]
  annsDoc.clientID = 101
  bobsDoc.clientID = 202
  const bob = openPlanDoc(bobsDoc, { random, now, writer: { ...writer(1), personId: newId(random) } })
  const ann = createPlan(
    annsDoc,
    {
      planId: newId(random),
      title: 'Supplier invoices match themselves',
      buyer: 'Halden Foods',
      seller: 'Quillmark',
      planName: 'mutual success plan',
      timeZone: 'Europe/Oslo',
      start: day('2026-05-04'),
      buyerPriority: 'Audit in ten days',
      costOfSlip: '€38k a month',
      template: { id: 'saas-pilot', version: 3 },
      workdays: [1, 2, 3, 4, 5],
    },
    { random, now, writer: writer(0) },
  )
  const undo = planUndo(ann)
  const sync = () => {
    Y.applyUpdate(bobsDoc, Y.encodeStateAsUpdate(annsDoc), 'sync')
    Y.applyUpdate(annsDoc, Y.encodeStateAsUpdate(bobsDoc), 'sync')
  }

  writeParagraphs(ann, { kind: 'valueProposition' }, ['Halden’s six plants pay 61,000 invoices a year by hand.'])
  setMeta(ann, 'checkIn', { every: 'week', weekday: 4, minutes: 25, roleIds: [] })
  setFindingOff(ann, 'tooManyMilestones', true)
  setHoliday(ann, day('2026-05-17'), { name: 'Constitution Day', side: 'buyer' })
  const ingrid = addPerson(ann, { name: 'Ingrid Solheim', side: 'buyer' })!
  const tomas = addPerson(ann, { name: 'Tomás Reyes', side: 'seller' })!
  const director = addRole(ann, { title: 'AP Director', side: 'buyer', function: 'champion' })!
  const counsel = addRole(ann, { title: 'General Counsel', side: 'buyer', function: 'legal' })!
  const engineer = addRole(ann, {
    title: 'Integration Engineer',
    side: 'seller',
    function: 'solutions',
    personId: tomas,
  })!
  nameRole(ann, director, ingrid)
  const span = { from: day('2026-12-01'), to: day('2026-12-31') }
  const audit = addKeyDate(ann, {
    title: 'Audit',
    why: 'Books closed',
    span,
    side: 'buyer',
    compelling: true,
    blocksWork: true,
  })!
  addObjective(ann, { text: 'Audit in ten days', by: day('2026-12-31') })
  const criterion = addCriterion(ann, {
    text: 'Matched untouched',
    baseline: '41 %',
    target: '90 %',
    by: day('2026-12-14'),
  })!
  setCriterionValue(ann, criterion, 'actual', '94 %')

  const shared = addMilestone(ann, {
    title: 'What matching costs',
    benefit: 'A shared baseline',
    ownerRole: director,
    estimate: 5,
  })!
  const security = addMilestone(ann, { title: 'Security is satisfied', benefit: 'No open questions', estimate: 10 })!
  const live = addMilestone(ann, { title: 'Go-live', estimate: 10, waitsFor: [security] })!
  const result = addMilestone(ann, { title: 'First €250k saved', estimate: 60 })!
  const dropped = addMilestone(ann, { title: 'On-site demo', after: shared })!
  const skipped = addMilestone(ann, { title: 'Pilot contract', after: shared })!
  setGoLive(ann, live)
  setResult(ann, result)
  setMilestoneDone(ann, shared, day('2026-05-13'), today)
  setMilestoneStartedOn(ann, security, day('2026-06-01'))
  setMilestoneOwner(ann, security, engineer)
  setMilestoneAfter(ann, security, [shared])
  setMilestoneMustEndBy(ann, live, audit)
  skipMilestone(ann, skipped, true)
  writeParagraphs(ann, { kind: 'notes', milestoneId: security }, ['Tester booked.'])
  const map = addStep(ann, security, { title: 'Data-flow map', outcome: 'One page', ownerRole: director, estimate: 2 })!
  const test = addStep(ann, security, { title: 'Penetration test', withRole: engineer, due: day('2026-06-11') })!
  const gone = addStep(ann, security, { title: 'Second opinion' })!
  setStepAfter(ann, test, [map])
  setStepDone(ann, map, day('2026-06-03'), today)
  archiveStep(ann, gone)
  sync()

  spliceText(bob, { in: 'milestones', id: security, field: 'title' }, 0, 8, 'IT Security')
  archiveMilestone(ann, dropped)
  addMilestone(ann, { title: 'Undone, and kept' })
  undo.undo()
  const first = makeOffer(ann, offerDays(readPlan(ann), today))!
  sync()
  acceptOffer(bob, first)
  moveMilestoneDue(bob, security, day('2026-06-18'), { text: 'No slot before 15 Jun', role: counsel })
  setStepDue(bob, test, day('2026-06-17'))
  confirmMilestone(ann, security, 'confirmed')
  confirmMilestone(bob, live, 'disputed')
  sync()
  confirmMove(ann, readPlan(ann).moves[0]!.id)
  withdrawOffer(bob, makeOffer(bob, offerDays(readPlan(bob), today))!)
  makeOffer(bob, offerDays(readPlan(bob), today))
  sync()

  const talkDoc = new Y.Doc()
  talkDoc.clientID = 303
  const talk = openDiscussion(talkDoc, { random, now, writer: writer(0) })
  const question = addComment(talk, { on: { kind: 'milestone', id: security }, body: 'Who tests?', mentions: [tomas] })!
  addComment(talk, { on: { kind: 'milestone', id: security }, body: 'Marek does.', replyTo: question })
  resolveComment(talk, question, true)
  setContact(talk, ingrid, { email: 'ingrid@halden.example', phone: '+47 1' })
  return JSON.stringify(
    {
      plan: { update: toBase64(Y.encodeStateAsUpdate(annsDoc)), reading: readPlan(ann) },
      discussion: { update: toBase64(Y.encodeStateAsUpdate(talkDoc)), reading: readDiscussion(talk) },
    },
    null,
    1,
  )
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
