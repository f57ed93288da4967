/**
 * What the page says about saving and sending, as one total table from what is known to words. It never says more than
 * the status knows: `synced` only after the relay's answer, "saved on this device" only when it is on the disk. The
 * two questions (is it here, is it there) are answered in that order, because losing something comes before waiting.
 */
import type { Access } from '../../hooks/use-access.ts'
import type { Refusal, SyncStatus } from '../../hooks/use-sync-status.ts'
import { saveBarWords as words } from '../../words/sync-status/bar.ts'

export interface SaveWords {
  readonly icon: 'saved' | 'device' | 'sending' | 'offline' | 'warning'
  readonly tone: 'good' | 'plain' | 'bad'
  readonly text: string
  /** Shown beside the words as "3 waiting" or "3 not sent"; null where the words say it themselves or nothing waits. */
  readonly waiting: number | null
  /** What will become of them: they go out by themselves, or they do not. */
  readonly waits?: string
}

export interface AccessWords {
  readonly icon: 'eye' | 'comment'
  readonly text: string
}

/** `outOfSpace`: the device itself said that it has no room left; a failed write alone does not say why it failed. */
export function saveWords(status: SyncStatus, outOfSpace = false): SaveWords {
  const { kept, relay, refusal, waiting } = status
  const waits = waiting > 0 ? waiting : null
  if (kept === 'notKept') {
    const safe = relay === 'synced' && waiting === 0
    const text = outOfSpace
      ? safe
        ? words.outOfSpaceSynced
        : words.outOfSpace
      : safe
        ? words.notKeptSynced
        : words.notKept
    return { icon: 'warning', tone: 'bad', text, waiting: null }
  }
  const damaged = damageText(status)
  if (damaged !== null) return { icon: 'warning', tone: 'bad', text: damaged, waiting: waits }
  if (relay === 'refused') {
    const why = refusal ?? 'malformed'
    const willBe = IS_END[why] ? words.notSent : words.waiting
    return { icon: 'warning', tone: 'bad', text: words.refused[why], waiting: waits, waits: willBe }
  }
  if (kept === 'memoryOnly') return memoryOnlyWords(status)
  if (kept === 'keeping' && relay !== 'sending') {
    return relay === 'offline'
      ? { icon: 'offline', tone: 'plain', text: words.keepingOffline, waiting: waits }
      : { icon: 'sending', tone: 'plain', text: words.keeping, waiting: null }
  }
  switch (relay) {
    case 'synced':
      if (status.nearlyFull) return { icon: 'warning', tone: 'bad', text: words.nearlyFull, waiting: null }
      return status.incomplete
        ? { icon: 'warning', tone: 'bad', text: words.incomplete, waiting: waits }
        : { icon: 'saved', tone: 'good', text: words.kept.synced, waiting: null }
    case 'sending':
      return { icon: 'sending', tone: 'plain', text: words.sending(waiting), waiting: null }
    case 'connecting':
      return { icon: 'device', tone: 'plain', text: words.kept.connecting, waiting: waits }
    case 'offline':
      return { icon: 'offline', tone: 'plain', text: words.kept.offline, waiting: waits }
    case 'local':
      return { icon: 'device', tone: 'plain', text: words.kept.local, waiting: null }
  }
}

function damageText({ damage, relay }: SyncStatus): string | null {
  switch (damage) {
    case 'none':
      return null
    case 'changes':
      return words.damagedChanges
    case 'copy':
      return relay === 'refused' ? null : words.damagedCopy
  }
}

function memoryOnlyWords({ relay, waiting }: SyncStatus): SaveWords {
  switch (relay) {
    case 'synced':
      return { icon: 'saved', tone: 'plain', text: words.notKeptSynced, waiting: null }
    case 'sending':
      return { icon: 'sending', tone: 'plain', text: words.sending(waiting), waiting: null }
    case 'offline':
      return waiting > 0
        ? { icon: 'warning', tone: 'bad', text: words.memoryOnly.offlineWaiting, waiting }
        : { icon: 'offline', tone: 'plain', text: words.memoryOnly.offline, waiting: null }
    case 'connecting':
      return {
        icon: 'device',
        tone: 'plain',
        text: words.memoryOnly.connecting,
        waiting: waiting > 0 ? waiting : null,
      }
    case 'local':
    case 'refused':
      return { icon: 'warning', tone: 'bad', text: words.memoryOnly.onlyHere, waiting: waiting > 0 ? waiting : null }
  }
}

/** Said once, in the bar: what this link allows, where that is less than changing the plan. */
export function accessWords(access: Access, status: SyncStatus): AccessWords | null {
  if (status.relay === 'refused') return null
  if (!access.known) return { icon: 'eye', text: words.access.unchecked }
  if (access.right === 'comment') return { icon: 'comment', text: words.access.comment }
  if (access.right === 'view') {
    const whom = access.name || access.role
    return { icon: 'eye', text: whom === '' ? words.access.view : words.access.viewFor(whom) }
  }
  return null
}

/** A reader has nothing to save: the save words are only said to one where they tell something new. */
export function isSaveWorthSaying(access: Access, status: SyncStatus): boolean {
  return (
    access.canEdit ||
    access.canComment ||
    !(
      status.relay === 'synced' &&
      status.kept === 'kept' &&
      status.waiting === 0 &&
      !status.incomplete &&
      status.damage === 'none'
    )
  )
}

/** What waits here will not go out by this link any more: it becomes a question (`unsent-question.ts`). */
export const IS_END: Record<Refusal, boolean> = {
  revoked: true,
  expired: true,
  unknown: false,
  notAllowed: true,
  noSuchPlan: false,
  otherEpoch: true,
  tooBig: false,
  tooOld: false,
  malformed: false,
  createTokenNeeded: false,
  idTaken: true,
}
