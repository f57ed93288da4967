// The bar of the light page: who reads, whether it is the plan of now, and the two things one does with it.
import { useEffect, useState, type ReactNode } from 'react'
import { BrandSign } from '../../features/executive/BrandSign.tsx'
import { agoText } from '../../format/ago.ts'
import type { Device } from '../../hooks/device-context.tsx'
import { useReadable } from '../../hooks/use-readable.ts'
import type { PlanReading } from '../../hooks/use-reading.ts'
import { buttonClass } from '../../ui/button-class.ts'
import { classNames } from '../../ui/class-names.ts'
import { EyeIcon } from '../../ui/icons/icons.tsx'
import { executiveWords as words } from '../../words/executive/page.ts'
import styles from './Reading.module.css'

interface ReadingBarProps {
  readonly reading: PlanReading
  readonly device: Device | null
  /** Null until a link can be made. */
  readonly onForward: (() => void) | null
}

export function ReadingBar({ reading, device, onForward }: ReadingBarProps): ReactNode {
  const { name, role } = useReadable(reading.access)
  const take = useNewVersion(device)
  const whom = name.trim() === '' ? role.trim() : name.trim()
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>
        <BrandSign />
      </span>
      <p className={styles.state}>
        <EyeIcon />
        <span className={styles.whom}>{whom === '' ? words.readOnly : words.readOnlyFor(whom)}</span>
        <State reading={reading} />
      </p>
      {take !== null && (
        <button type="button" className={buttonClass('default', 'sm')} title={words.newVersion.ready} onClick={take}>
          {words.newVersion.load}
        </button>
      )}
      {onForward !== null && (
        <button type="button" className={buttonClass('default', 'sm')} onClick={onForward}>
          {words.forward}
        </button>
      )}
      <button
        type="button"
        className={classNames(buttonClass('default', 'sm'), styles.print)}
        onClick={() => globalThis.print()}
      >
        {words.print}
      </button>
    </header>
  )
}

const AGAIN_MS = 30_000

function State({ reading }: { readonly reading: PlanReading }) {
  const { relay, refusal, lastSyncedAt } = useReadable(reading.status)
  const now = useNow(reading.now)
  if (refusal === 'tooOld') return <span>{words.state.tooOld}</span>
  if (relay === 'refused') return <span>{words.state.stopped}</span>
  if (relay === 'offline') {
    return <span>{lastSyncedAt === null ? words.state.offline : words.state.asOf(agoText(lastSyncedAt, now))}</span>
  }
  return <span>{relay === 'connecting' ? words.state.connecting : words.state.live}</span>
}

function useNow(now: () => number): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), AGAIN_MS)
    return () => clearInterval(timer)
  }, [now])
  return Math.max(at, 0)
}

/** Keeps the app of this version for the next time, and says when a newer one waits. Not before the device's part is here. */
function useNewVersion(device: Device | null): (() => void) | null {
  const [take, setTake] = useState<(() => void) | null>(null)
  useEffect(() => {
    if (device === null || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const stopping = new AbortController()
    void watch(device, setTake, stopping.signal)
    return () => stopping.abort()
  }, [device])
  return take
}

/** After everything that somebody waits for; where that part cannot be fetched now, the next visit does it. */
async function watch(device: Device, setTake: (take: () => () => void) => void, signal: AbortSignal): Promise<void> {
  const part = await import('../../service-worker/new-version.ts').catch(() => null)
  if (part === null || signal.aborted) return
  const watching = part.watchForNewVersion({
    container: navigator.serviceWorker,
    flush: () => device.flush(),
    onWaiting: (next) => setTake(() => next),
    reload: () => globalThis.location.reload(),
  })
  signal.addEventListener('abort', () => watching.stop())
}
