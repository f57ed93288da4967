// What a place of a plan is called: "Due date", "New step". Names and fields are those of the document; what this version has no
// words for is "Changed" and no more.

/** Where something changed, as the document names it. In 'meta' the field stands in `id`. */
export interface PlaceInPlan {
  readonly list: string
  readonly id: string | null
  readonly field: string | null
}

type Words = Readonly<Record<string, string>>

/** '' is the record as a whole: it is new. */
const LABELS: Readonly<Record<string, Words>> = {
  plan: { '': 'This plan' },
  milestones: {
    '': 'New milestone',
    title: 'Title',
    benefit: 'Benefit',
    notes: 'Notes',
    rank: 'Order',
    ownerRole: 'Owner',
    after: 'Waits for',
    estimate: 'Takes',
    due: 'Due date',
    startedOn: 'Started',
    done: 'Done',
    skipped: 'Needed',
    mustEndBy: 'Must end by',
    archived: 'Milestone',
  },
  steps: {
    '': 'New step',
    title: 'Step',
    outcome: 'Outcome',
    place: 'Place',
    ownerRole: 'Owner',
    withRole: 'Done together with',
    after: 'Comes after',
    estimate: 'Takes',
    due: 'Due date',
    agreedDue: 'Agreed date',
    done: 'Done',
    archived: 'Step',
  },
  roles: {
    '': 'New role',
    title: 'Role',
    side: 'Side',
    function: 'Function',
    personId: 'Role named',
    rank: 'Order of roles',
    archived: 'Role',
  },
  people: { '': 'New person', name: 'Name', side: 'Side', archived: 'Person' },
  keyDates: {
    '': 'New key date',
    title: 'Key date',
    why: 'Why it matters',
    span: 'Key date',
    side: 'Side',
    compelling: 'Compelling event',
    blocksWork: 'Work rests',
    archived: 'Key date',
  },
  objectives: {
    '': 'New objective',
    text: 'Objective',
    by: 'Objective',
    rank: 'Order of objectives',
    archived: 'Objective',
  },
  criteria: {
    '': 'New success criterion',
    text: 'Success criterion',
    baseline: 'Today',
    target: 'Target',
    actual: 'Actual',
    by: 'Success criterion',
    rank: 'Order of criteria',
    archived: 'Success criterion',
    result: 'Result',
    agreedByBuyer: 'Agreed by the buyer',
    agreedBySeller: 'Agreed by the seller',
  },
  decisions: {
    '': 'New question about deciding',
    question: 'How the buyer decides',
    answer: 'How the buyer decides',
    rank: 'Order of questions',
    archived: 'Question about deciding',
  },
  expectations: {
    '': 'New expectation',
    text: 'What we expect',
    consequence: 'If it does not happen',
    rank: 'Order of expectations',
    archived: 'Expectation',
  },
  options: { '': 'New option', title: 'Option', rank: 'Order of options', archived: 'Option' },
  scores: { '': 'Score' },
  meta: {
    title: 'Outcome of the plan',
    valueProposition: 'Value proposition',
    buyer: 'Buyer',
    seller: 'Seller',
    planName: 'What the plan is called',
    buyerPriority: 'Buyer’s priority',
    costOfSlip: 'What a slip costs',
    timeZone: 'Time zone',
    start: 'Start',
    goLiveId: 'Go-live',
    goLiveSetBy: 'Who chose go-live',
    resultId: 'Result',
    checkIn: 'Check-in',
    workdays: 'Working days',
    template: 'Template',
    findingsOff: 'Plan review',
  },
  holidays: { '': 'Holiday' },
  moves: { '': 'Reason of a move', confirmed: 'Cause of a move' },
  offers: { '': 'Offer of dates', accepted: 'Dates agreed', withdrawn: 'Offer withdrawn' },
  confirmations: { '': 'Word on a milestone' },
  comments: { '': 'Comment' },
  contacts: { '': 'Contact' },
}

/** 'Due date', 'New step'; for what this version has no words for: 'Changed'. */
export function placeLabel({ list, id, field }: PlaceInPlan): string {
  const words = own(LABELS, list)
  const label = words && own(words, list === 'meta' ? (id ?? '') : (field ?? ''))
  // Of some records only the whole has a name.
  const whole = words !== undefined && Object.keys(words).length === 1 ? words[''] : undefined
  return label ?? whole ?? 'Changed'
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
