/** When unsent changes become a question, and how it is put. Null while they can still go out by themselves. */
import { DISCUSSION_ROOTS } from '@milepost/plan'
import type { Access } from '../../hooks/use-access.ts'
import type { SyncStatus, UnsentChange } from '../../hooks/use-sync-status.ts'
import { linkTroubleWords } from '../../words/sync-status/link-trouble.ts'
import { IS_END } from './save-words.ts'

const words = linkTroubleWords.unsent

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
  const ended = relay === 'refused' && refusal !== null && IS_END[refusal]
  if (waiting === 0 || !(lowered || ended)) return null
  const why =
    refusal === 'expired'
      ? words.why.expired
      : refusal === 'otherEpoch'
        ? words.why.otherEpoch
        : refusal === 'idTaken'
          ? words.why.idTaken
          : refusal === 'revoked'
            ? words.why.revoked
            : words.why.lowered
  return {
    title: words.title(waiting),
    body: words.body(why, waiting),
    keep: words.keep(waiting),
    discard: words.discard(waiting),
  }
}
