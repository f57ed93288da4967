/** Which spreadsheet: a file of this device, or cells that are pasted right here. */
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { chooseFile, SPREADSHEETS } from '../../ui/choose-file.ts'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Import.module.css'

export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  /** What was typed, or pasted and is no table: it stays, so that one sees why nothing happened. */
  const [typed, setTyped] = useState('')
  return (
    <div className={styles.choose} data-import="">
      <p>
        Rows become milestones and steps, with their owners and dates. You see what comes out before anything is added.
      </p>
      <Button look="primary" onPress={() => chooseFile(SPREADSHEETS, onFile)}>
        <FileIcon />
        Choose a file
      </Button>
      <TextInput
        label="Or paste cells or a list"
        value={typed}
        onChange={setTyped}
        placeholder="Copy them where they are, paste them here"
        hint="Excel, LibreOffice, Google Sheets or CSV. Pasting works anywhere on the plan too, outside of a text."
        error={
          typed === '' ? null : 'This is one line. Copy the rows with all their columns, or a list with its lines.'
        }
        className={styles.paste}
      />
    </div>
  )
}
