// What needs attention, in a few words that say what would help, and why in one sentence. It offers and never scolds; what a
// number says is left to the number.
import type { MilestoneId, Plan, ReviewCheck, ReviewKind, RoleId, Side, Work } from '@milepost/plan'
import { capitalised, count, plural } from '../../format/count.ts'
import { companyOf, listText, possessive, shortCompany } from '../../format/names.ts'
import { workdaysText } from '../../words/slip-text.ts'

export interface FindingWords {
  readonly headline: string
  readonly why: string
}

type CheckOf<Kind extends ReviewKind> = Extract<ReviewCheck, { readonly kind: Kind }>
type Say<Kind extends ReviewKind> = (plan: Plan, facts: CheckOf<Kind>['facts']) => FindingWords

export function findingWords(plan: Plan, check: ReviewCheck): FindingWords {
  const say = SAY[check.kind] as (of: Plan, facts: ReviewCheck['facts']) => FindingWords
  return say(plan, check.facts)
}

const SAY: { readonly [Kind in ReviewKind]: Say<Kind> } = {
  feasible(plan, { problem, milestoneIds, workdays, keyDateId }) {
    const which = milestones(plan, milestoneIds)
    const be = plural(milestoneIds.length, 'is', 'are')
    switch (problem) {
      case 'pastKeyDate': {
        const title = plan.keyDates.find(({ id }) => id === keyDateId)?.title || 'the key date'
        return words('Bring go-live before the key date', `It is forecast ${workdaysText(workdays)} past “${title}”.`)
      }
      case 'overdue':
        return words('Give a day that can be kept', `${which} ${be} promised for a day that has passed.`)
      case 'cannotBeMet':
        return words(
          'Look at promises that cannot be met',
          `${which} ${be} promised earlier than what comes before allows.`,
        )
      default:
        return words(
          'Look at what is short of time',
          `${which} ${plural(milestoneIds.length, 'has', 'have')} fewer days left than it takes.`,
        )
    }
  },
  waitsOnNobody(plan, { work }) {
    const [first] = work
    const title = first === undefined ? 'It' : `“${titleOf(plan, first)}”`
    const others = andOthers(work.length - 1, 'waits too', 'wait too')
    const role = first === undefined || first.roleId === null ? null : roleTitle(plan, first.roleId)
    if (role === null)
      return words('Say who does what comes next', `${title} could begin, and nobody owns it.${others}`)
    return words(`Name the ${role}`, `${title} could go on, and the role has no person yet.${others}`)
  },
  valueProposition(_, { words: said }) {
    if (said === 0)
      return words('Say what it is worth', 'A value proposition of 30 to 40 words opens every view of the plan.')
    return said < 30
      ? words('Say more of what it is worth', `${count(said, 'word')}: 30 to 40 say it with a number and stay short.`)
      : words('Say in fewer words what it is worth', `${count(said, 'word')}: more than 40 are rarely read to the end.`)
  },
  workedBack(plan, { problem, milestoneIds }) {
    if (problem === 'noGoLive') return words('Say which milestone is go-live', 'All dates are worked back from it.')
    if (problem === 'noDay') return words('Give go-live a day', 'All dates are worked back from it.')
    return words(
      'Work the dates back',
      `${milestones(plan, milestoneIds)} ${plural(milestoneIds.length, 'has', 'have')} no day yet.`,
    )
  },
  endsInValue(plan, { problem, milestoneId }) {
    const which = milestoneId === null ? 'The last milestone' : milestones(plan, [milestoneId])
    switch (problem) {
      case 'noResult':
        return words('Say which milestone is the result', 'A plan ends with what the buyer gains, not with going live.')
      case 'beforeGoLive':
        return words('Put the result after go-live', `${which} comes before there is anything to gain from.`)
      case 'signature':
        return words('End with the result', `${which} reads like a signature; the buyer’s gain comes after it.`)
      default:
        return words('End with the result', `${which} is the result, and something stands behind it.`)
    }
  },
  rolesNamed(plan, { work }) {
    const [first] = work
    const role = first === undefined || first.roleId === null ? 'role' : roleTitle(plan, first.roleId)
    const others = work.slice(1).flatMap(({ roleId }) => (roleId === null ? [] : [roleTitle(plan, roleId)]))
    const also =
      others.length === 0
        ? ''
        : ` ${capitalised(listText(others))} ${plural(others.length, 'has', 'have')} none either.`
    const which = first === undefined ? 'A milestone' : milestones(plan, [first.milestoneId])
    return words(`Name the ${role}`, `${which} has a role but no person yet, and begins soon.${also}`)
  },
  decisionMaker(plan, { roleIds }) {
    const role = roleIds[0] === undefined ? 'decision maker' : roleTitle(plan, roleIds[0])
    return words(`Bring the ${role} in`, 'No decision maker has contributed yet.')
  },
  bothSidesContribute(plan, { missing }) {
    const who = missing.length === 1 && missing[0] !== undefined ? company(plan, missing[0]) : 'the other side'
    return words(
      `Invite ${who} to write`,
      `Nothing in the plan is from ${who} yet; a plan of one side is no agreement.`,
    )
  },
  owners(plan, { milestoneIds }) {
    return words(
      'Say who owns it',
      `${milestones(plan, milestoneIds)} ${plural(milestoneIds.length, 'has', 'have')} no owner yet.`,
    )
  },
  agreed(plan, { state, by }) {
    if (state === 'none') return words('Offer the dates', 'Nothing is agreed yet, so no day can be counted against it.')
    const other = by === 'buyer' ? 'seller' : 'buyer'
    return words('Agree on the dates', `They are offered; ${company(plan, other)} has not agreed yet.`)
  },
  keyDates(plan, { problem }) {
    const buyer = company(plan, 'buyer')
    if (problem === 'none') return words('Add a key date', `What happens at ${buyer} that this has to be ready for?`)
    if (problem === 'noDay') return words('Give the key date a day', 'Without one there is no room to count.')
    return words('Mark the compelling event', `Which of ${possessive(buyer)} dates makes go-live worth keeping?`)
  },
  nextStep(_, { problem, workdays }) {
    if (problem === 'none') return words('Plan a next step', 'Nothing that is open could begin.')
    return words('Plan something sooner', `The next step is ${workdaysText(workdays)} away.`)
  },
  goLiveAfterOnboarding(plan, { problem, milestoneId }) {
    if (problem === 'first')
      return words('Plan the way to go-live', 'Nothing comes before it: no onboarding, no training.')
    const which = milestoneId === null ? 'Onboarding' : milestones(plan, [milestoneId])
    return words('Put onboarding before go-live', `${which} comes after it; people go live with what they know.`)
  },
  economicBuyer: (plan) => bringIn(plan, 'the economic buyer', 'whoever decides on the money'),
  slipReasons(plan, { milestoneIds }) {
    return words('Say why it moved', `${milestones(plan, milestoneIds)} moved to a later day without a reason.`)
  },
  doneInOrder(plan, { found }) {
    const [first] = found
    const [done, open] =
      first === undefined ? ['It', 'what it waits for'] : [first, first.before].map((one) => `“${titleOf(plan, one)}”`)
    const others = andOthers(found.length - 1, 'is too', 'are too')
    return words('Look at what was done out of order', `${done} is done before ${open}, which it waits for.${others}`)
  },
  upToDate(_, { workdays }) {
    return words('Bring the plan up to date', `Nothing was written down for ${workdaysText(workdays)}.`)
  },
  buyerPriority(plan) {
    return words(
      'Name the priority it serves',
      `Whoever approves it at ${company(plan, 'buyer')} should read their own goal.`,
    )
  },
  bothSidesWork(plan, { missing }) {
    const [first, second] = missing
    if (first === undefined || second !== undefined)
      return words('Share the work', 'Neither side owns anything in the plan yet.')
    return words('Share the work', `${company(plan, first)} owns nothing in the plan yet.`)
  },
  outcomes(plan, { found }) {
    const [first] = found
    const title = first === undefined ? '' : titleOf(plan, { milestoneId: first.milestoneId, stepId: null })
    const offer = first?.wording.instead ?? null
    const instead = offer === null ? 'what is true once it is done' : `“${offer}”`
    const others = andOthers(found.length - 1, 'does too', 'do too')
    return words('Say it as an outcome', `“${title}” reads as a task; perhaps ${instead}.${others}`)
  },
  benefits(plan, { milestoneIds }) {
    return words(
      'Say what each is good for',
      `${milestones(plan, milestoneIds)} ${plural(milestoneIds.length, 'does', 'do')} not say what the buyer gets for the time.`,
    )
  },
  legal: (plan) => bringIn(plan, 'legal', 'somebody from legal'),
  security: (plan) => bringIn(plan, 'IT security', 'somebody from security'),
  purchasing: (plan) => bringIn(plan, 'purchasing', 'somebody from purchasing'),
  finance: (plan) => bringIn(plan, 'finance', 'somebody from finance'),
  customerSuccessEarly(plan, { roleId }) {
    const seller = company(plan, 'seller')
    if (roleId === null)
      return words('Add who stays after go-live', `${seller} has no customer success in the plan yet.`)
    return words(
      'Bring customer success in early',
      `The ${roleTitle(plan, roleId)} has no part in the first three milestones.`,
    )
  },
  sellerSponsor: (plan) =>
    words('Add a sponsor', `Nobody of ${possessive(company(plan, 'seller'))} leadership stands behind the plan yet.`),
  objectives(plan, { problem, objectiveIds }) {
    const buyer = company(plan, 'buyer')
    if (problem === 'none')
      return words('Say what it is for', `No objective of ${possessive(buyer)} is in the plan yet.`)
    const many = objectiveIds.length
    return words(
      'Say which goal it serves',
      `${count(many, 'objective')} ${plural(many, 'names', 'name')} no goal of ${possessive(buyer)} yet.`,
    )
  },
  criteria(_, { problem, criterionIds }) {
    if (problem === 'none') return words('Say how success is measured', 'No success criterion is in the plan yet.')
    if (problem === 'unscored')
      return words(
        'Say how it came out',
        `${count(criterionIds.length, 'criterion has come to its day', 'criteria have come to their day')}, and what was reached is not written down.`,
      )
    return words(
      'Complete the success criteria',
      `${count(criterionIds.length, 'criterion', 'criteria')} without a baseline, a target or a day.`,
    )
  },
  milestoneCount(_, { milestones: many }) {
    const few = many < 7
    return words(
      few ? 'Add milestones' : 'Draw milestones together',
      `${count(many, 'milestone')}: 7 to 9 show the whole way at a glance.`,
    )
  },
}

function bringIn(plan: Plan, who: string, somebody: string): FindingWords {
  const buyer = company(plan, 'buyer')
  return words(
    `Bring in ${who}`,
    `${capitalised(somebody)} at ${buyer} is usually needed; if not, leave it out on purpose.`,
  )
}

function words(headline: string, why: string): FindingWords {
  return { headline, why }
}

/** " 2 others wait too." */
function andOthers(others: number, does: string, they: string): string {
  return others < 1 ? '' : ` ${count(others, 'other')} ${plural(others, does, they)}.`
}

/** Longer lists say how many more there are: a sentence is no table. */
const NAMED = 3

function milestones(plan: Plan, ids: readonly MilestoneId[]): string {
  const numbers = ids.map((id) => plan.milestones.findIndex((milestone) => milestone.id === id) + 1)
  const named = numbers.slice(0, NAMED).map(String)
  const more = numbers.length - named.length
  const list = more > 0 ? [...named, `${more} more`] : named
  return `${plural(numbers.length, 'Milestone', 'Milestones')} ${listText(list)}`
}

function titleOf(plan: Plan, { milestoneId, stepId }: Pick<Work, 'milestoneId' | 'stepId'>): string {
  const at = plan.milestones.findIndex(({ id }) => id === milestoneId)
  const milestone = plan.milestones[at]
  const step = milestone?.steps.find(({ id }) => id === stepId)
  return (step ?? milestone)?.title || (step === undefined ? `Milestone ${at + 1}` : 'A step')
}

function roleTitle(plan: Plan, roleId: RoleId): string {
  return plan.roles.find(({ id }) => id === roleId)?.title || 'role'
}

function company(plan: Plan, side: Side): string {
  return shortCompany(companyOf(plan, side))
}
