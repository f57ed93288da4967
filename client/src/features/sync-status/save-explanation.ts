/**
 * The panel behind the save state in words: what happened, that the work is safe (or where it is not), and the way out. The
 * bar's own words are `save-words.ts`; these are fetched with the panel.
 */
import type { Access } from '../../hooks/use-access.ts'
import type { SyncStatus } from '../../hooks/use-sync-status.ts'
import { saveDetailsWords as words } from '../../words/sync-status/details.ts'

export interface SaveExplanation {
  readonly title: string
  readonly body: string
}

export function saveExplanation(status: SyncStatus, access: Access, outOfSpace = false): SaveExplanation {
  const { kept, relay, refusal, waiting } = status
  if (kept === 'notKept') {
    const { notKept } = words
    const failed = outOfSpace ? notKept.failedOutOfSpace : notKept.failed
    return {
      title: outOfSpace ? notKept.titleOutOfSpace : notKept.title,
      body: relay === 'synced' && waiting === 0 ? notKept.allOnRelay(failed) : notKept.onlyHere(failed, waiting),
    }
  }
  const damaged = damageExplanation(status)
  if (damaged !== null) return damaged
  if (relay === 'refused') {
    const { title, body } = words.refused[refusal ?? 'malformed']
    if (!access.canEdit && waiting === 0) return { title, body }
    return { title, body: kept === 'memoryOnly' ? words.refusedAndOnlyHere(body) : words.refusedAndKept(body) }
  }
  if (waiting > 0) {
    const isOnlyHere = kept === 'memoryOnly'
    const away = isOnlyHere ? words.waiting.awayOnlyHere : words.waiting.away
    return {
      title: isOnlyHere ? words.waiting.titleOnlyHere(waiting) : words.waiting.title(waiting),
      body:
        relay === 'offline' || relay === 'connecting'
          ? words.waiting.later(waiting, away)
          : words.waiting.sending(waiting, away),
    }
  }
  if (kept === 'memoryOnly') return words.memoryOnly
  switch (relay) {
    case 'local':
      return words.local
    case 'offline':
      return {
        title: words.offline.title,
        body: access.canEdit ? words.offline.bodyEditing : words.offline.bodyReading,
      }
    case 'connecting':
      return words.connecting
    default:
      if (status.nearlyFull) return words.nearlyFull
      return status.incomplete ? words.incomplete : words.synced
  }
}

function damageExplanation({ damage, relay }: SyncStatus): SaveExplanation | null {
  switch (damage) {
    case 'none':
      return null
    case 'changes':
      return words.damage.changes
    case 'copy':
      return relay === 'refused' ? null : words.damage.copy
  }
}
