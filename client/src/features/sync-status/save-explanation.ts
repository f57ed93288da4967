/**
 * The panel behind the save state in words: what happened, that the work is safe (or where it is not), and the way out. The
 * bar's own words are `save-words.ts`; these are fetched with the panel.
 */
import type { Access } from '../../hooks/use-access.ts'
import type { Refusal, SyncStatus } from '../../hooks/use-sync-status.ts'
import { changes, LINK_ENDED_BODY } from './save-words.ts'

export interface SaveExplanation {
  readonly title: string
  readonly body: string
}

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
  const damaged = damageExplanation(status)
  if (damaged !== null) return damaged
  if (relay === 'refused') {
    const { title, body } = REFUSED_WHY[refusal ?? 'malformed']
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

function damageExplanation({ damage, relay }: SyncStatus): SaveExplanation | null {
  switch (damage) {
    case 'none':
      return null
    case 'changes':
      return {
        title: 'Some changes made here cannot be read',
        body: 'A part of what this device kept is damaged, and the relay never received it. Everything else is here; look through what you wrote last.',
      }
    case 'copy':
      return relay === 'refused'
        ? null
        : {
            title: 'A part of this device’s copy cannot be read',
            body: 'The relay brings it again by itself, as soon as it answers.',
          }
  }
}

const REFUSED_WHY: Record<Refusal, SaveExplanation> = {
  revoked: {
    title: 'Your link was revoked',
    body: LINK_ENDED_BODY,
  },
  expired: {
    title: 'Your link has expired',
    body: LINK_ENDED_BODY,
  },
  unknown: {
    title: 'Your link is not known to the relay',
    body: 'It may have been copied in part. Open the whole link again.',
  },
  notAllowed: {
    title: 'Your link no longer allows changes',
    body: 'Its right was lowered while you worked.',
  },
  noSuchPlan: {
    title: 'The relay does not have this plan',
    body: 'It was removed there, or has never arrived.',
  },
  otherEpoch: {
    title: 'This plan was started anew',
    body: 'The relay holds a new life of it. Open your link again to see that one.',
  },
  tooBig: {
    title: 'This plan is too big to send',
    body: 'The relay takes no more of it. Remove something long, such as notes.',
  },
  tooOld: {
    title: 'This version is too old for the relay',
    body: 'Reload the page to get the new one; your changes are sent then.',
  },
  malformed: {
    title: 'The relay refused the last change',
    body: 'It could not be read there. Reload the page to try again.',
  },
  createTokenNeeded: {
    title: 'This relay asks for its create token',
    body: 'Whoever runs the relay can tell you. Until then the plan cannot be shared.',
  },
  idTaken: {
    title: 'Another plan has this address on the relay',
    body: 'Nothing was sent. Keep this one as your own plan to get a new address.',
  },
}
