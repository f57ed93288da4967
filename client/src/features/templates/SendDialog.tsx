/** A template for the team: a link that carries all of it, and a file for where links are too short. */
import type { Template } from '@milepost/templates'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { CopyIcon, FileIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import styles from './SaveTemplateDialog.module.css'
import { download, templateFile } from './template-file.ts'
import { templateLink } from './template-link.ts'

export function SendDialog({ template, onClose }: { readonly template: Template; readonly onClose: () => void }) {
  return (
    <Dialog
      title={`Send ${template.name}`}
      lead="Whoever opens the link sees the template and can keep it. It carries all of it, so it says nothing to the relay; what they change later stays theirs."
      isOpen
      onClose={onClose}
      size="lg"
    >
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
    announce.own('Link copied')
    setCopied(true)
  }

  return (
    <div className={styles.form}>
      {link === 'too-big' && <p>This template is too large for a link. Send it as a file.</p>}
      {link !== null && link !== 'too-big' && (
        <TextInput label="Link" value={link} onChange={() => undefined} spellCheck={false} />
      )}
      <div className={styles.actions}>
        <Button onPress={() => download(templateFile(template))}>
          <FileIcon />
          Save as a file
        </Button>
        {link !== null && link !== 'too-big' && (
          <Button look="primary" onPress={() => void copy(link)}>
            <CopyIcon />
            {copied ? 'Copied' : 'Copy link'}
          </Button>
        )}
      </div>
    </div>
  )
}
