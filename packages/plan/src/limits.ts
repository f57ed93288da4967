/**
 * How much a plan may hold. The relay limits bytes and cannot read a plan, so
 * records and lengths are limited here: on entry (a write beyond the limit is
 * refused) and, four times as wide, on reading. Wider, because two people who add
 * the last records while apart go over the limit honestly, and reading must not
 * hide what either of them wrote; but it must not choke on a hostile document.
 */

/** Most records of each kind that a person can add; removed ones do not count. */
export const RECORD_LIMITS = {
  holidays: 1_000,
  roles: 200,
  people: 400,
  milestones: 200,
  steps: 2_000,
  keyDates: 100,
  objectives: 50,
  criteria: 100,
  decisions: 100,
  expectations: 100,
  options: 12,
  scores: 1_200,
  moves: 3_000,
  offers: 500,
  confirmations: 1_000,
  writers: 20_000,
  comments: 5_000,
  contacts: 400,
} as const

/** Reading stops here, per kind: `RECORD_LIMITS` times this. Adding stops one of these times earlier, removed ones and all. */
export const READ_MARGIN = 4

/** Longest texts, in UTF-16 units as a text field counts them. */
export const TEXT_LIMITS = {
  /** A title, a name: one line. */
  line: 300,
  /** A benefit, a reason, a deliverable: some sentences. */
  paragraph: 2_000,
  /** A comment. */
  comment: 10_000,
} as const

/** Longest list inside one value (`after`, `mentions`, `roleIds`). */
export const LIST_LIMIT = 100

/** Rich text deeper than this is not built: 5,000 nested quotes overflow the stack. */
export const RICH_DEPTH_LIMIT = 24
