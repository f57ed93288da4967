/** All templates, or one of them, as the address says; what stands behind its `#` may be a template that was sent. */
import { useSyncExternalStore, type ReactNode } from 'react'
import { TemplatePage } from './TemplatePage.tsx'
import { TemplatesPage } from './TemplatesPage.tsx'

export function Templates({ id, tools }: { readonly id: string | undefined; readonly tools: ReactNode }) {
  const fragment = useSyncExternalStore(onFragment, () => globalThis.location.hash.slice(1))
  return id === undefined ? (
    <TemplatesPage key={fragment} fragment={fragment} tools={tools} />
  ) : (
    <TemplatePage id={id} tools={tools} />
  )
}

/** Another link pasted over this one. Leaving for a page of the app draws this anew anyway. */
function onFragment(listener: () => void): () => void {
  globalThis.addEventListener('hashchange', listener)
  return () => globalThis.removeEventListener('hashchange', listener)
}
