// One change is "it" in every word of the question, several are "them".
import { expect, test } from 'vitest'
import type { Access } from '../../hooks/use-access.ts'
import type { SyncStatus } from '../../hooks/use-sync-status.ts'
import { unsentQuestion } from './unsent-question.ts'

test.each([
  [1, '1 change was not sent', 'Keep it as my own plan', 'Discard it'],
  [3, '3 changes were not sent', 'Keep them as my own plan', 'Discard them'],
])('%i unsent', (waiting, title, keep, discard) => {
  const status = { waiting, refusal: 'revoked', relay: 'refused' } as SyncStatus
  expect(unsentQuestion(status, { known: true, canEdit: true } as Access)).toMatchObject({ title, keep, discard })
})
