/**
 * What lies on this device's disk, row by row, and the parsers that every row goes through when it is read: another version of
 * the app, another tab, a broken disk or a curious person may have written anything. A row that cannot be read is left where it
 * is and counts as missing; it never stops the others.
 *
 * Table names and keys lie on disks for ever: add, never rename.
 */
import {
  isRight,
  isSide,
  parseCapability,
  parsePlanId,
  type Capability,
  type PlanId,
  type Right,
  type Side,
} from '@milepost/protocol'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import * as v from 'valibot'
import type { Refusal } from '../sync-status.ts'

export const DATABASE_NAME = 'milepost'
export const DATABASE_VERSION = 3

/** Dexie's index words. `updates` is only ever appended to; what is not yet on the relay is known by the marks in `unsent`. */
export const STORES = {
  plans: 'planId',
  updates: '++seq,[room+seq]',
  snapshots: 'room',
  unsent: 'mark,room',
  links: '[planId+capability],planId',
  secrets: '[planId+grantId],planId',
  settings: 'key',
  templates: '[id+version]',
  seen: 'room',
  portfolio: 'room',
} as const

/** One write: the merged bytes of what happened since the last one. */
export interface UpdateRow {
  readonly seq: number
  readonly room: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Set where these bytes were made on this device; while `unsent` holds the mark, the relay has not confirmed them. */
  readonly mark: string | null
}

/** Everything up to `upTo` that is not marked as unsent, in one piece. */
export interface SnapshotRow {
  readonly room: string
  readonly upTo: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface UnsentRow {
  readonly mark: string
  readonly room: string
  /** What was changed, each as `list/id/field`; see unsent-keys.ts. */
  readonly keys: readonly string[]
}

export interface PlanRow {
  readonly planId: PlanId
  /** The origin of its relay, or 'local'. */
  readonly relay: string
  readonly sample: boolean
  /** The id of the template that is being edited as this plan; null: it is a plan of its own. */
  readonly draftOf: string | null
  /** Set for a plan made on this device: what the relay is told when it first hears of it. */
  readonly made: { readonly side: Side; readonly role: string; readonly name: string } | null
  /** Whether the relay has heard of it; always true for plans that came by a link. */
  readonly registered: boolean
  /** The relay's life of this plan, once known. */
  readonly epoch: string | null
  /** The same of its discussion. */
  readonly discussionEpoch: string | null
  readonly createdAt: number
  readonly openedAt: number
  readonly lastSyncedAt: number | null
  readonly refusal: Refusal | null
  readonly loweredFrom: Right | null
  readonly title: string
  readonly buyer: string
  readonly seller: string
  readonly goLive: LocalDate | null
}

export interface LinkRow {
  readonly planId: PlanId
  readonly capability: Capability
  readonly page: 'plan' | 'view'
  readonly keptAt: number
  /** What the relay last said of it; null before it was asked. */
  readonly grantId: string | null
  readonly right: Right | null
  readonly side: Side | null
  readonly role: string
  readonly name: string
  readonly roleId: string | null
  readonly personId: string | null
  readonly refusal: Refusal | null
}

/** The secret of a link that was made here for somebody else; kept until the relay says that it was used. */
export interface SecretRow {
  readonly planId: PlanId
  readonly grantId: string
  readonly capability: Capability
  readonly page: 'plan' | 'view'
}

/** What was last seen of a plan on this device; see away-keeper.ts. */
export interface SeenRow {
  readonly room: string
  readonly at: number
  readonly bytes: Uint8Array<ArrayBuffer>
  /** While something is unread: when somebody last looked before it came, and what they saw then. */
  readonly since: number
  readonly read: Uint8Array<ArrayBuffer> | null
  /** The places that are unread. */
  readonly places: readonly string[]
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/** By name and not by `instanceof`: IndexedDB may hand back arrays of another realm. */
const Bytes = v.pipe(
  v.custom<Uint8Array<ArrayBuffer>>((value) => Object.prototype.toString.call(value) === '[object Uint8Array]'),
  v.transform((bytes) => new Uint8Array(bytes)),
)
const Count = v.pipe(v.number(), v.finite())
const Text = v.fallback(v.string(), '')
const REFUSALS: readonly Refusal[] = [
  'revoked',
  'expired',
  'unknown',
  'notAllowed',
  'noSuchPlan',
  'otherEpoch',
  'tooBig',
  'tooOld',
  'malformed',
  'createTokenNeeded',
  'idTaken',
]

function parsed<T>(parse: (value: unknown) => T | null) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value)
      if (value !== null) return value
      addIssue({ message: 'unreadable' })
      return NEVER
    }),
  )
}

const AsRefusal = v.fallback(v.nullable(v.picklist(REFUSALS)), null)
const AsRight = v.fallback(v.nullable(v.custom<Right>(isRight)), null)
const AsSide = v.fallback(v.nullable(v.custom<Side>(isSide)), null)
const Page = v.fallback(v.picklist(['plan', 'view']), 'plan')
const Id = v.fallback(v.nullable(v.string()), null)

const UpdateShape = v.object({ seq: Count, room: v.string(), bytes: Bytes, mark: Id })
const SnapshotShape = v.object({ room: v.string(), upTo: Count, bytes: Bytes })
const UnsentShape = v.object({ mark: v.string(), room: v.string(), keys: v.fallback(v.array(v.string()), []) })
const PlanShape = v.object({
  planId: parsed(parsePlanId),
  relay: v.string(),
  sample: v.fallback(v.boolean(), false),
  draftOf: Id,
  made: v.fallback(v.nullable(v.object({ side: v.custom<Side>(isSide), role: Text, name: Text })), null),
  registered: v.fallback(v.boolean(), true),
  epoch: Id,
  discussionEpoch: Id,
  createdAt: v.fallback(Count, 0),
  openedAt: v.fallback(Count, 0),
  lastSyncedAt: v.fallback(v.nullable(Count), null),
  refusal: AsRefusal,
  loweredFrom: AsRight,
  title: Text,
  buyer: Text,
  seller: Text,
  goLive: v.fallback(v.nullable(parsed(parseLocalDate)), null),
})
const LinkShape = v.object({
  planId: parsed(parsePlanId),
  capability: parsed(parseCapability),
  page: Page,
  keptAt: v.fallback(Count, 0),
  grantId: Id,
  right: AsRight,
  side: AsSide,
  role: Text,
  name: Text,
  roleId: Id,
  personId: Id,
  refusal: AsRefusal,
})
const SecretShape = v.object({
  planId: parsed(parsePlanId),
  grantId: v.string(),
  capability: parsed(parseCapability),
  page: Page,
})
const SeenShape = v.object({
  room: v.string(),
  at: v.fallback(Count, 0),
  bytes: Bytes,
  since: v.fallback(Count, 0),
  read: v.fallback(v.nullable(Bytes), null),
  places: v.fallback(v.array(v.string()), []),
})
const SettingShape = v.object({ key: v.string(), value: v.unknown() })

function parser<T>(shape: v.GenericSchema<unknown, T>): (value: unknown) => T | null {
  return (value) => {
    const result = v.safeParse(shape, value)
    return result.success ? result.output : null
  }
}

export const parseUpdateRow: (value: unknown) => UpdateRow | null = parser(UpdateShape)
export const parseSnapshotRow: (value: unknown) => SnapshotRow | null = parser(SnapshotShape)
export const parseUnsentRow: (value: unknown) => UnsentRow | null = parser(UnsentShape)
export const parsePlanRow: (value: unknown) => PlanRow | null = parser(PlanShape)
export const parseLinkRow: (value: unknown) => LinkRow | null = parser(LinkShape)
export const parseSecretRow: (value: unknown) => SecretRow | null = parser(SecretShape)
export const parseSeenRow: (value: unknown) => SeenRow | null = parser(SeenShape)
export const parseSettingRow: (value: unknown) => SettingRow | null = parser(SettingShape)
