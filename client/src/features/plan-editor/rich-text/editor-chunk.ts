/**
 * The editor is a chunk of its own, fetched when the page has nothing better to do and at the latest when a text is
 * touched. Once it is here it is here for good, so that touching a text mounts it at once, without a promise between.
 */
import type { RichTextEditor } from './RichTextEditor.tsx'

type Editor = typeof RichTextEditor

let editor: Editor | null = null
let coming: Promise<Editor> | null = null

export function loadedEditor(): Editor | null {
  return editor
}

export function loadEditor(): Promise<Editor> {
  coming ??= import('./RichTextEditor.tsx').then(
    (module) => {
      editor = module.RichTextEditor
      return editor
    },
    (problem: unknown) => {
      // The next touch tries again: a network that was gone may be back.
      coming = null
      throw problem
    },
  )
  return coming
}

/** Fetches the editor once the page is quiet; a failure is left to the first touch. */
export function preloadEditorWhenIdle(): () => void {
  const load = () => void loadEditor().catch(() => undefined)
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(load, 1000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(load, { timeout: 4000 })
  return () => cancelIdleCallback(handle)
}
