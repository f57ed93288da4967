/**
 * Titles that say what is done instead of what is true afterwards ("Demo", "Signed contract"), and what could stand there.
 *
 * A short list on purpose, and English: a title that it does not know is taken for an outcome, because a plan in other words
 * or another language must not be nagged. A long title is left alone where it only mentions such a word ("Finance has seen
 * its invoices match in the demo"); one that begins with an order ("Send the contract") is one however long it is.
 */

/** What could stand there; null where only the people of the plan can say it. */
export interface Wording {
  readonly instead: string | null
}

/** Nouns of the seller's stages, with what the buyer has once they are over. The first that fits counts. */
const STAGES: readonly (readonly [RegExp, string])[] = [
  [/\b(demo|demos|demonstration|walkthrough)\b/u, 'The team has seen it work with its own data'],
  [
    /\b(feature|product|solution) (review|overview|presentation|fit)\b/u,
    'Those who will use it know it does what they need',
  ],
  [/\b(discovery|scoping|qualification|needs analysis)\b/u, 'Everybody agrees what the problem costs today'],
  [/\b(poc|pov|pilot|trial|proof of (concept|value))\b/u, 'One team has seen its own numbers improve'],
  [
    /\b(security|infosec|compliance|it) (review|questionnaire|assessment|check|audit)\b/u,
    'IT security is satisfied that data stays safe',
  ],
  [
    /\b(legal|contract) (review|negotiations?|redlines?)\b|\b(redlines?|negotiations?)\b/u,
    'Legal has no open question',
  ],
  [
    /\b(contract|agreement|order form|msa|sow|dpa|signature|signing|closed won)\b|^(deal |contract )?closing$/u,
    'Terms settled that both sides stand behind',
  ],
  [/\b(proposal|quote|quotation|pricing|price|offer)\b/u, 'Price and terms are known and fit the budget'],
  [
    /\b(procurement|purchasing|vendor onboarding|purchase order|po)\b/u,
    'Purchasing can order without an open question',
  ],
  [/\b(budget|business case|roi)\b/u, 'The budget is released on numbers finance has checked'],
  [/\b(kick-?off|planning)\b/u, 'Everybody knows who does what, and by when'],
  [/\b(onboarding|training|enablement|workshops?)\b/u, 'Everybody who needs it can work with it'],
  [
    /\b(implementation|integration|configuration|installation|set-?up|migration)\b/u,
    'It works with the systems that are there',
  ],
  [/\b(deployment|roll-?out|launch)\b/u, 'Every team works with it'],
  [
    /\b(meeting|call|presentation|check-in|qbr|review|follow-up|evaluation|testing|uat)\b/u,
    'What it showed is agreed by both sides',
  ],
]

/** Orders that nobody would begin an outcome with. */
const ORDERS =
  /^(send|prepare|sign|finali[sz]e|conduct|submit|negotiate|discuss|arrange|organi[sz]e|configure|install|implement|integrate|set up|deliver|provide|define|identify|create|follow up|go through|get|do|make|give)\b(?!-)/u

/** Orders that are other words too ("Complete visibility", "Review times halved"): what follows tells them apart. */
const MAYBE_ORDERS = /^(complete|review|hold|draft|book|schedule)\b(?!-)/u
const ORDERED = /^\w+ (the|a|an|all|our|your|their|its|this|these|each|every)\b/u

/** What makes a sentence of it: something is, has, can or was settled. */
const SAYS_WHAT_IS_TRUE =
  /\b(is|are|was|has|have|had|can|knows?|works?|agrees?|agreed|approved|proven|proved|passed|cleared|satisfied|settled|decided|decides|released|placed|live|ready|accepted|confirmed|matched|matches|saved|trusts?|runs?|uses?|seen|known|in place|in use|automated|halved|doubled|reduced|freed|faster|fewer)\b/u

/** More words than this say something of their own. */
const SHORT = 4

/** Null where the title says an outcome, as far as this list can tell. */
export function outcomeWording(title: string): Wording | null {
  const text = title.trim().toLowerCase().replaceAll('’', "'")
  if (text === '') return null
  const stage = STAGES.find(([words]) => words.test(text))
  const words = text.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== '')
  const isNamed = stage !== undefined && !SAYS_WHAT_IS_TRUE.test(text)
  const isStage = isNamed && words.length <= SHORT
  return isStage || isOrder(text, isNamed) ? { instead: stage?.[1] ?? null } : null
}

function isOrder(text: string, namesStage: boolean): boolean {
  return ORDERS.test(text) || (MAYBE_ORDERS.test(text) && (ORDERED.test(text) || namesStage))
}

/** What is signed or ordered. Books are closed and contracts found too, by buyers who gain from it: those words alone say nothing. */
const SIGNATURE =
  /\b(signature|signatures|signed|signing|order form|purchase order|closed won)\b|^sign\b(?!-)|\b(contract|deal|agreement) (is |was )?(closed|awarded|in place)\b|^(the )?contract$|^(deal |contract )?(closing|closed)$/iu

/** A plan that ends here would end for the seller, not for the buyer. */
export function isSignature(title: string): boolean {
  return SIGNATURE.test(title.trim())
}

/** What has to come before go-live: people who can work with it. */
export function isOnboarding(title: string): boolean {
  return /\b(onboarding|onboarded|training|trained|kick-?off|enablement|user acceptance)\b/iu.test(title)
}
