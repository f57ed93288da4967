// One change is "it" in every word of the question, several are "them".
import { expect, test } from 'vitest'
import type { Access } from '../../hooks/use-access.ts'
import type { SyncStatus, UnsentChange } from '../../hooks/use-sync-status.ts'
import { unsentQuestion } from './unsent-question.ts'

test.each([
  [1, '1 change was not sent', 'Keep it as my own plan', 'Discard it'],
  [3, '3 changes were not sent', 'Keep them as my own plan', 'Discard them'],
])('%i unsent', (waiting, title, keep, discard) => {
  const status = { refusal: 'revoked', relay: 'refused' } as SyncStatus
  const unsent = Array.from({ length: waiting }, (_, at) => ({ list: 'milestones', id: `m${at}`, field: null }))
  expect(unsentQuestion(status, { known: true, canEdit: true } as Access, unsent)).toMatchObject({
    title,
    keep,
    discard,
  })
})

test('who was lowered to commenting is asked about the plan alone: what was said still goes out', () => {
  const status = { refusal: null, relay: 'sending' } as SyncStatus
  const access = { known: true, canEdit: false, canComment: true, loweredFrom: 'edit' } as Access
  const said: UnsentChange = { list: 'comments', id: 'c', field: null }
  expect(unsentQuestion(status, access, [said])).toBeNull()
  const changed: UnsentChange = { list: 'steps', id: 's', field: 'title' }
  expect(unsentQuestion(status, access, [said, changed])?.title).toBe('1 change was not sent')
  expect(unsentQuestion(status, { ...access, canComment: false }, [said])?.title).toBe('1 change was not sent')
})
