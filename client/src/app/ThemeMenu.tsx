// The choice of light and dark, in the bar of the plans page.
import { useState } from 'react'
import { IconButton } from '../ui/IconButton.tsx'
import { SunIcon } from '../ui/icons/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { keepTheme, keptTheme, showTheme, type Theme } from './theme.ts'

const THEMES: readonly { readonly id: Theme; readonly label: string }[] = [
  { id: 'system', label: 'As this device' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
]

export function ThemeMenu() {
  const [theme, setTheme] = useState(keptTheme)
  function choose(next: Theme) {
    setTheme(next)
    keepTheme(next)
    showTheme(next)
  }
  return (
    <Menu
      label="Appearance"
      placement="bottom end"
      chosen={theme}
      trigger={<IconButton label="Appearance" icon={<SunIcon />} />}
      groups={[
        { title: 'Appearance', entries: THEMES.map((entry) => ({ ...entry, onAction: () => choose(entry.id) })) },
      ]}
    />
  )
}
