// Opening a link by pasting it: for mail programs that cut links, and for plans of another relay, which this app opens too.
import { isPlanLinkProblem, openAddressOf } from './pasted-link.ts'
import { parsePlanLink } from '@milepost/protocol'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { LinkIcon } from '../../ui/icons/icons.tsx'
import { useNavigate } from '../../ui/Link.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { LINK_PROBLEM_WORDS, OTHER_RELAY_WORDS } from './link-problem-words.ts'
import styles from './OpenLinkDialog.module.css'

export function OpenLinkDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      title="Open a link you were sent"
      lead="The plan is then kept on this device, and opens here without the link."
      isOpen={isOpen}
      onClose={onClose}
    >
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
      setProblem(LINK_PROBLEM_WORDS[link])
      return
    }
    setOpening(true)
    if ((await device.keepLink(link)) === 'other-relay') {
      setOpening(false)
      setProblem(OTHER_RELAY_WORDS)
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
          label="Link"
          hideLabel
          lead={<LinkIcon />}
          placeholder="https://…/p/…#…"
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
            Open plan
          </Button>
        </div>
      </form>
    </DialogBody>
  )
}
