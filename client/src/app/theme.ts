// Light, dark, or as the system has it. Kept outside the database, in the one place that can be read before the first
// paint; a browser that keeps nothing simply follows the system.
import { useSyncExternalStore } from 'react'
import { appWords } from '../words/app.ts'

export type Theme = 'system' | 'light' | 'dark'

export const THEMES: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'system', label: appWords.themes.system },
  { id: 'light', label: appWords.themes.light },
  { id: 'dark', label: appWords.themes.dark },
]

const KEY = 'milepost:theme'
const listeners = new Set<() => void>()

export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

export function keepTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Shown all the same, until this tab closes.
  }
}

export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  for (const listener of listeners) listener()
}

/** From the menu and from the palette alike. */
export function chooseTheme(theme: Theme): void {
  keepTheme(theme)
  showTheme(theme)
}

/** The look that is shown, whoever chose it. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, shownTheme)
}

function shownTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
