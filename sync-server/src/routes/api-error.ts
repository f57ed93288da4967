// Every answer that is not a success: `{ "error": { "code", "message" } }` with the status of the table in the protocol.
import { API_CODES, type ApiCode, type ApiError } from '@milepost/protocol'
import { HTTPException } from 'hono/http-exception'

export function apiError(code: ApiCode, message: string): HTTPException {
  const body: ApiError = { error: { code, message } }
  return new HTTPException(API_CODES[code], { res: Response.json(body, { status: API_CODES[code] }) })
}
