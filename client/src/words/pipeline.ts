// The review of all plans, one after the other: facts with their evidence, and questions that help. It judges nobody: what is
// said rests on what is in the plan, where both sides can read it.
import type { Evidence, QuestionKind, RoleFunction } from '@milepost/plan'
import { count } from '../format/count.ts'
import { functionWords } from './people/functions.ts'

type Missing = Extract<QuestionKind, RoleFunction>

export const pipelineWords = {
  title: 'Review of the plans',
  place: 'Review',
  at: (at: number, all: number) => `${at} of ${all}`,
  before: 'Plan before',
  next: 'Next plan',
  open: 'Open the plan',
  nothing: 'There is no plan to review on this device.',
  notHere: 'Nothing of this plan is on this device yet.',
  goLive: {
    title: 'Go-live',
    none: 'No day yet',
    agreed: (day: string) => `Agreed for ${day}.`,
    notAgreed: 'Its dates are not agreed yet.',
    off: (days: number) =>
      days > 0
        ? `${count(days, 'working day')} off it.`
        : days < 0
          ? `${count(-days, 'working day')} ahead of it.`
          : 'On it.',
    keyDate: (days: number, title: string) =>
      days >= 0 ? `${count(days, 'day')} before ${title}.` : `${count(-days, 'day')} after ${title}.`,
    onTime: (company: string, met: number, due: number) =>
      `${company} met ${met} of ${count(due, 'commitment')} on time.`,
  },
  nextStep: {
    title: 'Next step',
    none: 'Nothing comes next.',
    owes: (who: string, company: string) => `${who} at ${company} owes it.`,
    nobody: (role: string, company: string) => `Nobody has the role yet: ${role} at ${company}.`,
    noRole: 'Nobody owns it.',
    due: (day: string) => `Due ${day}.`,
    late: (days: number) => `${count(days, 'working day')} past its day.`,
  },
  acts: {
    title: 'Last acts',
    by: (company: string, name: string, ago: string) => `${company}: ${name}, ${ago}.`,
    none: (company: string) => `${company} has put nothing into it yet.`,
    confirmed: (company: string, confirmed: number, all: number) =>
      `${company} has called ${confirmed} of ${count(all, 'milestone')} right for them.`,
    share: (company: string, percent: string) => `${company} wrote ${percent} of what was written in 14 days.`,
  },
  blockers: { title: 'What could stop it', none: 'Nothing that the plan shows.' },
  questions: { title: 'Questions to ask', none: 'The plan leaves none open.' },
  moves: {
    title: 'Dates that moved',
    none: 'No date was moved.',
    from: (from: string, to: string) => `from ${from} to ${to}`,
    first: (to: string) => `to ${to}`,
    away: (from: string) => `taken away, was ${from}`,
    by: (company: string, name: string) => (name === '' ? `said ${company}` : `said ${name}, ${company}`),
    more: (many: number) => `${count(many, 'earlier move')} in the plan.`,
  },
  functions: {
    title: 'Functions involved',
    columns: { part: 'Function', who: 'Who', settled: 'Settled', open: 'Open' },
    nobody: 'Not in the plan',
    unnamed: (role: string) => `${role}: who?`,
    active: 'has contributed',
    silent: 'no contribution yet',
  },
  velocity: {
    title: 'Time between milestones',
    none: 'No milestone is done yet.',
    took: (took: number, estimate: number | null) =>
      estimate === null ? count(took, 'working day') : `${count(took, 'working day')}, ${estimate} planned`,
  },
  disqualify: {
    title: 'Is this still a plan of both sides?',
    quiet: (company: string, days: number) => `${company} has put nothing into it for ${count(days, 'day')}.`,
    oneSided: (company: string, percent: string) => `${company} wrote ${percent} of it in the last 14 days.`,
    ask: (company: string) => `Ask ${company} whether it still stands, or take it out of your list.`,
    archive: 'Archive on this device',
    archived: 'Archived on this device. Everybody else sees it as before.',
    bringBack: 'Bring back',
  },
  evidence: {
    label: 'Seen in',
    milestone: (number: number, title: string) => `Milestone ${number}: ${title}`,
    step: (number: number | null, title: string) => (number === null ? title : `${title}, in milestone ${number}`),
    people: 'People',
    agreement: 'Agreement',
    keyDates: 'Key dates',
    plan: 'The plan',
    criteria: 'Success criteria',
    priority: 'The buyer’s priority',
    proposition: 'Value proposition',
  },
}

/** The name of the place that a statement was read from. */
export function evidenceText({ target, number, title }: Evidence): string {
  const words = pipelineWords.evidence
  switch (target.kind) {
    case 'milestone':
      return number === null ? words.plan : words.milestone(number, title)
    case 'step':
      return words.step(number, title)
    case 'role':
    case 'keyDate':
      return title === '' ? words.plan : title
    case 'people':
      return words.people
    case 'agreement':
      return words.agreement
    case 'keyDates':
      return words.keyDates
    case 'criteria':
      return words.criteria
    case 'buyerPriority':
      return words.priority
    case 'valueProposition':
      return words.proposition
    default:
      return words.plan
  }
}

const missing: Readonly<Record<Missing, string>> = {
  technical: 'who signs off the integration?',
  economicBuyer: 'who can say yes to the money?',
  legal: 'who reads the contract, and by when?',
  security: 'who checks how safe it is?',
  purchasing: 'who places the order, and what do they need for it?',
  finance: 'whose budget does it come from?',
}

/** A question that helps, made from a gap. `them` is the buyer's company, `what` the place it was seen in. */
export function questionText(kind: QuestionKind, them: string, what: string): string {
  if (isMissing(kind))
    return `No ${functionWords.functions[kind].toLocaleLowerCase('en')} contact at ${them} yet: ${missing[kind]}`
  switch (kind) {
    case 'decisionMaker':
      return `Nobody who decides at ${them} has put anything into the plan: what do they need to see?`
    case 'agreed':
      return `The dates are not agreed: which of them would ${them} not sign today?`
    case 'keyDates':
      return `No date of ${them} drives this: what happens there if it comes a month later?`
    case 'rolesNamed':
      return `${what} has work soon and nobody to do it: who will it be?`
    case 'owners':
      return `${what} belongs to nobody: who is it for?`
    case 'slipReasons':
      return `${what} moved without a reason: what happened?`
    case 'sellerSponsor':
      return `No executive of ours is on the plan: who do they call at ${them}, and when?`
    case 'upToDate':
      return `Nothing was written for a while: is the work going on somewhere else?`
    case 'buyerPriority':
      return `No priority of ${them} is named: what do they put this before?`
    case 'criteria':
      return `What ${them} measures is not written down: how will they know that it worked?`
  }
}

function isMissing(kind: QuestionKind): kind is Missing {
  return Object.hasOwn(missing, kind)
}
