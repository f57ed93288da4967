/** Which spreadsheet: a file of this device, or cells that are pasted right here. */
import { useRef, type ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { FileIcon } from '../../ui/icons/icons.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './Import.module.css'

const READS = '.xlsx,.xlsm,.ods,.csv,.tsv,.txt,text/csv,text/plain'

export function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null)
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
      <p className={styles.small}>
        Excel, LibreOffice or CSV. Or copy the cells there and press <Kbd keys="Mod+V" /> here, or anywhere on the plan
        outside of a text.
      </p>
    </div>
  )
}
