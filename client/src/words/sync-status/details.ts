// The panel behind the save state: what happened, that the work is safe or where it is not, and the way out.
import { saveBarWords } from './bar.ts'

const { changes } = saveBarWords

export const saveDetailsWords = {
  notKept: {
    title: 'Not kept on this device',
    titleOutOfSpace: 'This device is out of space',
    failed: 'The last write to this device failed (it may be out of space) and is tried again.',
    failedOutOfSpace: 'The last write to this device failed and is tried again.',
    allOnRelay: (failed: string) => `${failed} Everything is on the relay; nothing is lost if you leave.`,
    onlyHere: (failed: string, waiting: number) =>
      `${failed} ${lastChanges(waiting)} only in this tab. Leave this tab open until it is synced.`,
  },
  damage: {
    changes: {
      title: 'Some changes made here cannot be read',
      body: 'A part of what this device kept is damaged, and the relay never received it. Everything else is here; look through what you wrote last.',
    },
    copy: {
      title: 'A part of this device’s copy cannot be read',
      body: 'The relay brings it again by itself, as soon as it answers.',
    },
  },
  waiting: {
    title: (waiting: number) => `${changes(waiting)} waiting on this device`,
    titleOnlyHere: (waiting: number) => `${changes(waiting)} only in this tab`,
    away: 'You can keep working, or close the tab.',
    awayOnlyHere: 'Keep this tab open until then.',
    later: (waiting: number, away: string) =>
      `${waiting === 1 ? 'It goes out by itself' : 'They go out by themselves'} when you are back online. ${away}`,
    sending: (waiting: number, away: string) =>
      `${waiting === 1 ? 'It is' : 'They are'} on the way to the relay. ${away}`,
  },
  memoryOnly: {
    title: 'Not kept on this device',
    body: 'This browser gives no storage (a private window, or a full disk), so the plan is on the relay only. Keep your link: it opens the plan again.',
  },
  local: {
    title: 'On this device only',
    body: 'The sample is never sent anywhere. A plan of your own can be shared.',
  },
  offline: {
    title: 'You are offline',
    bodyEditing:
      'The plan is saved on this device. You can keep working; changes go out by themselves when you are back online.',
    bodyReading: 'You see the plan as this device last received it.',
  },
  connecting: {
    title: 'Connecting',
    body: 'The plan is saved on this device. Others’ newer changes show when the relay answers.',
  },
  nearlyFull: {
    title: 'This plan is nearly full',
    body: 'Everything is saved. Much larger, and a device that was offline could not send it any more: shorten long notes.',
  },
  incomplete: {
    title: 'A part of this plan has not arrived',
    body: 'Somebody’s earlier changes are missing on the relay. They show when the device that made them is online again.',
  },
  synced: {
    title: 'Everything is saved',
    body: 'It is on this device and on the relay, for everybody in the plan.',
  },
  refused: {
    revoked: { title: 'Your link was revoked', body: saveBarWords.linkEnded },
    expired: { title: 'Your link has expired', body: saveBarWords.linkEnded },
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
  },
  refusedAndKept: (body: string) => `${body} What you have here is saved on this device.`,
  refusedAndOnlyHere: (body: string) => `${body} What you have here is only in this tab.`,
  reload: 'Reload the page',
  tryNow: 'Try now',
  createToken: 'Create token',
  sendPlan: 'Send the plan',
  lastSynced: (day: string, time: string) => `Last synced ${day}, ${time}.`,
  today: 'today',
  othersLater: 'Others’ newer changes show when you are back.',
  clockOff: 'This device’s clock is more than five minutes off; the relay’s is used.',
}

function lastChanges(waiting: number): string {
  if (waiting === 0) return 'What you changed last is'
  return waiting === 1 ? 'Your last change is' : `Your last ${waiting} changes are`
}
