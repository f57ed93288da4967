// Another starting point: a file. It is looked at in the plan that is made for it; here it is only named.
import { Button } from '../../ui/Button.tsx'
import { chooseFile, SPREADSHEETS } from '../../ui/choose-file.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, FileIcon } from '../../ui/icons/icons.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { newPlanWords } from '../../words/new-plan.ts'
import styles from './FromSpreadsheet.module.css'

const words = newPlanWords.startingPoint

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
        {words.spreadsheet}
      </Button>
    )
  }
  return (
    <p className={styles.chosen}>
      <FileIcon size={14} />
      <span>
        <Pieces of={words.spreadsheetChosen(<b>{name}</b>)} />
      </span>
      <IconButton
        size="sm"
        label={words.withoutSpreadsheet}
        icon={<CloseIcon size={14} />}
        onPress={() => onChange(null)}
      />
    </p>
  )
}
