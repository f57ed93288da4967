// Opens the palette, in the bar of every page; beside the sign stands its key, where there is room.
import { Button } from '../ui/Button.tsx'
import { SearchIcon } from '../ui/icons/icons.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useShow } from './FindingProvider.tsx'
import { PAGE_KEYS } from './page-keys.ts'
import styles from './SearchButton.module.css'

export function SearchButton() {
  const show = useShow()
  return (
    <Button look="quiet" label="Search" className={styles.search} onPress={() => show('palette')}>
      <SearchIcon />
      <Kbd keys={PAGE_KEYS.palette} className={styles.keys} />
    </Button>
  )
}
