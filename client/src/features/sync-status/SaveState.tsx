/**
 * The one place that says what is saved and sent, in the bar of every plan, also on phones (there the words come on a
 * tap). An icon and words, never colour alone, and never more than is true: the words are `save-words.ts`.
 */
import { useEffect, useRef, type ReactNode } from 'react'
import { useAccess, type Access } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { useSyncStatus, type SyncStatus } from '../../hooks/use-sync-status.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CommentIcon, DeviceIcon, EyeIcon, SavedIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { saveBarWords as bar } from '../../words/sync-status/bar.ts'
import styles from './SaveState.module.css'
import { accessWords, isSaveWorthSaying, saveWords, type SaveWords } from './save-words.ts'
import { useOutOfSpace } from './use-out-of-space.ts'

const SaveDetails = latePart(() => import('./SaveDetails.tsx').then((module) => module.SaveDetails))

/** For the quiet time after the first view: it is asked for when the network has gone. */
export const preloadSaveDetails = SaveDetails.preload

export function SaveState(): ReactNode {
  const status = useSyncStatus()
  const access = useAccess()
  const { template } = usePlanFields('template')
  useSpokenTrouble(status, access)
  return (
    <div className={styles.both}>
      {status.relay === 'local' && (
        <span title={bar.local.hint}>
          <Tag>{template === null ? bar.local.sample : bar.local.template}</Tag>
        </span>
      )}
      <AccessSaid access={access} status={status} />
      {isSaveWorthSaying(access, status) && <SaveSaid access={access} status={status} />}
    </div>
  )
}

interface Known {
  readonly access: Access
  readonly status: SyncStatus
}

function AccessSaid({ access, status }: Known) {
  const words = accessWords(access, status)
  if (words === null) return null
  return (
    <p className={styles.access}>
      {words.icon === 'eye' ? <EyeIcon /> : <CommentIcon />}
      <span>{words.text}</span>
    </p>
  )
}

function SaveSaid({ access, status }: Known) {
  const outOfSpace = useOutOfSpace(status.kept)
  const words = saveWords(status, outOfSpace)
  const look = words.tone === 'bad' ? styles.bad : words.icon === 'offline' ? styles.off : undefined
  return (
    <Popover
      label={bar.panel}
      placement="bottom end"
      className={styles.panel}
      trigger={
        <Button look="quiet" size="sm" className={classNames(styles.state, styles[words.tone], look)}>
          <SaveIcon icon={words.icon} />
          <VisuallyHidden onPhones>{words.text}</VisuallyHidden>
          {words.waiting !== null && (
            <Tag look="count" className={styles.count}>
              {words.waiting}
              <VisuallyHidden onPhones> {words.waits ?? bar.waiting}</VisuallyHidden>
            </Tag>
          )}
        </Button>
      }
    >
      {(close) => <SaveDetails words={words} access={access} status={status} outOfSpace={outOfSpace} close={close} />}
    </Popover>
  )
}

export function SaveIcon({ icon }: { readonly icon: SaveWords['icon'] }) {
  switch (icon) {
    case 'saved':
      return <SavedIcon />
    case 'sending':
      return <span className={styles.spinner} aria-hidden="true" />
    case 'warning':
      return <WarningIcon />
    case 'device':
    case 'offline':
      return <DeviceIcon />
  }
}

/** Going offline and trouble are told to those who do not see the bar; that all is well is not. */
function useSpokenTrouble(status: SyncStatus, access: Access): void {
  const announce = useAnnounce()
  const words = saveWords(status)
  const text = isSaveWorthSaying(access, status) && (words.tone === 'bad' || words.icon === 'offline') ? words.text : ''
  const said = useRef(text)
  useEffect(() => {
    if (text !== said.current && text !== '') announce.own(text)
    said.current = text
  }, [announce, text])
}
