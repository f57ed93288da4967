// Opening a link by pasting it: for mail programs that cut links, and for plans of another relay, which this app opens too.
import { parsePlanLink } from '@milepost/protocol'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { LinkIcon } from '../../ui/icons/icons.tsx'
import { useNavigate } from '../../ui/Link.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { openLinkWords as words } from '../../words/portfolio/open-link.ts'
import styles from './OpenLinkDialog.module.css'
import { isPlanLinkProblem, openAddressOf } from './pasted-link.ts'

export function OpenLinkDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={words.title} lead={words.lead} isOpen={isOpen} onClose={onClose}>
      <LinkForm />
    </Dialog>
  )
}

function LinkForm() {
  const device = useDevice()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [opening, setOpening] = useState(false)

  async function open(pasted: string) {
    const link = parsePlanLink(pasted)
    if (isPlanLinkProblem(link)) {
      setProblem(words.problem[link])
      return
    }
    setOpening(true)
    if ((await device.keepLink(link)) === 'other-relay') {
      setOpening(false)
      setProblem(words.otherRelay)
      return
    }
    navigate(openAddressOf(link, globalThis.location.origin))
  }

  return (
    <DialogBody>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void open(text)
        }}
      >
        <TextInput
          label={words.link}
          hideLabel
          lead={<LinkIcon />}
          placeholder={words.linkHint}
          value={text}
          onChange={(next) => {
            setText(next)
            setProblem(null)
          }}
          onEnter={() => void open(text)}
          error={problem}
          inputMode="url"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is this one field
          autoFocus
        />
        <div className={styles.actions}>
          <Button type="submit" look="primary" busy={opening}>
            {words.open}
          </Button>
        </div>
      </form>
    </DialogBody>
  )
}
