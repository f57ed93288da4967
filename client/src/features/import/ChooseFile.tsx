/** Which spreadsheet: a file of this device, or cells that are pasted right here. */
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { chooseFile, SPREADSHEETS } from '../../ui/choose-file.ts'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { importWords as words } from '../../words/import/look.ts'
import styles from './Import.module.css'

export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  /** What was typed, or pasted and is no table: it stays, so that one sees why nothing happened. */
  const [typed, setTyped] = useState('')
  return (
    <div className={styles.choose} data-import="">
      <p>{words.choose.what}</p>
      <Button look="primary" onPress={() => chooseFile(SPREADSHEETS, onFile)}>
        <FileIcon />
        {words.choose.file}
      </Button>
      <TextInput
        label={words.choose.paste}
        value={typed}
        onChange={setTyped}
        placeholder={words.choose.pastePlaceholder}
        hint={words.choose.pasteHint}
        error={typed === '' ? null : words.choose.oneLine}
        className={styles.paste}
      />
    </div>
  )
}
