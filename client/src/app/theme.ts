// Light, dark, or as the system has it. Kept outside the database, in the one place that can be read before the first
// paint; a browser that keeps nothing simply follows the system.

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'milepost:theme'

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
}
