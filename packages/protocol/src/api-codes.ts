// The `code` of every error the relay answers over HTTP, with its status: one table for both ends.

export const API_CODES = {
  'bad-request': 400,
  'bad-plan-id': 400,
  'no-capability': 401,
  'unknown-link': 401,
  'expired-link': 401,
  'revoked-link': 401,
  'create-token-needed': 403,
  'not-allowed': 403,
  'no-such-plan': 404,
  'no-such-grant': 404,
  'not-found': 404,
  'plan-exists': 409,
  'last-manage': 409,
  'too-many-grants': 409,
  'too-big': 413,
  'too-many-calls': 429,
  internal: 500,
  storage: 503,
  stopping: 503,
} as const satisfies Record<string, number>

export type ApiCode = keyof typeof API_CODES
