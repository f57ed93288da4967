// What the app sends to the relay over HTTP, read strictly. Fields nobody knows are left out, so that a newer app can talk
// to an older relay; known fields of the wrong shape are refused. Rules HTTP-1 to HTTP-4, SPEC.md.
import * as v from 'valibot'
import { LIMITS } from './limits.ts'
import { RIGHTS } from './right.ts'
import { parsePlanId, type PlanId } from './room-name.ts'
import { shapeParser } from './shape.ts'
import { SIDES } from './side.ts'

// oxlint-disable-next-line no-control-regex -- control characters are what is being kept out
const CONTROL = /[\u0000-\u001f\u007f]/

/** A text that people see: a role or a name. May be empty. */
export const labelSchema = v.pipe(
  v.string(),
  v.maxLength(LIMITS.labelChars),
  v.check((text) => !CONTROL.test(text), 'no control characters'),
)

/** An id that means something to the app only. */
export const opaqueIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(LIMITS.opaqueIdChars))

export const planIdSchema = v.pipe(
  v.string(),
  v.check((text) => parsePlanId(text) !== null, 'not a plan id'),
  v.transform((text) => text as PlanId),
)

export const rightSchema = v.picklist([...RIGHTS])
export const sideSchema = v.picklist([...SIDES])

/** Milliseconds since 1970. */
export const instantSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const holder = {
  side: sideSchema,
  role: v.optional(labelSchema, ''),
  name: v.optional(labelSchema, ''),
  roleId: v.optional(v.nullable(opaqueIdSchema), null),
  personId: v.optional(v.nullable(opaqueIdSchema), null),
}

const createPlanSchema = v.object({ planId: planIdSchema, ...holder })
const grantSchema = v.object({ right: rightSchema, ...holder, expiresAt: v.optional(v.nullable(instantSchema), null) })
const grantPatchSchema = v.object({ right: rightSchema })

/** `POST /api/plans`: a plan's first link is its maker's, with the right `manage`. */
export type CreatePlanBody = v.InferOutput<typeof createPlanSchema>
/** What may be left out when sending it. */
export type CreatePlanRequest = v.InferInput<typeof createPlanSchema>
export const parseCreatePlanBody = shapeParser(createPlanSchema)

/** `POST /api/plans/:planId/grants`. */
export type GrantBody = v.InferOutput<typeof grantSchema>
/** What may be left out when sending it. */
export type GrantRequest = v.InferInput<typeof grantSchema>
export const parseGrantBody = shapeParser(grantSchema)

/** `PATCH /api/plans/:planId/grants/:id`; on a revoked grant it gives the link back. */
export type GrantPatch = v.InferOutput<typeof grantPatchSchema>
export const parseGrantPatch = shapeParser(grantPatchSchema)
