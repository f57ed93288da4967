// The very first screen: one picture of the idea, one thing to do. It offers only what works today.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { chooseFile, SPREADSHEETS } from '../../ui/choose-file.ts'
import { holdFile } from '../../ui/file-in-hand.ts'
import { EyeIcon, FileIcon, LinkIcon } from '../../ui/icons/icons.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import styles from './FirstRun.module.css'
import { OpenLinkDialog } from './OpenLinkDialog.tsx'
import { RoadPicture } from './RoadPicture.tsx'
import { useSamplePlan } from './use-sample-plan.ts'

export function FirstRun() {
  const [pasting, setPasting] = useState(false)
  const sample = useSamplePlan()
  const navigate = useNavigate()
  const begin = (file: File) => {
    holdFile(file)
    navigate('/new')
  }
  return (
    <main className={styles.first}>
      <RoadPicture className={styles.picture} />
      <h1>Start from the day it goes live</h1>
      <p className={styles.lead}>
        Set the date your buyer wants to be up and running. Milepost works the dates back to today, and both sides keep
        the plan together from there.
      </p>
      <p className={styles.actions}>
        <Link href="/new" look="button-primary" size="lg">
          New plan
          <Kbd keys="N" onDark />
        </Link>
        <Button size="lg" onPress={() => setPasting(true)}>
          <LinkIcon />
          Open a link you were sent
        </Button>
      </p>
      <ul className={styles.more}>
        <li>
          <button type="button" onClick={() => void sample.open()} aria-busy={sample.opening}>
            <EyeIcon />
            <span>
              <b>See a sample plan</b>
              <small>Halden Foods, eight milestones</small>
            </span>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => chooseFile(SPREADSHEETS, begin)}>
            <FileIcon />
            <span>
              <b>Bring a spreadsheet</b>
              <small>Rows become milestones and steps</small>
            </span>
          </button>
        </li>
      </ul>
      <p className={styles.fine}>Plans are kept on this device and sync when you share them. No account needed.</p>
      <OpenLinkDialog isOpen={pasting} onClose={() => setPasting(false)} />
    </main>
  )
}
