// What the relay answers of who wrote in a plan. Apart from the other answers, because the app asks for these late: whoever
// opens a plan fetches none of it. Rules HTTP-1 to HTTP-4, SPEC.md.
import * as v from 'valibot'
import { sideSchema } from './http-bodies.ts'
import { shapeParser } from './shape.ts'

const contributionsSchema = v.object({
  contributions: v.array(
    v.object({
      grantId: v.string(),
      side: sideSchema,
      /** `YYYY-MM-DD`, UTC. */
      day: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
      /** Different five-minute slots of that day in which something new was written. */
      slots: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    }),
  ),
})
/** `GET /api/plans/:planId/contributions?days=`. */
export type Contributions = v.InferOutput<typeof contributionsSchema>
export const parseContributions = shapeParser(contributionsSchema)

const authorsSchema = v.object({
  authors: v.array(
    v.object({
      clientId: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      grantId: v.string(),
      room: v.picklist(['plan', 'discussion']),
    }),
  ),
  /** The grants named above, so that a reader who may not list links can still say who wrote. */
  grants: v.array(v.object({ id: v.string(), side: sideSchema, role: v.string(), name: v.string() })),
})
/** `GET /api/plans/:planId/authors`: which link each Yjs client id belongs to, as the relay saw it. */
export type Authors = v.InferOutput<typeof authorsSchema>
export const parseAuthors = shapeParser(authorsSchema)
