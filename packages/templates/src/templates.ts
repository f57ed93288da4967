/** The templates that come with the product, in the order in which they are offered; the blank one is always the last. */
import { BLANK } from './library/blank.ts'
import { FULL_ROLLOUT } from './library/full-rollout.ts'
import { ONE_TEAM_FIRST } from './library/one-team-first.ts'
import { PROOF_OF_VALUE } from './library/proof-of-value.ts'
import { RENEW_AND_EXTEND } from './library/renew-and-extend.ts'
import type { Template } from './template.ts'

export const TEMPLATES: readonly Template[] = [ONE_TEAM_FIRST, FULL_ROLLOUT, RENEW_AND_EXTEND, PROOF_OF_VALUE, BLANK]

/** Null for a template that this version does not have: another team's, or a later one. */
export function templateById(id: string): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null
}
