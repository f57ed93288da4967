/**
 * The sample plan: Halden Foods and Quillmark, as the data says (`halden.ts`), moved to today.
 *
 * It is not written as it stands but lived through: started, offered, accepted, partly done, moved. So its agreement, its
 * moves and who did what come from the same verbs that people use, and the sample cannot show a plan that could not be.
 */
import {
  acceptOffer,
  addCriterion,
  addDecision,
  addExpectation,
  addKeyDate,
  addMilestone,
  addObjective,
  addPerson,
  addRole,
  addStep,
  agreeToCriterion,
  changePlan,
  confirmMilestone,
  makeOffer,
  moveMilestoneDue,
  nameRole,
  offerDays,
  readPlan,
  setFindingOff,
  setGoLive,
  setMeta,
  setMilestoneDone,
  setMilestoneEstimate,
  setMilestoneMustEndBy,
  setResult,
  setStepDone,
  setStepDue,
  setText,
  writeAs,
  writeParagraphs,
  type KeyDateId,
  type MilestoneId,
  type NotAllowed,
  type PersonId,
  type PlanDoc,
  type RoleId,
  type StepId,
} from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import {
  SAMPLE_AUDIT,
  SAMPLE_COST_OF_SLIP,
  SAMPLE_CRITERIA,
  SAMPLE_DECISIONS,
  SAMPLE_EXPECTATIONS,
  SAMPLE_GO_LIVE,
  SAMPLE_KEY_DATES,
  SAMPLE_MILESTONES,
  SAMPLE_OBJECTIVES,
  SAMPLE_PARTIES,
  SAMPLE_PRIORITY,
  SAMPLE_PROMISES,
  SAMPLE_RESULT,
  SAMPLE_ROLES,
  SAMPLE_START,
  SAMPLE_TITLE,
  SAMPLE_VALUE,
  type SampleMilestone,
  type SampleRole,
} from './halden.ts'
import { dayInWords, daysFor, monthOf, morningOf, type MoveDay } from './sample-days.ts'

/** As with `startPlan`: the document must hold a plan without milestones. */
export function samplePlan(doc: PlanDoc, today: LocalDate): 'sampled' | NotAllowed | 'no-plan' | 'has-content' {
  const { planId, milestones, archivedMilestones } = readPlan(doc)
  if (planId === null) return 'no-plan'
  if (milestones.length + archivedMilestones.length > 0) return 'has-content'
  return changePlan(doc, () => {
    const sample = sampleOf(doc, today)
    sample.as('account', '2026-05-04', () => write(sample))
    agree(sample)
    work(sample)
    move(sample)
    return 'sampled' as const
  })
}

interface Sample {
  readonly doc: PlanDoc
  readonly today: LocalDate
  readonly day: MoveDay
  readonly roles: Map<SampleRole, RoleId>
  readonly people: Map<SampleRole, PersonId>
  /** Each milestone of the data with the id it got, and its steps' ids in order. */
  readonly milestones: { readonly data: SampleMilestone; readonly id: MilestoneId; readonly steps: readonly StepId[] }[]
  /** Does something as one of the sample's people, on the morning of one of its days. */
  readonly as: <T>(role: SampleRole, on: string, fn: () => T) => T
}

function sampleOf(doc: PlanDoc, today: LocalDate): Sample {
  const day = daysFor(today)
  /** Nothing was written down later than this morning, wherever the reader's clock stands. */
  const latest = readPlan(doc).createdAt ?? Number.MAX_SAFE_INTEGER
  const people = new Map<SampleRole, PersonId>()
  const as = <T>(role: SampleRole, on: string, fn: () => T): T => {
    const { side, person } = SAMPLE_ROLES[role]
    const author = { side, name: person ?? '', personId: people.get(role) ?? null }
    return writeAs(doc, { author, now: () => Math.min(morningOf(day(on)), latest) }, fn)
  }
  return { doc, today, day, roles: new Map(), people, milestones: [], as }
}

/** What the two sides wrote down on the first day, with the dates they then agreed to. */
function write(sample: Sample): void {
  const { doc, day } = sample
  setMeta(doc, 'buyer', SAMPLE_PARTIES.buyer)
  setMeta(doc, 'seller', SAMPLE_PARTIES.seller)
  setMeta(doc, 'start', day(SAMPLE_START))
  setText(doc, { in: 'meta', field: 'title' }, SAMPLE_TITLE)
  setText(doc, { in: 'meta', field: 'buyerPriority' }, SAMPLE_PRIORITY)
  setText(doc, { in: 'meta', field: 'costOfSlip' }, SAMPLE_COST_OF_SLIP)
  writeParagraphs(doc, { kind: 'valueProposition' }, [SAMPLE_VALUE.replace('{month}', monthOf(day(SAMPLE_AUDIT)))])
  writePeople(sample)
  for (const data of SAMPLE_MILESTONES) writeMilestone(sample, data)
  const compelling = writeKeyDates(sample)
  const goLive = sample.milestones[SAMPLE_GO_LIVE]
  const result = sample.milestones[SAMPLE_RESULT]
  setGoLive(doc, goLive?.id ?? null, 'buyer')
  setResult(doc, result?.id ?? null)
  if (result !== undefined) writeParagraphs(doc, { kind: 'notes', milestoneId: result.id }, SAMPLE_PROMISES)
  if (goLive !== undefined) setMilestoneMustEndBy(doc, goLive.id, compelling)
  for (const criterion of SAMPLE_CRITERIA)
    addCriterion(doc, { ...criterion, by: day(result?.data.agreed ?? SAMPLE_AUDIT) })
  writeTerms(sample)
  const roleIds = (['director', 'account', 'integration'] as const).flatMap((role) => sample.roles.get(role) ?? [])
  setMeta(doc, 'checkIn', { every: 'week', weekday: 4, minutes: 25, roleIds })
}

function writeTerms({ doc, day }: Sample): void {
  for (const objective of SAMPLE_OBJECTIVES) addObjective(doc, { ...objective, by: day(SAMPLE_AUDIT) })
  for (const decision of SAMPLE_DECISIONS) addDecision(doc, decision)
  for (const expectation of SAMPLE_EXPECTATIONS) addExpectation(doc, expectation)
}

function writePeople({ doc, roles, people }: Sample): void {
  for (const key of Object.keys(SAMPLE_ROLES) as SampleRole[]) {
    const { title, side, function: part, person } = SAMPLE_ROLES[key]
    const roleId = addRole(doc, { title, side, function: part })
    if (roleId !== null) roles.set(key, roleId)
    const personId = person === null ? null : addPerson(doc, { name: person, side })
    if (personId !== null) people.set(key, personId)
    if (roleId !== null && personId !== null) nameRole(doc, roleId, personId)
  }
}

function writeMilestone({ doc, day, roles, milestones }: Sample, data: SampleMilestone): void {
  const { title, benefit, owner, estimate, agreed, startedOn } = data
  const id = addMilestone(doc, {
    title,
    benefit,
    ownerRole: roles.get(owner) ?? null,
    estimate,
    due: day(agreed),
    startedOn: startedOn === undefined ? null : day(startedOn),
  })
  if (id === null) return
  const steps = data.steps.flatMap((step) => {
    const roleOf = (role: SampleRole | undefined) => (role === undefined ? null : (roles.get(role) ?? null))
    const { title, agreed } = step
    const ownerRole = roleOf(step.owner)
    return addStep(doc, id, { title, ownerRole, withRole: roleOf(step.with), due: day(agreed) }) ?? []
  })
  milestones.push({ data, id, steps })
}

function writeKeyDates({ doc, day }: Sample): KeyDateId | null {
  let compellingId: KeyDateId | null = null
  for (const { title, why, on, compelling } of SAMPLE_KEY_DATES) {
    const span = { from: day(on), to: day(on) }
    const id = addKeyDate(doc, { title, why, span, side: 'buyer', compelling })
    if (compelling) compellingId = id
  }
  return compellingId
}

/** Quillmark offers the dates, Halden accepts them; both say milestone by milestone that it is right for them. */
function agree({ doc, day, as, milestones }: Sample): void {
  const offer = as('account', '2026-05-06', () => makeOffer(doc, offerDays(readPlan(doc), day('2026-05-06'))))
  as('director', '2026-05-07', () => {
    if (offer !== null) acceptOffer(doc, offer)
    for (const { id, data } of milestones) if (data.owner !== 'counsel') confirmMilestone(doc, id, 'confirmed')
    for (const { id } of readPlan(doc).criteria) agreeToCriterion(doc, id, true)
    // The investment committee decides; at Halden nobody of purchasing is asked.
    setFindingOff(doc, 'purchasing', true)
  })
  as('account', '2026-05-07', () => {
    for (const { id } of milestones) confirmMilestone(doc, id, 'confirmed')
    for (const { id } of readPlan(doc).criteria) agreeToCriterion(doc, id, true)
  })
}

function work({ doc, day, today, as, milestones }: Sample): void {
  for (const { id, data, steps } of milestones) {
    data.steps.forEach(({ owner, done }, index) => {
      const step = steps[index]
      if (done !== undefined && step !== undefined) as(owner, done, () => setStepDone(doc, step, day(done), today))
    })
    const { owner, done } = data
    if (done !== undefined) as(owner, done, () => setMilestoneDone(doc, id, day(done), today))
  }
}

/** Each promise that changed, with its reason; a milestone's steps move with it. */
function move({ doc, day, as, milestones }: Sample): void {
  for (const { id, data, steps } of milestones) {
    if (data.move === undefined) continue
    const { to, reason, by, on, estimate } = data.move
    as(by, on, () => {
      if (estimate !== undefined) setMilestoneEstimate(doc, id, estimate)
      moveMilestoneDue(doc, id, day(to), { text: withDays(reason, day) })
      data.steps.forEach(({ due }, index) => {
        const step = steps[index]
        if (due !== undefined && step !== undefined) setStepDue(doc, step, day(due))
      })
    })
  }
}

/** Writes out the days that stand in a sentence as `{2026-06-15}`. */
function withDays(text: string, day: MoveDay): string {
  return text.replaceAll(/\{(\d{4}-\d{2}-\d{2})\}/g, (_, written: string) => dayInWords(day(written)))
}
