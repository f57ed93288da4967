/**
 * Every name that lies on disks for ever: the roots of both documents and the
 * number of their schema. A name is never given a new meaning; what changes gets
 * a new name beside the old one (`due2`, not another `due`).
 *
 * The names of fields stand in the one file of their record (`milestones.ts`,
 * `steps.ts`, ...) and are written out in README.md; the golden document in
 * `test/golden` turns red when one of them is changed.
 */

/** The schema that this package writes. Readers of a lower one read upwards (`migrate.ts`). */
export const SCHEMA = 1

/** Roots of the plan document (room `<planId>`). */
export const META = 'meta'
export const HOLIDAYS = 'holidays'
export const ROLES = 'roles'
export const PEOPLE = 'people'
export const MILESTONES = 'milestones'
export const STEPS = 'steps'
export const KEY_DATES = 'keyDates'
export const OBJECTIVES = 'objectives'
export const CRITERIA = 'criteria'
export const DECISIONS = 'decisions'
export const EXPECTATIONS = 'expectations'
export const OPTIONS = 'options'
export const SCORES = 'scores'
export const MOVES = 'moves'
export const OFFERS = 'offers'
export const CONFIRMATIONS = 'confirmations'
export const WRITERS = 'writers'

export const PLAN_ROOTS = [
  META,
  HOLIDAYS,
  ROLES,
  PEOPLE,
  MILESTONES,
  STEPS,
  KEY_DATES,
  OBJECTIVES,
  CRITERIA,
  DECISIONS,
  EXPECTATIONS,
  OPTIONS,
  SCORES,
  MOVES,
  OFFERS,
  CONFIRMATIONS,
  WRITERS,
] as const

/** Roots of the discussion document (room `<planId>.c`). */
export const COMMENTS = 'comments'
export const CONTACTS = 'contacts'

export const DISCUSSION_ROOTS: readonly string[] = [COMMENTS, CONTACTS]

/**
 * Rich text that a LATER schema adds to records that exist already stands in a
 * root of its own, `rt:<id>:<field>`: a nested fragment made lazily by two people
 * loses one of them whole, a root merges. Schema 1 has none.
 */
export const LATER_RICH_TEXT = 'rt:'
