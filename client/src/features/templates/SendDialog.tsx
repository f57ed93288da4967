/** A template for the team: a link that carries all of it, and a file for where links are too short. */
import type { Template } from '@milepost/templates'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { CopyIcon, FileIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { templatePageWords } from '../../words/templates/template-page.ts'
import styles from './SaveTemplateDialog.module.css'
import { download, templateFile } from './template-file.ts'
import { templateLink } from './template-link.ts'

const words = templatePageWords.sending

export function SendDialog({ template, onClose }: { readonly template: Template; readonly onClose: () => void }) {
  return (
    <Dialog title={words.title(template.name)} lead={words.lead} isOpen onClose={onClose} size="lg">
      <DialogBody>
        <Ways template={template} />
      </DialogBody>
    </Dialog>
  )
}

function Ways({ template }: { readonly template: Template }) {
  const announce = useAnnounce()
  const [link, setLink] = useState<string | 'too-big' | null>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    let isHere = true
    // A browser without compression sends files.
    templateLink(template, globalThis.location.origin)
      .catch(() => 'too-big' as const)
      .then((made) => isHere && setLink(made))
      .catch(() => undefined)
    return () => {
      isHere = false
    }
  }, [template])

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // The field beside it can be copied by hand.
      return
    }
    announce.own(words.linkCopied)
    setCopied(true)
  }

  return (
    <div className={styles.form}>
      {link === 'too-big' && <p>{words.tooLarge}</p>}
      {link !== null && link !== 'too-big' && (
        <TextInput label={words.link} value={link} onChange={() => undefined} spellCheck={false} />
      )}
      <div className={styles.actions}>
        <Button onPress={() => download(templateFile(template))}>
          <FileIcon />
          {templatePageWords.saveAsFile}
        </Button>
        {link !== null && link !== 'too-big' && (
          <Button look="primary" onPress={() => void copy(link)}>
            <CopyIcon />
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </div>
    </div>
  )
}
