// Another starting point: a file. It is looked at in the plan that is made for it; here it is only named.
import { Button } from '../../ui/Button.tsx'
import { chooseFile, SPREADSHEETS } from '../../ui/choose-file.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, FileIcon } from '../../ui/icons/icons.tsx'
import styles from './FromSpreadsheet.module.css'

interface FromSpreadsheetProps {
  /** The file that was chosen. */
  readonly name: string | undefined
  readonly onChange: (file: File | null) => void
}

export function FromSpreadsheet({ name, onChange }: FromSpreadsheetProps) {
  if (name === undefined) {
    return (
      <Button size="sm" look="quiet" className={styles.button} onPress={() => chooseFile(SPREADSHEETS, onChange)}>
        <FileIcon size={14} />
        From a spreadsheet
      </Button>
    )
  }
  return (
    <p className={styles.chosen}>
      <FileIcon size={14} />
      <span>
        <b>{name}</b> You see what comes out of it as soon as the plan is there.
      </span>
      <IconButton
        size="sm"
        label="Without the spreadsheet"
        icon={<CloseIcon size={14} />}
        onPress={() => onChange(null)}
      />
    </p>
  )
}
