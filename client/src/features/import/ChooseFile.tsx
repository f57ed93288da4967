/** Which spreadsheet: a file of this device, or cells that are pasted right here. */
import { useRef, useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './Import.module.css'

const READS = '.xlsx,.xlsm,.ods,.csv,.tsv,.txt,text/csv,text/plain'

export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  /** What was typed, or pasted and is no table: it stays, so that one sees why nothing happened. */
  const [typed, setTyped] = useState('')
  return (
    <div className={styles.choose} data-import="">
      <p>
        Rows become milestones and steps, with their owners and dates. You see what comes out before anything is added.
      </p>
      <Button look="primary" onPress={() => input.current?.click()}>
        <FileIcon />
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={READS}
        aria-label="Spreadsheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file !== undefined) onFile(file)
        }}
      />
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
