/**
 * Every kind of edit that this package has, made random: each takes numbers and
 * chooses with them among what the plan holds at that moment. Used to let several
 * people do anything at once (`test/converge.test.ts`).
 */
import { addCalendarDays, type LocalDate } from '@milepost/schedule'
import * as Y from 'yjs'
import { openOffer } from '../agreement.ts'
import { confirmMilestone } from '../confirmations.ts'
import {
  addCriterion,
  agreeToCriterion,
  archiveCriterion,
  restoreCriterion,
  setCriterionBy,
  setCriterionResult,
  setCriterionValue,
} from '../criteria.ts'
import { addDecision, archiveDecision, restoreDecision } from '../decisions.ts'
import { addExpectation, archiveExpectation, restoreExpectation } from '../expectations.ts'
import { removeHoliday, setHoliday } from '../holidays.ts'
import {
  addKeyDate,
  archiveKeyDate,
  restoreKeyDate,
  setKeyDateBlocksWork,
  setKeyDateCompelling,
  setKeyDateSpan,
} from '../key-dates.ts'
import { setFindingOff, setGoLive, setMeta, setResult } from '../meta.ts'
import {
  addMilestone,
  archiveMilestone,
  moveMilestone,
  restoreMilestone,
  setMilestoneAfter,
  setMilestoneDone,
  setMilestoneEstimate,
  setMilestoneMustEndBy,
  setMilestoneOwner,
  setMilestoneStartedOn,
  skipMilestone,
} from '../milestones.ts'
import { confirmMove, moveMilestoneDue } from '../moves.ts'
import { addObjective, archiveObjective, restoreObjective, setObjectiveBy } from '../objectives.ts'
import { offerDays } from '../offer-days.ts'
import { acceptOffer, makeOffer, withdrawOffer } from '../offers.ts'
import { addOption, archiveOption, restoreOption, setScore } from '../options.ts'
import { milestoneToStep, stepToMilestone } from '../outline.ts'
import { addPerson, archivePerson, restorePerson, setPersonSide } from '../people.ts'
import { changePlan, type PlanDoc } from '../plan-doc.ts'
import { readPlan } from '../read-plan.ts'
import { fragmentOf, type RichRef } from '../rich-text.ts'
import {
  addRole,
  archiveRole,
  moveRole,
  nameRole,
  restoreRole,
  setRoleCounterpart,
  setRoleFunction,
  setRoleSide,
} from '../roles.ts'
import { setText, spliceText, textOf } from '../shared-text.ts'
import {
  addStep,
  archiveStep,
  moveStep,
  restoreStep,
  setStepAfter,
  setStepDone,
  setStepDue,
  setStepEstimate,
  setStepOwner,
  setStepWith,
} from '../steps.ts'
import type { TextRef } from '../text-ref.ts'
import type { PlanUndo } from '../undo.ts'
import { day } from './day.ts'

/** The origin that the rich text binding would have. */
export const BINDING = { key: 'rich text binding' }
export const TODAY = day('2026-06-17')

export interface Editor {
  readonly doc: PlanDoc
  readonly undo: PlanUndo
}

/** The random part of one edit. */
export interface Dice {
  readonly a: number
  readonly b: number
  readonly c: number
}

type Edit = (editor: Editor, dice: Dice) => unknown

function one<T>(items: readonly T[], dice: number): T | undefined {
  return items.length === 0 ? undefined : items[dice % items.length]
}

/** The same, or nothing in one of four cases. */
function oneOrNull<T>(items: readonly T[], dice: number): T | null {
  return dice % 4 === 0 ? null : (one(items, dice) ?? null)
}

const sideOf = (dice: number) => (dice % 2 === 0 ? 'buyer' : 'seller')
const dayOf = (dice: number): LocalDate => addCalendarDays(TODAY, (dice % 90) - 45)
const dayOrNull = (dice: number): LocalDate | null => (dice % 4 === 0 ? null : dayOf(dice))
const words = (dice: number) => ['a', 'Bc ', 'déf', '😀', ' ', 'invoices', '\n'][dice % 7] ?? ''

function stepsIn(doc: PlanDoc) {
  return readPlan(doc).milestones.flatMap(({ steps }) => steps)
}

/** Every text that the plan has now. */
function textsIn(doc: PlanDoc): readonly TextRef[] {
  const plan = readPlan(doc)
  return [
    ...(['title', 'buyerPriority', 'costOfSlip'] as const).map((field) => ({ in: 'meta', field }) as const),
    ...plan.milestones.flatMap(({ id }) =>
      (['title', 'benefit'] as const).map((field) => ({ in: 'milestones', id, field }) as const),
    ),
    ...stepsIn(doc).flatMap(({ id }) =>
      (['title', 'outcome'] as const).map((field) => ({ in: 'steps', id, field }) as const),
    ),
    ...plan.roles.map(({ id }) => ({ in: 'roles', id, field: 'title' }) as const),
    ...plan.people.map(({ id }) => ({ in: 'people', id, field: 'name' }) as const),
    ...plan.keyDates.map(({ id }) => ({ in: 'keyDates', id, field: 'why' }) as const),
    ...plan.objectives.flatMap(({ id }) =>
      (['text', 'goal'] as const).map((field) => ({ in: 'objectives', id, field }) as const),
    ),
    ...plan.decisions.flatMap(({ id }) =>
      (['question', 'answer'] as const).map((field) => ({ in: 'decisions', id, field }) as const),
    ),
    ...plan.expectations.flatMap(({ id }) =>
      (['text', 'consequence'] as const).map((field) => ({ in: 'expectations', id, field }) as const),
    ),
    ...plan.options.map(({ id }) => ({ in: 'options', id, field: 'title' }) as const),
    ...plan.criteria.map(({ id }) => ({ in: 'criteria', id, field: 'text' }) as const),
    ...plan.moves.map(({ id }) => ({ in: 'moves', id, field: 'text' }) as const),
  ]
}

function typeRich(doc: PlanDoc, ref: RichRef, dice: Dice): void {
  doc.ydoc.transact(() => {
    const fragment = fragmentOf(doc, ref)
    const first = fragment?.get(0)
    if (fragment === null) return
    if (dice.b % 3 > 0 && first instanceof Y.XmlElement && first.get(0) instanceof Y.XmlText) {
      const text = first.get(0) as Y.XmlText
      text.insert(dice.c % (text.length + 1), words(dice.b), dice.b % 2 === 0 ? { bold: {} } : {})
    } else {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words(dice.b))])
      fragment.insert(dice.c % (fragment.length + 1), [paragraph])
    }
  }, BINDING)
}

/** With something of this kind to do it to; nothing where there is none. */
function on<T>(list: (doc: PlanDoc) => readonly T[], act: (editor: Editor, item: T, dice: Dice) => unknown): Edit {
  return (editor, dice) => {
    const item = one(list(editor.doc), dice.a)
    return item === undefined ? 'nothing to do it to' : act(editor, item, dice)
  }
}

const milestones = (doc: PlanDoc) => readPlan(doc).milestones
const removed = (doc: PlanDoc) => readPlan(doc).archivedMilestones
const roles = (doc: PlanDoc) => readPlan(doc).roles
const people = (doc: PlanDoc) => readPlan(doc).people
const keyDates = (doc: PlanDoc) => readPlan(doc).keyDates

export const EDITS = {
  addMilestone: ({ doc }, { a, b }) =>
    addMilestone(doc, { title: words(a), after: oneOrNull(milestones(doc), b)?.id ?? null, estimate: a % 9 }),
  addMilestoneLast: ({ doc }, { a }) => addMilestone(doc, { title: words(a) }),
  moveMilestone: on(milestones, ({ doc }, { id }, { b }) =>
    moveMilestone(doc, id, oneOrNull(milestones(doc), b)?.id ?? null),
  ),
  archiveMilestone: on(milestones, ({ doc }, { id }, { b, c }) => {
    const [goLive, result] = [one(milestones(doc), b)?.id, one(milestones(doc), c)?.id]
    return archiveMilestone(doc, id, { ...(goLive && { goLive }), ...(result && { result }) })
  }),
  restoreMilestone: on(removed, ({ doc }, { id }) => restoreMilestone(doc, id)),
  moveMilestoneDue: on(milestones, ({ doc }, { id }, { b, c }) =>
    moveMilestoneDue(doc, id, dayOrNull(b), { text: words(c), role: oneOrNull(roles(doc), c)?.id ?? null }),
  ),
  setMilestoneDone: on(milestones, ({ doc }, { id }, { b }) => setMilestoneDone(doc, id, dayOrNull(b), TODAY)),
  setMilestoneStartedOn: on(milestones, ({ doc }, { id }, { b }) => setMilestoneStartedOn(doc, id, dayOrNull(b))),
  setMilestoneOwner: on(milestones, ({ doc }, { id }, { b }) =>
    setMilestoneOwner(doc, id, oneOrNull(roles(doc), b)?.id ?? null),
  ),
  setMilestoneEstimate: on(milestones, ({ doc }, { id }, { b }) =>
    setMilestoneEstimate(doc, id, b % 5 === 0 ? null : b % 20),
  ),
  setMilestoneAfter: on(milestones, ({ doc }, { id }, { b, c }) =>
    setMilestoneAfter(
      doc,
      id,
      c % 3 === 0
        ? null
        : milestones(doc)
            .slice(0, b % 3)
            .map((other) => other.id),
    ),
  ),
  setMilestoneMustEndBy: on(milestones, ({ doc }, { id }, { b }) =>
    setMilestoneMustEndBy(doc, id, oneOrNull(keyDates(doc), b)?.id ?? null),
  ),
  skipMilestone: on(milestones, ({ doc }, { id }, { b }) => skipMilestone(doc, id, b % 2 === 0)),
  milestoneToStep: on(milestones, ({ doc }, { id }) => milestoneToStep(doc, id)),
  stepToMilestone: on(stepsIn, ({ doc }, { id }) => stepToMilestone(doc, id)),
  addStep: on(milestones, ({ doc }, { id, steps }, { b, c }) =>
    addStep(doc, id, { title: words(b), after: oneOrNull(steps, c)?.id ?? null, due: dayOrNull(c) }),
  ),
  moveStep: on(stepsIn, ({ doc }, { id }, { b, c }) => {
    const target = one(milestones(doc), b)
    return target && moveStep(doc, id, target.id, oneOrNull(target.steps, c)?.id ?? null)
  }),
  archiveStep: on(stepsIn, ({ doc }, { id }) => archiveStep(doc, id)),
  restoreStep: on(
    (doc) => readPlan(doc).removedSteps,
    ({ doc }, { id }) => restoreStep(doc, id),
  ),
  setStepDone: on(stepsIn, ({ doc }, { id }, { b }) => setStepDone(doc, id, dayOrNull(b), TODAY)),
  setStepDue: on(stepsIn, ({ doc }, { id }, { b }) => setStepDue(doc, id, dayOrNull(b))),
  setStepOwner: on(stepsIn, ({ doc }, { id }, { b }) => setStepOwner(doc, id, oneOrNull(roles(doc), b)?.id ?? null)),
  setStepWith: on(stepsIn, ({ doc }, { id }, { b }) => setStepWith(doc, id, oneOrNull(roles(doc), b)?.id ?? null)),
  setStepEstimate: on(stepsIn, ({ doc }, { id }, { b }) => setStepEstimate(doc, id, b % 9)),
  setStepAfter: on(stepsIn, ({ doc }, { id }, { b }) =>
    setStepAfter(
      doc,
      id,
      stepsIn(doc)
        .slice(0, b % 3)
        .map((step) => step.id),
    ),
  ),
  addRole: ({ doc }, { a, b }) =>
    addRole(doc, { title: words(a), side: sideOf(b), after: oneOrNull(roles(doc), b)?.id ?? null }),
  nameRole: on(roles, ({ doc }, { id }, { b }) => nameRole(doc, id, oneOrNull(people(doc), b)?.id ?? null)),
  moveRole: on(roles, ({ doc }, { id }, { b }) => moveRole(doc, id, oneOrNull(roles(doc), b)?.id ?? null)),
  setRoleSide: on(roles, ({ doc }, { id }, { b }) => setRoleSide(doc, id, sideOf(b))),
  setRoleFunction: on(roles, ({ doc }, { id }, { b }) => setRoleFunction(doc, id, b % 2 === 0 ? 'legal' : null)),
  setRoleCounterpart: on(roles, ({ doc }, { id }, { b }) =>
    setRoleCounterpart(doc, id, oneOrNull(roles(doc), b)?.id ?? null),
  ),
  archiveRole: on(roles, ({ doc }, { id }) => archiveRole(doc, id)),
  restoreRole: on(
    (doc) => readPlan(doc).removedRoles,
    ({ doc }, { id }) => restoreRole(doc, id),
  ),
  addPerson: ({ doc }, { a, b }) => addPerson(doc, { name: words(a), side: sideOf(b) }),
  setPersonSide: on(people, ({ doc }, { id }, { b }) => setPersonSide(doc, id, sideOf(b))),
  archivePerson: on(people, ({ doc }, { id }) => archivePerson(doc, id)),
  restorePerson: on(
    (doc) => readPlan(doc).removedPeople,
    ({ doc }, { id }) => restorePerson(doc, id),
  ),
  addKeyDate: ({ doc }, { a, b }) =>
    addKeyDate(doc, {
      title: words(a),
      side: sideOf(b),
      span: { from: dayOf(a), to: dayOf(a) },
      compelling: b % 3 === 0,
    }),
  setKeyDateSpan: on(keyDates, ({ doc }, { id }, { b, c }) => setKeyDateSpan(doc, id, dayOf(b), dayOf(c))),
  setKeyDateCompelling: on(keyDates, ({ doc }, { id }, { b }) => setKeyDateCompelling(doc, id, b % 3 > 0)),
  setKeyDateBlocksWork: on(keyDates, ({ doc }, { id }, { b }) => setKeyDateBlocksWork(doc, id, b % 2 === 0)),
  archiveKeyDate: on(keyDates, ({ doc }, { id }) => archiveKeyDate(doc, id)),
  restoreKeyDate: on(
    (doc) => readPlan(doc).removedKeyDates,
    ({ doc }, { id }) => restoreKeyDate(doc, id),
  ),
  addObjective: ({ doc }, { a }) => addObjective(doc, { text: words(a) }),
  setObjectiveBy: on(
    (doc) => readPlan(doc).objectives,
    ({ doc }, { id }, { b }) => setObjectiveBy(doc, id, dayOrNull(b)),
  ),
  archiveObjective: on(
    (doc) => readPlan(doc).objectives,
    ({ doc }, { id }) => archiveObjective(doc, id),
  ),
  restoreObjective: on(
    (doc) => readPlan(doc).removedObjectives,
    ({ doc }, { id }) => restoreObjective(doc, id),
  ),
  addCriterion: ({ doc }, { a }) => addCriterion(doc, { text: words(a), target: words(a) }),
  setCriterionValue: on(
    (doc) => readPlan(doc).criteria,
    ({ doc }, { id }, { b }) => setCriterionValue(doc, id, 'actual', words(b)),
  ),
  setCriterionBy: on(
    (doc) => readPlan(doc).criteria,
    ({ doc }, { id }, { b }) => setCriterionBy(doc, id, dayOrNull(b)),
  ),
  archiveCriterion: on(
    (doc) => readPlan(doc).criteria,
    ({ doc }, { id }) => archiveCriterion(doc, id),
  ),
  restoreCriterion: on(
    (doc) => readPlan(doc).removedCriteria,
    ({ doc }, { id }) => restoreCriterion(doc, id),
  ),
  setCriterionResult: on(
    (doc) => readPlan(doc).criteria,
    ({ doc }, { id }, { b }) => setCriterionResult(doc, id, b % 4 === 0 ? null : 'reached'),
  ),
  agreeToCriterion: on(
    (doc) => readPlan(doc).criteria,
    ({ doc }, { id }, { b }) => agreeToCriterion(doc, id, b % 4 > 0),
  ),
  addDecision: ({ doc }, { a, b }) => {
    const after = one(readPlan(doc).decisions, b)?.id
    return addDecision(doc, { question: words(a), ...(after && { after }) })
  },
  archiveDecision: on(
    (doc) => readPlan(doc).decisions,
    ({ doc }, { id }) => archiveDecision(doc, id),
  ),
  restoreDecision: on(
    (doc) => readPlan(doc).removedDecisions,
    ({ doc }, { id }) => restoreDecision(doc, id),
  ),
  addExpectation: ({ doc }, { a }) => addExpectation(doc, { text: words(a) }),
  archiveExpectation: on(
    (doc) => readPlan(doc).expectations,
    ({ doc }, { id }) => archiveExpectation(doc, id),
  ),
  restoreExpectation: on(
    (doc) => readPlan(doc).removedExpectations,
    ({ doc }, { id }) => restoreExpectation(doc, id),
  ),
  addOption: ({ doc }, { a }) => addOption(doc, words(a)),
  archiveOption: on(
    (doc) => readPlan(doc).options,
    ({ doc }, { id }) => archiveOption(doc, id),
  ),
  restoreOption: on(
    (doc) => readPlan(doc).removedOptions,
    ({ doc }, { id }) => restoreOption(doc, id),
  ),
  setScore: ({ doc }, { a, b, c }) => {
    const { criteria, options } = readPlan(doc)
    const [criterion, option] = [one(criteria, a), one(options, b)]
    return criterion && option && setScore(doc, criterion.id, option.id, c % 7 === 6 ? null : c % 7)
  },
  setHoliday: ({ doc }, { a, b }) => setHoliday(doc, dayOf(a % 5), { name: words(b), side: null }),
  removeHoliday: ({ doc }, { a }) => removeHoliday(doc, dayOf(a % 5)),
  setMeta: ({ doc }, { a, b }) =>
    a % 2 === 0
      ? setMeta(doc, 'planName', words(b))
      : setMeta(doc, 'checkIn', { every: 'week', weekday: (b % 7) + 1, minutes: 25, roleIds: [] }),
  setGoLive: on(milestones, ({ doc }, { id }) => setGoLive(doc, id)),
  setResult: on(milestones, ({ doc }, { id }) => setResult(doc, id)),
  setFindingOff: ({ doc }, { a, b }) => setFindingOff(doc, `finding${a % 3}`, b % 2 === 0),
  confirmMilestone: on(milestones, ({ doc }, { id }, { b }) =>
    confirmMilestone(doc, id, (['confirmed', 'disputed', null] as const)[b % 3] ?? null),
  ),
  makeOffer: ({ doc }) => makeOffer(doc, offerDays(readPlan(doc), TODAY)),
  acceptOffer: ({ doc }) => {
    const open = openOffer(readPlan(doc).offers)
    return open && acceptOffer(doc, open.id)
  },
  withdrawOffer: on(
    (doc) => readPlan(doc).offers,
    ({ doc }, { id }) => withdrawOffer(doc, id),
  ),
  confirmMove: on(
    (doc) => readPlan(doc).moves,
    ({ doc }, { id }) => confirmMove(doc, id),
  ),
  type: on(textsIn, ({ doc }, ref, { b, c }) =>
    spliceText(doc, ref, c % (textOf(doc, ref).length + 1), b % 3, words(c)),
  ),
  retype: on(textsIn, ({ doc }, ref, { b, c }) => setText(doc, ref, textOf(doc, ref).slice(b % 4) + words(c))),
  typeNotes: on(milestones, ({ doc }, { id }, dice) => typeRich(doc, { kind: 'notes', milestoneId: id }, dice)),
  typeValueProposition: ({ doc }, dice) => typeRich(doc, { kind: 'valueProposition' }, dice),
  several: ({ doc }, { a, b }) =>
    changePlan(doc, () => {
      const role = addRole(doc, { title: words(a), side: sideOf(b) })
      const milestone = one(milestones(doc), b)
      if (role === null || milestone === undefined) return
      nameRole(doc, role, addPerson(doc, { name: words(b), side: sideOf(b) }))
      setMilestoneOwner(doc, milestone.id, role)
      moveMilestoneDue(doc, milestone.id, dayOf(a))
    }),
  undo: ({ undo }) => undo.undo(),
  redo: ({ undo }) => undo.redo(),
  pause: ({ undo }) => undo.stopCapturing(),
} satisfies Record<string, Edit>

export type EditName = keyof typeof EDITS
export const EDIT_NAMES = Object.keys(EDITS) as readonly EditName[]

export function edit(editor: Editor, name: EditName, dice: Dice): unknown {
  return EDITS[name](editor, dice)
}
