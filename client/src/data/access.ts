/**
 * Access: what this device may do in one plan, and as whom. It follows from the strongest link of one's own that the device
 * keeps, as the relay last described it. Until the relay has described a link once (`known` is false) nothing may be changed.
 */
import type { Right, Side } from '@milepost/protocol'
import type { Refusal } from '../sync/refusal.ts'

export interface Access {
  readonly right: Right
  readonly side: Side | null
  readonly role: string
  readonly name: string
  readonly grantId: string | null
  /** Ids in the plan that the link was made for, where its maker said so. */
  readonly roleId: string | null
  readonly personId: string | null
  /** False until the relay (or, for a plan made here, this device) has said what the link allows. */
  readonly known: boolean
  /** The one question that every control asks before it is drawn. */
  readonly canEdit: boolean
  /** The same for the discussion. */
  readonly canComment: boolean
  /** Why the link that was opened last does not work, where another one of this device does; null otherwise. */
  readonly refusedLink: Refusal | null
  /** The right this device had before somebody lowered it; null where nothing was lowered. */
  readonly loweredFrom: Right | null
}
