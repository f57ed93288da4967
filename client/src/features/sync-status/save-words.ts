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
  const damaged = damageWords(status)
  if (damaged !== null) return { icon: 'warning', tone: 'bad', text: damaged.bar, waiting: waits }
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

interface DamageWords extends SaveExplanation {
  readonly bar: string
}

function damageWords({ damage, relay }: SyncStatus): DamageWords | null {
  switch (damage) {
    case 'none':
      return null
    case 'changes':
      return {
        bar: 'Some changes made here cannot be read',
        title: 'Some changes made here cannot be read',
        body: 'A part of what this device kept is damaged, and the relay never received it. Everything else is here; look through what you wrote last.',
      }
    case 'copy':
      return relay === 'refused'
        ? null
        : {
            bar: 'This device’s copy is damaged',
            title: 'A part of this device’s copy cannot be read',
            body: 'The relay brings it again by itself, as soon as it answers.',
          }
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

export interface SaveExplanation {
  readonly title: string
  readonly body: string
}

/** The panel behind the words: what happened, that the work is safe (or not), and the way out. */
export function saveExplanation(status: SyncStatus, access: Access, outOfSpace = false): SaveExplanation {
  const { kept, relay, refusal, waiting } = status
  if (kept === 'notKept') {
    const failed = `The last write to this device failed${outOfSpace ? '' : ' (it may be out of space)'} and is tried again.`
    return {
      title: outOfSpace ? 'This device is out of space' : 'Not kept on this device',
      body:
        relay === 'synced' && waiting === 0
          ? `${failed} Everything is on the relay; nothing is lost if you leave.`
          : `${failed} ${onlyHere(waiting)} Leave this tab open until it is synced.`,
    }
  }
  const damaged = damageWords(status)
  if (damaged !== null) return damaged
  if (relay === 'refused') {
    const { title, body } = REFUSED[refusal ?? 'malformed']
    const safe = access.canEdit || waiting > 0 ? ` ${keptWords(kept)}` : ''
    return { title, body: body + safe }
  }
  if (waiting > 0) {
    const title =
      kept === 'memoryOnly' ? `${changes(waiting)} only in this tab` : `${changes(waiting)} waiting on this device`
    const away = kept === 'memoryOnly' ? 'Keep this tab open until then.' : 'You can keep working, or close the tab.'
    return relay === 'offline' || relay === 'connecting'
      ? {
          title,
          body: `${waiting === 1 ? 'It goes' : 'They go'} out by ${waiting === 1 ? 'itself' : 'themselves'} when you are back online. ${away}`,
        }
      : { title, body: `${waiting === 1 ? 'It is' : 'They are'} on the way to the relay. ${away}` }
  }
  if (kept === 'memoryOnly') {
    return {
      title: 'Not kept on this device',
      body: 'This browser gives no storage (a private window, or a full disk), so the plan is on the relay only. Keep your link: it opens the plan again.',
    }
  }
  switch (relay) {
    case 'local':
      return {
        title: 'On this device only',
        body: 'The sample is never sent anywhere. A plan of your own can be shared.',
      }
    case 'offline':
      return {
        title: 'You are offline',
        body: access.canEdit
          ? 'The plan is saved on this device. You can keep working; changes go out by themselves when you are back online.'
          : 'You see the plan as this device last received it.',
      }
    case 'connecting':
      return {
        title: 'Connecting',
        body: 'The plan is saved on this device. Others’ newer changes show when the relay answers.',
      }
    default:
      if (status.nearlyFull) {
        return {
          title: 'This plan is nearly full',
          body: 'Everything is saved. Much larger, and a device that was offline could not send it any more: shorten long notes.',
        }
      }
      return status.incomplete
        ? {
            title: 'A part of this plan has not arrived',
            body: 'Somebody’s earlier changes are missing on the relay. They show when the device that made them is online again.',
          }
        : { title: 'Everything is saved', body: 'It is on this device and on the relay, for everybody in the plan.' }
  }
}

function onlyHere(waiting: number): string {
  if (waiting === 0) return 'What you changed last is only in this tab.'
  return waiting === 1 ? 'Your last change is only in this tab.' : `Your last ${waiting} changes are only in this tab.`
}

function keptWords(kept: SyncStatus['kept']): string {
  return kept === 'memoryOnly'
    ? 'What you have here is only in this tab.'
    : 'What you have here is saved on this device.'
}

interface RefusedWords {
  readonly bar: string
  readonly title: string
  readonly body: string
  /** What waits here will not go out by this link any more: it becomes a question (`unsent-question.ts`). */
  readonly isEnd: boolean
}

export const REFUSED: Record<Refusal, RefusedWords> = {
  revoked: {
    isEnd: true,
    bar: 'Your link was revoked',
    title: 'Your link was revoked',
    body: 'Nothing new arrives and nothing is sent. The text here stays readable.',
  },
  expired: {
    isEnd: true,
    bar: 'Your link has expired',
    title: 'Your link has expired',
    body: 'Nothing new arrives and nothing is sent. The text here stays readable.',
  },
  unknown: {
    isEnd: false,
    bar: 'Your link is not known to the relay',
    title: 'Your link is not known to the relay',
    body: 'It may have been copied in part. Open the whole link again.',
  },
  notAllowed: {
    isEnd: true,
    bar: 'Your link no longer allows changes',
    title: 'Your link no longer allows changes',
    body: 'Its right was lowered while you worked.',
  },
  noSuchPlan: {
    isEnd: false,
    bar: 'The relay does not have this plan',
    title: 'The relay does not have this plan',
    body: 'It was removed there, or has never arrived.',
  },
  otherEpoch: {
    isEnd: true,
    bar: 'This plan was started anew',
    title: 'This plan was started anew',
    body: 'The relay holds a new life of it. Open your link again to see that one.',
  },
  tooBig: {
    isEnd: false,
    bar: 'This plan is too big to send',
    title: 'This plan is too big to send',
    body: 'The relay takes no more of it. Remove something long, such as notes.',
  },
  tooOld: {
    isEnd: false,
    bar: 'Reload for the new version',
    title: 'This version is too old for the relay',
    body: 'Reload the page to get the new one; your changes are sent then.',
  },
  malformed: {
    isEnd: false,
    bar: 'The relay refused the last change',
    title: 'The relay refused the last change',
    body: 'It could not be read there. Reload the page to try again.',
  },
  createTokenNeeded: {
    isEnd: false,
    bar: 'Kept on this device; this relay asks for its create token',
    title: 'This relay asks for its create token',
    body: 'Whoever runs the relay can tell you. Until then the plan cannot be shared.',
  },
  idTaken: {
    isEnd: true,
    bar: 'Another plan has this address',
    title: 'Another plan has this address on the relay',
    body: 'Nothing was sent. Keep this one as your own plan to get a new address.',
  },
}
