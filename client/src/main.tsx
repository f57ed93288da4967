// Where the app begins: opens what this device keeps, and draws.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/index.css'
import { App } from './app/App.tsx'
import { keptTheme, showTheme } from './app/theme.ts'
import { openAtAddress } from './app/open-at-address.ts'
import { openDevice } from './data/open-device.ts'

showTheme(keptTheme())
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const device = await openDevice()
const release = await openAtAddress(device)
createRoot(root).render(
  <StrictMode>
    <App device={device} />
  </StrictMode>,
)
requestAnimationFrame(release)
