/**
 * Names of a deal in the wording of a template: companies and people who have no business in anybody else's plan. What would be
 * changed is a list of whole texts, before and after, so that somebody can look at it and leave out what was no name at all
 * ("General Counsel" beside a buyer called General Motors).
 */
import type { Plan } from '@milepost/plan'
import type { Template } from './template.ts'

export interface WordingChange {
  readonly before: string
  readonly after: string
}

interface Name {
  readonly pattern: RegExp
  readonly instead: string
}

/** Every text that names somebody, once, in the order in which they stand. */
export function namesInWording(template: Template, plan: Pick<Plan, 'buyer' | 'seller' | 'people' | 'roles'>) {
  const names = namesOf(plan)
  const changes = new Map<string, WordingChange>()
  for (const before of textsOf(template)) {
    const after = names.reduce((text, name) => without(text, name), before)
    if (after !== before) changes.set(before, { before, after })
  }
  return [...changes.values()] as readonly WordingChange[]
}

export function withWording(template: Template, changes: readonly WordingChange[]): Template {
  const known = new Map(changes.map(({ before, after }) => [before, after]))
  return mapTexts(template, (text) => known.get(text) ?? text)
}

/** The same for any text of a plan, companies alone: what is left can be held against another company's plan. */
export function withoutCompanies({ buyer, seller }: Pick<Plan, 'buyer' | 'seller'>): (text: string) => string {
  const names = namesOf({ buyer, seller, people: [], roles: [] })
  return (text) => names.reduce(without, text)
}

function textsOf(template: Template): readonly string[] {
  const texts: string[] = []
  mapTexts(template, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

function mapTexts(template: Template, change: (text: string) => string): Template {
  return {
    ...template,
    milestones: template.milestones.map((milestone) => ({
      ...milestone,
      title: change(milestone.title),
      benefit: change(milestone.benefit),
      steps: milestone.steps.map((step) => ({ ...step, title: change(step.title), outcome: change(step.outcome) })),
    })),
    roles: template.roles.map((role) => ({ ...role, title: change(role.title) })),
    criteria: template.criteria.map(change),
  }
}

/** The longest first, so that "Halden Foods" is gone before "Halden" is looked for. */
function namesOf({ buyer, seller, people, roles }: Pick<Plan, 'buyer' | 'seller' | 'people' | 'roles'>) {
  const known: { readonly name: string; readonly instead: string; readonly flags: string }[] = []
  for (const [company, instead] of [
    [buyer, 'the buyer'],
    [seller, 'the seller'],
  ] as const) {
    known.push({ name: company.trim(), instead, flags: 'giu' })
    // The first word alone is how people call a company; small words and letters are none.
    known.push({ name: firstWordOf(company), instead, flags: 'gu' })
  }
  for (const { id, name } of people) {
    const role = roles.find(({ personId }) => personId === id)?.title.trim() ?? ''
    const instead = role === '' ? 'somebody' : `the ${role}`
    known.push({ name: name.trim(), instead, flags: 'giu' }, { name: firstWordOf(name), instead, flags: 'gu' })
  }
  return known
    .filter(({ name }) => name.length > 1)
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ name, instead, flags }): Name => ({ instead, pattern: patternOf(name, flags) }))
}

/** '' where it says too little to be told from any other word. */
function firstWordOf(name: string): string {
  const first = name.trim().split(/\s+/u)[0] ?? ''
  return first.length > 3 && /^\p{Lu}/u.test(first) ? first : ''
}

/** The name as a whole word, with the article before it and the possessive behind it. */
function patternOf(name: string, flags: string): RegExp {
  const escaped = name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll(/\s+/gu, '\\s+')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[Tt]he\\s+)?${escaped}(?<possessive>[’']s?(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}])`,
    flags,
  )
}

function without(text: string, { pattern, instead }: Name): string {
  return text.replaceAll(pattern, (...found) => {
    const groups = found.at(-1) as { readonly possessive?: string }
    const at = found.at(-3) as number
    const beginsSentence = /(^|[.?!]\s+)$/u.test(text.slice(0, at))
    const shown = beginsSentence ? `${instead[0]?.toUpperCase() ?? ''}${instead.slice(1)}` : instead
    return groups.possessive === undefined ? shown : `${shown}’s`
  })
}
