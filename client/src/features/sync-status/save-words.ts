/**
 * What the page says about saving and sending, as one total table from what is known to words. It never says more than
 * the status knows: `synced` only after the relay's answer, "saved on this device" only when it is on the disk. The
 * two questions (is it here, is it there) are answered in that order, because losing something comes before waiting.
 */
import type { Access } from '../../hooks/use-access.ts'
import type { Refusal, SyncStatus } from '../../hooks/use-sync-status.ts'

export interface SaveWords {
  readonly icon: 'saved' | 'device' | 'sending' | 'offline' | 'warning'
  readonly tone: 'good' | 'plain' | 'bad'
  readonly text: string
  /** Shown beside the words as "3 waiting" or "3 not sent"; null where the words say it themselves or nothing waits. */
  readonly waiting: number | null
  /** What will become of them: they go out by themselves, or they do not. */
  readonly waits?: 'waiting' | 'not sent'
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
        ? 'Synced, but this device is out of space'
        : 'This device is out of space'
      : safe
        ? 'Synced, not kept on this device'
        : 'Not kept on this device'
    return { icon: 'warning', tone: 'bad', text, waiting: null }
  }
  const damaged = damageText(status)
  if (damaged !== null) return { icon: 'warning', tone: 'bad', text: damaged, waiting: waits }
  if (relay === 'refused') {
    const { bar, isEnd } = REFUSED[refusal ?? 'malformed']
    return { icon: 'warning', tone: 'bad', text: bar, waiting: waits, waits: isEnd ? 'not sent' : 'waiting' }
  }
  if (kept === 'memoryOnly') return memoryOnlyWords(status)
  if (kept === 'keeping' && relay !== 'sending') {
    return relay === 'offline'
      ? { icon: 'offline', tone: 'plain', text: 'Offline, saving on this device', waiting: waits }
      : { icon: 'sending', tone: 'plain', text: 'Saving on this device', waiting: null }
  }
  switch (relay) {
    case 'synced':
      if (status.nearlyFull) return { icon: 'warning', tone: 'bad', text: 'This plan is nearly full', waiting: null }
      return status.incomplete
        ? { icon: 'warning', tone: 'bad', text: 'A part of this plan has not arrived', waiting: waits }
        : { icon: 'saved', tone: 'good', text: 'Saved on this device, synced', waiting: null }
    case 'sending':
      return { icon: 'sending', tone: 'plain', text: sending(waiting), waiting: null }
    case 'connecting':
      return { icon: 'device', tone: 'plain', text: 'Saved on this device, connecting', waiting: waits }
    case 'offline':
      return { icon: 'offline', tone: 'plain', text: 'Offline, saved on this device', waiting: waits }
    case 'local':
      return { icon: 'device', tone: 'plain', text: 'Saved on this device', waiting: null }
  }
}

function damageText({ damage, relay }: SyncStatus): string | null {
  switch (damage) {
    case 'none':
      return null
    case 'changes':
      return 'Some changes made here cannot be read'
    case 'copy':
      return relay === 'refused' ? null : 'This device’s copy is damaged'
  }
}

function memoryOnlyWords({ relay, waiting }: SyncStatus): SaveWords {
  switch (relay) {
    case 'synced':
      return { icon: 'saved', tone: 'plain', text: 'Synced, not kept on this device', waiting: null }
    case 'sending':
      return { icon: 'sending', tone: 'plain', text: sending(waiting), waiting: null }
    case 'offline':
      return waiting > 0
        ? { icon: 'warning', tone: 'bad', text: 'Offline, only in this tab', waiting }
        : { icon: 'offline', tone: 'plain', text: 'Offline, not kept on this device', waiting: null }
    case 'connecting':
      return {
        icon: 'device',
        tone: 'plain',
        text: 'Connecting, not kept on this device',
        waiting: waiting > 0 ? waiting : null,
      }
    case 'local':
    case 'refused':
      return { icon: 'warning', tone: 'bad', text: 'Only in this tab', waiting: waiting > 0 ? waiting : null }
  }
}

function sending(waiting: number): string {
  return waiting > 0 ? `Sending ${changes(waiting)}` : 'Sending changes'
}

export function changes(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}

/** Said once, in the bar: what this link allows, where that is less than changing the plan. */
export function accessWords(access: Access, status: SyncStatus): AccessWords | null {
  if (status.relay === 'refused') return null
  if (!access.known) return { icon: 'eye', text: 'Read-only until your link was checked' }
  if (access.right === 'comment') return { icon: 'comment', text: 'You can comment' }
  if (access.right === 'view') {
    const whom = access.name || access.role
    return { icon: 'eye', text: whom === '' ? 'Read-only' : `Read-only for ${whom}` }
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

export const LINK_ENDED_BODY = 'Nothing new arrives and nothing is sent. The text here stays readable.'

interface RefusedWords {
  readonly bar: string
  /** What waits here will not go out by this link any more: it becomes a question (`unsent-question.ts`). */
  readonly isEnd: boolean
}

export const REFUSED: Record<Refusal, RefusedWords> = {
  revoked: { isEnd: true, bar: 'Your link was revoked' },
  expired: { isEnd: true, bar: 'Your link has expired' },
  unknown: { isEnd: false, bar: 'Your link is not known to the relay' },
  notAllowed: { isEnd: true, bar: 'Your link no longer allows changes' },
  noSuchPlan: { isEnd: false, bar: 'The relay does not have this plan' },
  otherEpoch: { isEnd: true, bar: 'This plan was started anew' },
  tooBig: { isEnd: false, bar: 'This plan is too big to send' },
  tooOld: { isEnd: false, bar: 'Reload for the new version' },
  malformed: { isEnd: false, bar: 'The relay refused the last change' },
  createTokenNeeded: { isEnd: false, bar: 'Kept on this device; this relay asks for its create token' },
  idTaken: { isEnd: true, bar: 'Another plan has this address' },
}
