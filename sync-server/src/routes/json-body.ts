// The JSON body of a call, parsed by the protocol's own parser.
import { isShapeProblem, type ShapeProblem } from '@milepost/protocol'
import type { Context } from 'hono'
import { apiError } from './api-error.ts'

export async function jsonBody<Body extends object>(
  context: Context,
  parse: (value: unknown) => Body | ShapeProblem,
): Promise<Body> {
  const text = await context.req.text()
  const body = parse(parsed(text))
  if (isShapeProblem(body)) throw apiError('bad-request', body.problem)
  return body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw apiError('bad-request', 'The body is not JSON.')
  }
}
