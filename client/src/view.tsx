// Where the light page begins: an address /v/ shows a plan to whoever only reads. Nothing of the editor and nothing of the
// device's storage is in this entry; the latter is fetched after the first content (`data/open-reading.ts`).
import { createRoot } from 'react-dom/client'
import { dayIn } from '@milepost/plan'
import { parsePlanId, parsePlanLink } from '@milepost/protocol'
import './styles/index.css'
import { ReadingApp } from './app/reading/ReadingApp.tsx'
import { keptTheme, showTheme } from './app/theme.ts'
import { openReading, type OpenReading } from './data/open-reading.ts'
import { browserWorld } from './data/world.ts'
import { afterPaint } from './ui/after-paint.ts'

/** Who waits longer is told that it is coming. */
const PATIENCE_MS = 500

showTheme(keptTheme())
const root = document.getElementById('root')
if (root === null) throw new Error('v.html has no #root')
const planId = parsePlanId(/^\/v\/([^/]+)\/?$/u.exec(globalThis.location.pathname)?.[1] ?? '')
const asked = globalThis.location.hash === '' ? null : parsePlanLink(globalThis.location.href)
const link = typeof asked === 'string' ? null : asked
// A damaged link opens nothing, and what it was meant for may be here all the same.
const damage = typeof asked === 'string' ? asked : planId === null ? 'no-plan' : null
const reading =
  planId === null || damage !== null
    ? null
    : openReading({
        planId,
        link,
        world: browserWorld(),
        openDevice: () => import('./data/open-device.ts').then(({ openDevice }) => openDevice()),
        drawn: afterPaint,
        // Missing where the page did not come safely.
        isAppHere: ((navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller ?? null) !== null,
      })
const page = createRoot(root)
// A browser's first look at a time zone takes longer than all of the drawing; it is taken while the relay is being asked.
dayIn(new Intl.DateTimeFormat().resolvedOptions().timeZone, Date.now())
void firstContent(reading).then(() => page.render(<ReadingApp reading={reading} damage={damage} planId={planId} />))
// Another secret behind the same address is another link.
globalThis.addEventListener('hashchange', () => globalThis.location.reload())

/** The page comes at once, and not behind one that says it is coming: drawing that would hold up the plan itself. */
async function firstContent(opened: OpenReading | null): Promise<void> {
  if (opened === null) return
  const { plan, problem } = opened
  await new Promise<void>((resolve) => {
    const offs: (() => void)[] = []
    const enough = () => {
      clearTimeout(timer)
      for (const off of offs) off()
      resolve()
    }
    const timer = setTimeout(enough, PATIENCE_MS)
    const look = () => {
      const now = plan.get()
      if (problem.get() !== null || now?.loaded.get() === 'loaded' || now?.status.get().relay === 'refused')
        return enough()
      if (now !== null) offs.push(now.loaded.subscribe(look), now.status.subscribe(look))
    }
    offs.push(plan.subscribe(look), problem.subscribe(look))
    look()
  })
}
