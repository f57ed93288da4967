// Opens the palette, in the bar of every page; beside the sign stands its key, where there is room.
import { Button } from '../ui/Button.tsx'
import { SearchIcon } from '../ui/icons/icons.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { appWords } from '../words/app.ts'
import { useShow } from './FindingProvider.tsx'
import { PAGE_KEYS } from './page-keys.ts'
import styles from './SearchButton.module.css'

export function SearchButton() {
  const show = useShow()
  return (
    <Button look="quiet" className={styles.search} onPress={() => show('palette')}>
      <SearchIcon />
      {/* In its content and not as a label: a label would have to say the key too, which is no part of its name. */}
      <VisuallyHidden>{appWords.search}</VisuallyHidden>
      <Kbd keys={PAGE_KEYS.palette} className={styles.keys} />
    </Button>
  )
}
