/** When unsent changes become a question, and how it is put. Null while they can still go out by themselves. */
import { DISCUSSION_ROOTS } from '@milepost/plan'
import type { Access } from '../../hooks/use-access.ts'
import type { SyncStatus, UnsentChange } from '../../hooks/use-sync-status.ts'
import { changes, REFUSED } from './save-words.ts'

export interface UnsentQuestion {
  readonly title: string
  readonly body: string
  readonly keep: string
  readonly discard: string
}

export function unsentQuestion(
  status: SyncStatus,
  access: Access,
  unsent: readonly UnsentChange[],
): UnsentQuestion | null {
  const { refusal, relay } = status
  const lowered = access.known && !access.canEdit && access.loweredFrom !== null
  // Who may still comment has only lost what was changed in the plan itself.
  const waiting = unsent.filter(({ list }) => !(access.canComment && DISCUSSION_ROOTS.includes(list))).length
  const ended = relay === 'refused' && refusal !== null && REFUSED[refusal].isEnd
  if (waiting === 0 || !(lowered || ended)) return null
  const why =
    refusal === 'expired'
      ? 'Your link has expired.'
      : refusal === 'otherEpoch'
        ? 'The plan was started anew on the relay.'
        : refusal === 'idTaken'
          ? 'Another plan has this address on the relay.'
          : refusal === 'revoked'
            ? 'Your link was revoked.'
            : 'Your link no longer allows changes.'
  const were = waiting === 1 ? 'was' : 'were'
  const them = waiting === 1 ? 'it' : 'them'
  return {
    title: `${changes(waiting)} ${were} not sent`,
    body: `${why} What you changed is safe on this device. You can go on with ${them} in a plan of your own, or go back to what the others have.`,
    keep: `Keep ${them} as my own plan`,
    discard: `Discard ${them}`,
  }
}
