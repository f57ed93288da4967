import { describe, expect, test } from 'vitest'
import type { Access } from '../../hooks/use-access.ts'
import type { KeptState, Refusal, RelayState, SyncStatus } from '../../hooks/use-sync-status.ts'
import { saveExplanation } from './save-explanation.ts'
import { accessWords, isSaveWorthSaying, saveWords } from './save-words.ts'
import { unsentQuestion } from './unsent-question.ts'

const KEPT: readonly KeptState[] = ['kept', 'keeping', 'notKept', 'memoryOnly']
const RELAY: readonly RelayState[] = ['synced', 'sending', 'connecting', 'offline', 'refused', 'local']
const REFUSALS: readonly Refusal[] = [
  'revoked', 'expired', 'unknown', 'notAllowed', 'noSuchPlan', 'otherEpoch', 'tooBig', 'tooOld', 'malformed', 'createTokenNeeded', 'idTaken',
] // prettier-ignore

function status(kept: KeptState, relay: RelayState, more: Partial<SyncStatus> = {}): SyncStatus {
  return {
    kept,
    relay,
    waiting: 0,
    refusal: null,
    lastSyncedAt: null,
    clockOff: false,
    incomplete: false,
    nearlyFull: false,
    damage: 'none',
    ...more,
  }
}

function access(more: Partial<Access> = {}): Access {
  return {
    right: 'edit', side: 'buyer', role: 'CFO', name: 'Astrid Nygaard', grantId: 'g', roleId: null, personId: null,
    known: true, canEdit: true, canComment: true, loweredFrom: null,
  refusedLink: null, ...more,
  } // prettier-ignore
}

const reader = access({ right: 'view', canEdit: false, canComment: false })

test.each<[KeptState, RelayState, number, string, number | null]>([
  ['kept', 'synced', 0, 'Saved on this device, synced', null],
  ['kept', 'sending', 3, 'Sending 3 changes', null],
  ['kept', 'sending', 1, 'Sending 1 change', null],
  ['kept', 'sending', 0, 'Sending changes', null],
  ['kept', 'connecting', 0, 'Saved on this device, connecting', null],
  ['kept', 'connecting', 2, 'Saved on this device, connecting', 2],
  ['kept', 'offline', 0, 'Offline, saved on this device', null],
  ['kept', 'offline', 3, 'Offline, saved on this device', 3],
  ['kept', 'local', 0, 'Saved on this device', null],
  ['keeping', 'synced', 0, 'Saving on this device', null],
  ['keeping', 'sending', 3, 'Sending 3 changes', null],
  ['keeping', 'connecting', 1, 'Saving on this device', null],
  ['keeping', 'offline', 3, 'Offline, saving on this device', 3],
  ['keeping', 'local', 0, 'Saving on this device', null],
  ['notKept', 'synced', 0, 'Synced, not kept on this device', null],
  ['notKept', 'sending', 3, 'Not kept on this device', null],
  ['notKept', 'connecting', 3, 'Not kept on this device', null],
  ['notKept', 'offline', 3, 'Not kept on this device', null],
  ['notKept', 'local', 0, 'Not kept on this device', null],
  ['notKept', 'refused', 3, 'Not kept on this device', null],
  ['memoryOnly', 'synced', 0, 'Synced, not kept on this device', null],
  ['memoryOnly', 'sending', 2, 'Sending 2 changes', null],
  ['memoryOnly', 'connecting', 0, 'Connecting, not kept on this device', null],
  ['memoryOnly', 'offline', 0, 'Offline, not kept on this device', null],
  ['memoryOnly', 'offline', 2, 'Offline, only in this tab', 2],
  ['memoryOnly', 'local', 0, 'Only in this tab', null],
])('%s and %s with %i waiting: %s', (kept, relay, waiting, text, shown) => {
  const words = saveWords(status(kept, relay, { waiting }))
  expect([words.text, words.waiting]).toEqual([text, shown])
})

test('out of space is said where the device says it has no room', () => {
  expect(saveWords(status('notKept', 'offline', { waiting: 3 }), true).text).toBe('This device is out of space')
  expect(saveWords(status('notKept', 'synced'), true).text).toBe('Synced, but this device is out of space')
  expect(saveWords(status('kept', 'synced'), true).text).toBe('Saved on this device, synced')
})

test('a plan that is nearly full says so once all is saved', () => {
  expect(saveWords(status('kept', 'synced', { nearlyFull: true })).text).toBe('This plan is nearly full')
  expect(saveWords(status('kept', 'offline', { nearlyFull: true })).text).toBe('Offline, saved on this device')
})

test.each<[Refusal, string]>([
  ['revoked', 'Your link was revoked'],
  ['expired', 'Your link has expired'],
  ['unknown', 'Your link is not known to the relay'],
  ['notAllowed', 'Your link no longer allows changes'],
  ['noSuchPlan', 'The relay does not have this plan'],
  ['otherEpoch', 'This plan was started anew'],
  ['tooBig', 'This plan is too big to send'],
  ['tooOld', 'Reload for the new version'],
  ['malformed', 'The relay refused the last change'],
  ['createTokenNeeded', 'Kept on this device; this relay asks for its create token'],
  ['idTaken', 'Another plan has this address'],
])('refused as %s: %s', (refusal, text) => {
  expect(saveWords(status('kept', 'refused', { refusal }))).toMatchObject({ text, icon: 'warning', tone: 'bad' })
})

/** Every status there is, with every number of waiting changes that reads differently. */
const ALL = KEPT.flatMap((kept) =>
  RELAY.flatMap((relay) =>
    [0, 1, 3].flatMap((waiting) =>
      (relay === 'refused' ? REFUSALS : [null]).map((refusal) => status(kept, relay, { waiting, refusal })),
    ),
  ),
)

describe('of every status there is', () => {
  test('synced is only said after the relay said so', () => {
    const said = ALL.filter((each) => /synced/iu.test(saveWords(each).text))
    expect(new Set(said.map(({ relay }) => relay))).toEqual(new Set(['synced']))
  })
  test('saved on this device is only said when it is', () => {
    const said = ALL.filter((each) => /saved on this device/iu.test(saveWords(each).text))
    expect(new Set(said.map(({ kept }) => kept))).toEqual(new Set(['kept']))
  })
  test('trouble has the warning sign, and the warning sign means trouble', () => {
    for (const each of ALL) {
      const words = saveWords(each)
      expect([each, words.icon === 'warning']).toEqual([each, words.tone === 'bad'])
    }
  })
  test('each explains itself in whole sentences, without codes', () => {
    for (const each of ALL) {
      const { title, body } = saveExplanation(each, access())
      expect(title).not.toBe('')
      expect(body).toMatch(/\.$/u)
      expect(`${saveWords(each).text} ${title} ${body}`).not.toMatch(/\d{4}|undefined|null|!/u)
    }
  })
})

test.each([
  [reader, 'Read-only for Astrid Nygaard'],
  [access({ right: 'view', canEdit: false, name: '' }), 'Read-only for CFO'],
  [access({ right: 'view', canEdit: false, name: '', role: '' }), 'Read-only'],
  [access({ right: 'comment', canEdit: false }), 'You can comment'],
  [access({ right: 'edit', canEdit: false, known: false }), 'Read-only until your link was checked'],
  [access(), undefined],
  [access({ right: 'manage' }), undefined],
])('what a link allows is said once', (as, text) => {
  expect(accessWords(as, status('kept', 'synced'))?.text).toBe(text)
})

test('what this device kept and cannot read is said, until the relay has brought it again', () => {
  expect(saveWords(status('kept', 'offline', { damage: 'copy' })).text).toBe('This device’s copy is damaged')
  expect(saveWords(status('kept', 'synced', { damage: 'changes' })).text).toBe('Some changes made here cannot be read')
  expect(saveExplanation(status('kept', 'synced', { damage: 'changes' }), access()).body).toContain('never received')
  expect(
    isSaveWorthSaying(access({ right: 'view', canEdit: false }), status('kept', 'synced', { damage: 'changes' })),
  ).toBe(true)
})

test('a reader hears of saving only when it tells something new', () => {
  expect(isSaveWorthSaying(reader, status('kept', 'synced'))).toBe(false)
  expect(isSaveWorthSaying(reader, status('kept', 'offline'))).toBe(true)
  expect(isSaveWorthSaying(access(), status('kept', 'synced'))).toBe(true)
  expect(isSaveWorthSaying(access({ right: 'comment', canEdit: false }), status('kept', 'synced'))).toBe(true)
})

test('a revoked link speaks for itself: the right it once had is not said beside it', () => {
  expect(accessWords(reader, status('kept', 'refused', { refusal: 'revoked' }))).toBe(null)
})

describe('changes that were not sent become a question', () => {
  const unsent = ({ waiting }: SyncStatus) =>
    Array.from({ length: waiting }, (_, at) => ({ list: 'steps', id: `s${at}`, field: null }))
  const asked = (of: SyncStatus, by: Access) => unsentQuestion(of, by, unsent(of))
  test('when the link was revoked', () => {
    expect(asked(status('kept', 'refused', { refusal: 'revoked', waiting: 3 }), access())?.title).toBe(
      '3 changes were not sent',
    )
  })
  test('when the right was lowered', () => {
    const lowered = access({ right: 'comment', canEdit: false, loweredFrom: 'edit' })
    expect(asked(status('kept', 'synced', { waiting: 1 }), lowered)?.title).toBe('1 change was not sent')
  })
  test.each([
    ['nothing waits', status('kept', 'refused', { refusal: 'revoked' })],
    ['they can still go out', status('kept', 'offline', { waiting: 3 })],
    ['the relay asks for its token', status('kept', 'refused', { refusal: 'createTokenNeeded', waiting: 3 })],
  ])('not while %s', (_name, each) => {
    expect(asked(each, access())).toBe(null)
  })
})
