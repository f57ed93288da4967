/**
 * The panel behind the save state: what is known, that the work is safe or where it is not, and the way out. The list
 * of single changes, each with its way back, stands in it where something waits.
 */
import { useState, type ReactNode } from 'react'
import type { Access } from '../../hooks/use-access.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { usePlans } from '../../hooks/use-plans.ts'
import type { SyncStatus } from '../../hooks/use-sync-status.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyIcon } from '../../ui/icons/icons.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { saveDetailsWords as say } from '../../words/sync-status/details.ts'
import { lastSynced } from './last-synced.ts'
import { saveExplanation } from './save-explanation.ts'
import type { SaveWords } from './save-words.ts'
import { WaitingList } from './WaitingList.tsx'
import styles from './SaveState.module.css'

interface SaveDetailsProps {
  readonly words: SaveWords
  readonly access: Access
  readonly status: SyncStatus
  readonly outOfSpace: boolean
  readonly close: () => void
}

export function SaveDetails({ words, access, status, outOfSpace, close }: SaveDetailsProps): ReactNode {
  const device = useDevice()
  const session = usePlanSession()
  const { title, body } = saveExplanation(status, access, outOfSpace)
  const synced = lastSynced(status.lastSyncedAt, device.now())
  return (
    <div className={styles.details}>
      {words.text !== title && <p className={styles.onPhones}>{words.text}</p>}
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      {status.refusal === 'createTokenNeeded' && <CreateToken close={close} />}
      {status.refusal === 'tooOld' && <WayOut label={say.reload} onPress={() => globalThis.location.reload()} />}
      {(status.relay === 'offline' || status.refusal === 'malformed' || status.refusal === 'noSuchPlan') && (
        <WayOut label={say.tryNow} onPress={session.retry} />
      )}
      {status.waiting > 0 && <WaitingList />}
      {(synced !== null || status.clockOff) && (
        <p className={styles.foot}>
          {synced}
          {status.relay === 'offline' && synced !== null && ` ${say.othersLater}`}
          {status.clockOff && ` ${say.clockOff}`}
        </p>
      )}
    </div>
  )
}

function WayOut({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <p className={styles.way}>
      <Button size="sm" onPress={onPress}>
        {label}
      </Button>
    </p>
  )
}

/** The relay makes plans only for those who hold its token; the plan stays on the device until then. */
function CreateToken({ close }: { readonly close: () => void }) {
  const device = useDevice()
  const { planId } = usePlanSession()
  const plans = usePlans()
  const [token, setToken] = useState('')
  const relay = plans.find((plan) => plan.planId === planId)?.relay ?? device.relay
  const send = () => {
    if (token.trim() === '') return
    device.setCreateToken(relay, token.trim())
    close()
  }
  return (
    <div className={styles.token}>
      <TextInput
        label={say.createToken}
        lead={<KeyIcon />}
        value={token}
        onChange={setToken}
        onEnter={send}
        hint={relay}
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its one field
        autoFocus
      />
      <Button look="primary" onPress={send}>
        {say.sendPlan}
      </Button>
    </div>
  )
}
