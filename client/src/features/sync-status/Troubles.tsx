// What has to be said on the page about links that ended and changes that cannot go out. Few ever see it, so its parts come when
// there is something to say.
import type { ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { useRefusal } from '../../hooks/use-sync-status.ts'
import { latePart } from '../../ui/late-part.tsx'

const LinkTrouble = latePart(() => import('./LinkTrouble.tsx').then((module) => module.LinkTrouble))
const UnsentChanges = latePart(() => import('./UnsentChanges.tsx').then((module) => module.UnsentChanges))

/** For the quiet time after the first view: it is asked for when the network may have gone. */
export async function preloadTroubles(): Promise<void> {
  await Promise.all([LinkTrouble.preload(), UnsentChanges.preload()])
}

export function Troubles(): ReactNode {
  const refusal = useRefusal()
  const { refusedLink, loweredFrom } = useAccess()
  if (refusal === null && refusedLink === null && loweredFrom === null) return null
  return (
    <>
      <LinkTrouble />
      <UnsentChanges />
    </>
  )
}
