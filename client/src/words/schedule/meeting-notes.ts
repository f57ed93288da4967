// Two texts to take along, the agenda of a meeting and a note to an executive, and the dialog that shows them.
import { count } from '../../format/count.ts'
import { listText } from '../../format/names.ts'
import { balanceText, roomText, slipText } from '../slip-text.ts'
import { commonWords } from '../common.ts'

export const meetingNoteWords = {
  dialog: {
    agenda: {
      title: 'Agenda for the next meeting',
      lead: 'What to talk about, from the plan as it stands.',
      text: 'Agenda',
    },
    escalation: {
      title: 'Escalation note',
      lead: 'From the evidence in the plan, which both sides see.',
      text: 'Note',
      to: 'To',
      nobody: 'The other side has no role yet that this could be addressed to.',
    },
    copy: 'Copy',
    copied: commonWords.copied,
    copyByHand: 'This browser does not let the page copy. Select the text and copy it by hand.',
  },
  headings: {
    owedBy: (company: string, day: string) => `Owed by ${company} until ${day}`,
    owedByNobody: 'Owed by nobody yet',
    atRisk: 'At risk',
    toAgree: 'To agree',
    whatMovedBoth: 'What moved it, as both sides see it in the plan',
    openAt: (company: string) => `Open at ${company}`,
  },
  milestone: (number: number, title: string) => `Milestone ${number}, ${title}`,
  asOf: (day: string) => `As of ${day}`,
  /** The person is '' where nobody is named, the role null where there is none. */
  to: (person: string, role: string | null, company: string) =>
    `To: ${person === '' ? '' : `${person}, `}${role ?? 'executive'}, ${company}`,
  from: (company: string) => `From: ${company}`,
  date: (day: string) => `Date: ${day}`,
  request: 'We ask for your help with what is open, so that the date can be kept.',
  goLive: {
    noDate: 'Go-live has no date yet.',
    was: (day: string, slip: string) => `Go-live was ${day}, ${slip}.`,
    isForecast: (day: string, slip: string) => `Go-live is forecast for ${day}, ${slip}.`,
    notAgreed: 'no date is agreed yet',
    slip: (days: number, measuredFrom: string) => decapitalised(slipText(days, measuredFrom)),
    measuredFrom: (state: 'agreed' | 'offered' | 'none', day: string) => `the ${state} ${day}`,
    offeredBy: (company: string) => `The dates were offered by ${company} and are not yet agreed.`,
    room: (workdays: number, keyDate: string, day: string) => `${roomText(workdays)} ${keyDate} on ${day}.`,
  },
  moved: {
    /** `trail`: the role, '' where there is none. */
    cause: (days: number, name: string, trail: string, reason: string | null) =>
      `${days > 0 ? '+' : '−'}${count(Math.abs(days), 'working day')}: ${name}${trail === '' ? '' : ` (${trail})`}.${reason === null ? '' : ` ${reason}.`}`,
    inAll: (lost: number, won: number, sides: readonly string[]) => {
      const { parts, rest } = balanceText(lost, won)
      return `In all ${[...parts, rest].join(', ')}. By side: ${listText(sides)}.`
    },
    both: 'both sides',
    nobody: 'nobody yet',
    plan: 'calendar or order',
  },
  owed: {
    line: (title: string, milestone: number | '', when: string, who: string) =>
      `${title} (milestone ${milestone}), ${when}${who}`,
    wasDue: (day: string) => `was due ${day}`,
  },
  risks: {
    notBegun: (takes: number, left: number) => `not begun: needs ${count(takes, 'day')}, ${left} left`,
    promised: (due: string, earliest: string) => `promised for ${due}, ${earliest} at the earliest`,
    promisedTooEarly: (milestones: readonly string[]) =>
      `${milestones.length === 1 ? 'Milestone' : 'Milestones'} ${listText(milestones)}: promised earlier than what they wait for allows`,
    noOwner: (milestone: number) => `Milestone ${milestone} has no owner yet`,
    noName: (role: string, company: string, milestone: number) =>
      `Who is the ${role} at ${company}? Milestone ${milestone} waits for a name`,
  },
  questions: {
    notAgreed: 'Both sides have not agreed on these dates yet',
    added: (milestones: readonly string[]) => `Added since the agreement: milestone ${listText(milestones)}`,
    claim: (company: string, role: string, milestone: number | '') =>
      `${company} says that ${role} caused milestone ${milestone}`,
  },
}

function decapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
