/**
 * Which line of a plan was which line of its template. Kept in the head of the plan (`meta.template.keys`) by whoever started it,
 * and read here alone: only templates ask, and whatever a peer wrote there is parsed first.
 */
import type { Plan } from '@milepost/plan'

const KEY = /^[A-Za-z0-9_-]{1,40}$/
const known = new WeakMap<object, ReadonlyMap<string, string>>()

/** Keys by the ids of milestones and steps; null for a plan of old, which did not keep them, and for what cannot be read. */
export function originsOf({ template }: Pick<Plan, 'template'>): ReadonlyMap<string, string> | null {
  if (template === null) return null
  const found = known.get(template)
  if (found !== undefined) return found
  const { keys } = template
  if (typeof keys !== 'object' || keys === null) return null
  const map = new Map(Object.entries(keys).filter(([, key]) => typeof key === 'string' && KEY.test(key)))
  known.set(template, map)
  return map
}
