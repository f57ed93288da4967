// Why the relay closes a socket: one table for relay, app and PROTOCOL.md.
//
// The stock y-websocket client treats 4400 to 4499 as permanent and everything else as "try again", so the numbers are
// chosen by what the client should do. A permanent code must never be used for something that may pass. CLOSE-1, SPEC.md.

export interface CloseMeaning {
  readonly name: CloseName | 'other'
  readonly code: number
  /** Trying again with the same link and the same app cannot help. */
  readonly permanent: boolean
  /** What the relay sends as the reason of the close frame: short, English, for logs. */
  readonly reason: string
}

export type CloseName =
  | 'malformed'
  | 'unknownLink'
  | 'notAllowed'
  | 'noSuchPlan'
  | 'otherEpoch'
  | 'tooBig'
  | 'tooOld'
  | 'restart'
  | 'overload'
  | 'storage'

function permanent(name: CloseName, code: number, reason: string): CloseMeaning {
  return { name, code, permanent: true, reason }
}

function transient(name: CloseName, code: number, reason: string): CloseMeaning {
  return { name, code, permanent: false, reason }
}

export const CLOSE = {
  /** A frame that breaks the rules of PROTOCOL.md. A broken client must not loop. */
  malformed: permanent('malformed', 4400, 'malformed'),
  /** Unknown, expired or revoked; `GET /api/plans/:id/me` says which. */
  unknownLink: permanent('unknownLink', 4401, 'link unknown, expired or revoked'),
  /** The link is good, its right is too low for what was tried. */
  notAllowed: permanent('notAllowed', 4403, 'not allowed'),
  /** The relay does not know the plan; the device that made it makes it again. */
  noSuchPlan: permanent('noSuchPlan', 4404, 'no such plan'),
  /** The room was made anew since this client last saw it: its data must not be merged in. */
  otherEpoch: permanent('otherEpoch', 4409, 'other epoch'),
  tooBig: permanent('tooBig', 4413, 'too big'),
  /** The app is older than this relay understands. */
  tooOld: permanent('tooOld', 4426, 'app too old'),
  /** The relay restarts, or the link has another right now: come back and ask `me`. */
  restart: transient('restart', 1012, 'restart'),
  overload: transient('overload', 1013, 'overload'),
  /** Nothing can be kept right now; what was sent and not confirmed must be sent again. */
  storage: transient('storage', 4503, 'storage unavailable'),
} as const satisfies Record<CloseName, CloseMeaning>

const BY_CODE = new Map<number, CloseMeaning>(Object.values(CLOSE).map((meaning) => [meaning.code, meaning]))

/** What a close code asks of the client; codes of others get the stock client's reading. */
export function closeMeaning(code: number): CloseMeaning {
  return BY_CODE.get(code) ?? { name: 'other', code, permanent: code >= 4400 && code < 4500, reason: 'other' }
}
