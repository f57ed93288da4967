/**
 * The door for templates from outside: a file, another team, an older version. What comes through is a Template whose every
 * key leads somewhere, so nothing behind this door has to look again; anything else is one word that says what is wrong.
 *
 * Unknown fields are dropped, not refused: a newer program may have written more.
 */
import { ROLE_FUNCTIONS } from '@milepost/plan'
import * as v from 'valibot'
import { ANY_DEAL, DEAL_SIZES, type Template } from './template.ts'

/** Written into every template file, so that a file of another kind is not taken for one. */
export const TEMPLATE_FORMAT = 'milepost-template/1'

export type TemplateProblem =
  | 'not-a-template'
  | 'double-key'
  | 'unknown-role'
  | 'unknown-milestone'
  | 'unknown-step'
  | 'no-go-live'
  | 'result-before-go-live'

const MOST = { roles: 60, milestones: 60, steps: 80, criteria: 40, links: 60 }

/** Names that every object inherits would be found where nobody put them. */
const key = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,40}$/),
  v.check((name) => !(name in Object.prototype)),
)
const keys = v.nullable(v.pipe(v.array(key), v.maxLength(MOST.links)))
const line = text(300)
const paragraph = text(2000)
const estimate = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)))
const side = v.picklist(['buyer', 'seller'])

const role = v.object({
  key,
  title: line,
  side,
  /** A part in the deal that this version does not know is no part. */
  function: v.fallback(v.nullable(v.picklist(ROLE_FUNCTIONS)), null),
})

const step = v.object({
  key,
  title: line,
  outcome: paragraph,
  owner: v.nullable(key),
  with: v.nullable(key),
  estimate,
  after: keys,
})

const milestone = v.object({
  key,
  title: line,
  benefit: paragraph,
  owner: v.nullable(key),
  after: keys,
  estimate,
  steps: v.pipe(v.array(step), v.maxLength(MOST.steps)),
})

const checkIn = v.object({
  every: v.picklist(['week', 'twoWeeks', 'month']),
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(480)),
  roles: v.pipe(v.array(key), v.maxLength(MOST.roles)),
})

/** Templates of old fit any deal, and say nothing of where they come from. */
const fits = v.fallback(
  v.object({
    industry: v.fallback(text(60), ''),
    goal: v.fallback(text(60), ''),
    size: v.fallback(v.nullable(v.picklist(DEAL_SIZES)), null),
  }),
  ANY_DEAL,
)

const template = v.object({
  format: v.literal(TEMPLATE_FORMAT),
  id: key,
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
  name: line,
  summary: paragraph,
  fits,
  basedOn: v.fallback(v.nullable(key), null),
  roles: v.pipe(v.array(role), v.maxLength(MOST.roles)),
  milestones: v.pipe(v.array(milestone), v.maxLength(MOST.milestones)),
  /** Whether there is a milestone of that name is asked with the other links. */
  goLive: v.string(),
  result: v.string(),
  criteria: v.pipe(v.array(paragraph), v.maxLength(MOST.criteria)),
  checkIn: v.nullable(checkIn),
})

/** A Template, or what keeps it from being one. Never throws. */
export function parseTemplate(raw: unknown): Template | TemplateProblem {
  const result = v.safeParse(template, raw)
  if (!result.success || result.output.milestones.length === 0) return 'not-a-template'
  const { format: _format, ...parsed } = result.output
  return problemOf(parsed) ?? parsed
}

/** What a file of the template says; `parseTemplate` reads it back. */
export function templateToJson(source: Template): string {
  return JSON.stringify({ format: TEMPLATE_FORMAT, ...source }, null, 2)
}

/** Whether two templates say the same, whatever their versions. */
export function isSameTemplate(a: Template, b: Template): boolean {
  return contentOf(a) === contentOf(b)
}

/** Through the parser, because it says in which order the fields stand. */
function contentOf(source: Template): string {
  return JSON.stringify(parseTemplate({ format: TEMPLATE_FORMAT, ...source, version: 0 }))
}

function problemOf({ roles, milestones, goLive, result, checkIn: rhythm }: Template): TemplateProblem | null {
  const steps = milestones.flatMap((one) => one.steps)
  if (
    [roles, milestones, steps].some((records) => new Set(records.map((record) => record.key)).size < records.length)
  ) {
    return 'double-key'
  }
  const named = [...milestones.map((one) => one.owner), ...steps.flatMap((one) => [one.owner, one.with])]
  const roleKeys = new Set(roles.map((one) => one.key))
  if ([...named, ...(rhythm?.roles ?? [])].some((name) => name !== null && !roleKeys.has(name))) return 'unknown-role'
  if (!linksLeadBack(milestones)) return 'unknown-milestone'
  if (!linksLeadBack(steps)) return 'unknown-step'
  const places = milestones.map((one) => one.key)
  if (!places.includes(goLive)) return 'no-go-live'
  return places.indexOf(result) > places.indexOf(goLive) ? null : 'result-before-go-live'
}

/** A link to something later or to nothing would be ignored by the schedule: better said while the template is read. */
function linksLeadBack(
  records: readonly { readonly key: string; readonly after: readonly string[] | null }[],
): boolean {
  const before = new Set<string>()
  return records.every((record) => {
    const leadsBack = (record.after ?? []).every((other) => before.has(other))
    before.add(record.key)
    return leadsBack
  })
}

/** One line of text: control characters become spaces, and what is too long is refused rather than cut. */
function text(longest: number) {
  return v.pipe(
    v.string(),
    v.maxLength(longest),
    v.transform((raw) => raw.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').trim()),
  )
}
