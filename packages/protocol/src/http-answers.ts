// What the relay answers over HTTP, read by the app as strictly as the relay reads the app: a relay is another machine,
// perhaps of another version. New fields are left out, missing ones are an error. Rules HTTP-1 to HTTP-4, SPEC.md.
import * as v from 'valibot'
import { instantSchema, planIdSchema, rightSchema, sideSchema } from './http-bodies.ts'
import { parseCapability, type Capability } from './capability.ts'
import { shapeParser } from './shape.ts'

const instantOrNever = v.nullable(instantSchema)
const idOrNone = v.nullable(v.string())

const grantViewSchema = v.object({
  id: v.string(),
  right: rightSchema,
  side: sideSchema,
  /** What people read; both may be empty. */
  role: v.string(),
  name: v.string(),
  /** Which role and person of the plan it is for; the relay does not know what they mean. */
  roleId: idOrNone,
  personId: idOrNone,
  createdAt: instantSchema,
  /** When a device of this link last spoke to the relay. */
  lastSeenAt: instantOrNever,
  /** Is a device of this link connected right now? */
  online: v.boolean(),
  /** Changes the relay has kept from this link. */
  edits: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** When it was first used. Until then its secret is known only where it was made. */
  usedAt: instantOrNever,
  expiresAt: instantOrNever,
  revokedAt: instantOrNever,
  /** The grant whose holder took it back. */
  revokedBy: idOrNone,
  /** The grant whose holder made it; null for the plan's first link. */
  madeBy: idOrNone,
  /** Present on the caller's own. */
  you: v.optional(v.literal(true)),
})

/** A link as the relay shows it to those who may list links: never with its secret or hash. */
export type GrantView = v.InferOutput<typeof grantViewSchema>
export const parseGrantView = shapeParser(grantViewSchema)

const grantListSchema = v.object({ grants: v.array(grantViewSchema) })
/** `GET /api/plans/:planId/grants`, oldest first. */
export type GrantList = v.InferOutput<typeof grantListSchema>
export const parseGrantList = shapeParser(grantListSchema)

const newGrantSchema = v.object({
  grant: grantViewSchema,
  secret: v.pipe(
    v.string(),
    v.check((text) => parseCapability(text) !== null, 'not a capability'),
    v.transform((text) => text as Capability),
  ),
})
/** `POST …/grants`: the only answer that ever carries a secret. */
export type NewGrant = v.InferOutput<typeof newGrantSchema>
export const parseNewGrant = shapeParser(newGrantSchema)

const changedGrantsSchema = v.object({ grant: grantViewSchema, also: v.array(grantViewSchema) })
/** `PATCH` and `DELETE …/grants/:id`: the link, and the ones that went (or came back) with it. */
export type ChangedGrants = v.InferOutput<typeof changedGrantsSchema>
export const parseChangedGrants = shapeParser(changedGrantsSchema)

const meSchema = v.object({
  planId: planIdSchema,
  grantId: v.string(),
  right: rightSchema,
  side: sideSchema,
  role: v.string(),
  name: v.string(),
  roleId: idOrNone,
  personId: idOrNone,
  expiresAt: instantOrNever,
})
/** `GET /api/plans/:planId/me`: what the caller's own link is worth right now. Also the answer to `POST /api/plans`. */
export type Me = v.InferOutput<typeof meSchema>
export const parseMe = shapeParser(meSchema)

const holderSchema = v.object({ side: sideSchema, role: v.string(), name: v.string() })

const revocationsSchema = v.object({
  revocations: v.array(
    v.object({
      ...holderSchema.entries,
      grantId: v.string(),
      right: rightSchema,
      revokedAt: instantSchema,
      /** Whose link it was revoked with. */
      by: holderSchema,
    }),
  ),
})
/** `GET /api/plans/:planId/revocations`: links that the other side's people took back, newest first. */
export type Revocations = v.InferOutput<typeof revocationsSchema>
export const parseRevocations = shapeParser(revocationsSchema)

const apiErrorSchema = v.object({ error: v.object({ code: v.string(), message: v.string() }) })
/** Every answer that is not 2xx. */
export type ApiError = v.InferOutput<typeof apiErrorSchema>
export const parseApiError = shapeParser(apiErrorSchema)
