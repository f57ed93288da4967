/**
 * PlanSharing: the links of one plan, as the relay lists them, and the calls that change them. Nothing here works offline and
 * nothing pretends to: every call answers with a value that says what happened. A link's secret is known to the device that
 * made it until the link is first used; after that, and everywhere else, only a new link can be made.
 */
import type { GrantView, Revocations, Right, Side } from '@milepost/protocol'
import type { Readable } from './readable.ts'

export type GrantId = GrantView['id']

export type SharingProblem =
  | 'unreachable'
  /** The plan lives on this device only, or the relay has not heard of it yet. */
  | 'notOnRelay'
  | 'notAllowed'
  | 'noSuchGrant'
  /** The last link that may manage the plan cannot be lowered or revoked. */
  | 'lastManager'
  | 'revoked'
  | 'tooMany'
  | 'rejected'

export interface NewLink {
  readonly right: Right
  readonly side: Side
  readonly role: string
  readonly name: string
  readonly roleId?: string | null
  readonly personId?: string | null
  readonly expiresAt?: number | null
}

export interface MadeLink {
  readonly grant: GrantView
  readonly url: string
}

/** A link that somebody of the other side took back: everybody in the plan may know. */
export type Revocation = Revocations['revocations'][number]

export interface PlanSharing {
  /** Null until the first `refresh` came back. */
  readonly grants: Readable<readonly GrantView[] | null>
  /** What the last refresh met; null after a good one. */
  readonly problem: Readable<SharingProblem | null>
  refresh(): Promise<SharingProblem | null>
  /** Empty until the first `refreshRevocations` came back; what failed to come leaves what was known. */
  readonly revocations: Readable<readonly Revocation[]>
  refreshRevocations(): Promise<void>
  createGrant(link: NewLink): Promise<MadeLink | SharingProblem>
  /** Makes a fresh secret for the same person and revokes the old one; links that the old one made stay. */
  renewGrant(id: GrantId): Promise<MadeLink | SharingProblem>
  changeRight(id: GrantId, right: Right): Promise<SharingProblem | null>
  revoke(id: GrantId, options?: { readonly withMade?: boolean }): Promise<SharingProblem | null>
  undoRevoke(id: GrantId, right: Right): Promise<SharingProblem | null>
  /** The link's address where this device still knows its secret. */
  urlOf(id: GrantId): string | null
}
