// Where the light page begins: an address /v/ shows a plan to whoever only reads. Nothing of the editor and nothing of the
// device's storage is in this entry; the latter is fetched after the first content (`data/open-reading.ts`).
import { createRoot } from 'react-dom/client'
import { parsePlanId, parsePlanLink } from '@milepost/protocol'
import './styles/index.css'
import { ReadingApp } from './app/reading/ReadingApp.tsx'
import { keptTheme, showTheme } from './app/theme.ts'
import { openReading } from './data/open-reading.ts'
import { browserWorld } from './data/world.ts'

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
        // Missing where the page did not come safely.
        isAppHere: ((navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller ?? null) !== null,
      })
createRoot(root).render(<ReadingApp reading={reading} damage={damage} planId={planId} />)
// Another secret behind the same address is another link.
globalThis.addEventListener('hashchange', () => globalThis.location.reload())
