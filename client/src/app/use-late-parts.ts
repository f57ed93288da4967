// What floats is fetched in the quiet time after a screen stands: not before, or it would delay what everybody waits for.
import { useEffect } from 'react'
import { preloadComments } from '../features/discussion/Discussion.tsx'
import { preloadOutline } from '../features/plan-editor/outline-chunks.ts'
import { preloadFloating } from '../ui/floating-surface.tsx'
import { quietTime } from '../ui/quiet-time.ts'
import { preloadFinding } from './FindingProvider.tsx'

export function useLateParts(): void {
  useEffect(() => {
    void quietTime().then(() => Promise.all([preloadFloating(), preloadOutline(), preloadComments(), preloadFinding()]))
  }, [])
}
