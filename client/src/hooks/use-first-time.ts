/**
 * useFirstTime: whether a buyer sees a plan for the first time on this device. Said once; whoever has made a plan, looks at
 * the sample or only reads needs no introduction.
 */
import { useAccess } from './use-access.ts'
import { useLocal } from './use-local.ts'
import { useIsLocal } from './use-sync-status.ts'
import { useMe } from './use-me.ts'

/** Null where there is nothing to introduce; else what ends it. */
export function useFirstTime(): (() => void) | null {
  const [isKnown, setKnown] = useLocal<boolean>('knowsWhatItDoes', false)
  const { side, canComment } = useAccess()
  const me = useMe()
  const isLocal = useIsLocal()
  return isKnown || me !== null || side !== 'buyer' || !canComment || isLocal ? null : () => setKnown(true)
}
