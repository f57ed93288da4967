// What floats is fetched in the quiet time after a screen stands: not before, or it would delay what everybody waits for.
import { useEffect } from 'react'
import { preloadComments } from '../features/discussion/Discussion.tsx'
import { preloadKeyDateForms } from '../features/key-dates/key-date-forms.ts'
import { preloadRoleForms } from '../features/people/role-forms.ts'
import { preloadOutline } from '../features/plan-editor/outline-chunks.ts'
import { preloadSaveDetails } from '../features/sync-status/SaveState.tsx'
import { preloadTroubles } from '../features/sync-status/Troubles.tsx'
import { preloadFloating } from '../ui/floating-surface.tsx'
import { quietTime } from '../ui/quiet-time.ts'
import { preloadFinding } from './FindingProvider.tsx'

export function useLateParts(): void {
  useEffect(() => {
    void quietTime().then(() =>
      Promise.all([
        preloadFloating(),
        preloadOutline(),
        preloadRoleForms(),
        preloadKeyDateForms(),
        preloadComments(),
        preloadSaveDetails(),
        preloadTroubles(),
        preloadFinding(),
      ]),
    )
  }, [])
}
