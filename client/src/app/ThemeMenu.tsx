// The choice of light and dark, in the bar of the plans page.
import { IconButton } from '../ui/IconButton.tsx'
import { SunIcon } from '../ui/icons/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { appWords } from '../words/app.ts'
import { chooseTheme, THEMES, useTheme } from './theme.ts'

export function ThemeMenu() {
  const theme = useTheme()
  return (
    <Menu
      label={appWords.appearance}
      placement="bottom end"
      chosen={theme}
      trigger={<IconButton label={appWords.appearance} icon={<SunIcon />} />}
      groups={[
        {
          title: appWords.appearance,
          entries: THEMES.map((entry) => ({ ...entry, onAction: () => chooseTheme(entry.id) })),
        },
      ]}
    />
  )
}
