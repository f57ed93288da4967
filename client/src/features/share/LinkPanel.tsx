// One link, to be handed over: as a square to photograph and as text to copy. It is shown only where its secret is known.
import { useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CheckIcon, CopyIcon } from '../../ui/icons/icons.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { shareWords as words } from '../../words/share/dialog.ts'
import styles from './LinkPanel.module.css'
import { useCopy } from './use-copy.ts'

const QrCode = latePart(() => import('./QrCode.tsx').then((module) => module.QrCode), <div className={styles.square} />)

interface LinkPanelProps {
  readonly url: string
  /** Whose it is: "the CFO", "Astrid Nygaard". */
  readonly holder: string
}

export function LinkPanel({ url, holder }: LinkPanelProps) {
  const { copied, copy } = useCopy()
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.panel}>
      <QrCode text={url} label={words.panel.code(holder)} />
      <div className={styles.words}>
        <p className={styles.label}>{words.panel.linkFor(holder)}</p>
        <div className={styles.url}>
          <input
            ref={field}
            readOnly
            value={url}
            aria-label={words.panel.linkFor(holder)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button
            size="sm"
            onPress={() => {
              void copy(url).then((could) => {
                // Selected, so that the reader's own keys copy it.
                if (!could) field.current?.focus()
                return could
              })
            }}
          >
            {copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
            {copied ? words.panel.copied : words.panel.copy}
          </Button>
        </div>
        <p className={styles.note}>{words.panel.note(holder)}</p>
      </div>
    </div>
  )
}
