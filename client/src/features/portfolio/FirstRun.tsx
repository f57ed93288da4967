// The very first screen: one picture of the idea, one thing to do. It offers only what works today.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { chooseFile, SPREADSHEETS } from '../../ui/choose-file.ts'
import { holdFile } from '../../ui/file-in-hand.ts'
import { EyeIcon, FileIcon, LinkIcon } from '../../ui/icons/icons.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { firstRunWords as words } from '../../words/portfolio/first-run.ts'
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
      <h1>{words.heading}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <p className={styles.actions}>
        <Link href="/new" look="button-primary" size="lg">
          {words.newPlan}
          <Kbd keys="N" onDark />
        </Link>
        <Button size="lg" onPress={() => setPasting(true)}>
          <LinkIcon />
          {words.openLink}
        </Button>
      </p>
      <ul className={styles.more}>
        <li>
          <button type="button" onClick={() => void sample.open()} aria-busy={sample.opening}>
            <EyeIcon />
            <span>
              <b>{words.sample}</b>
              <small>{words.sampleDetail}</small>
            </span>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => chooseFile(SPREADSHEETS, begin)}>
            <FileIcon />
            <span>
              <b>{words.spreadsheet}</b>
              <small>{words.spreadsheetDetail}</small>
            </span>
          </button>
        </li>
      </ul>
      <p className={styles.fine}>{words.fine}</p>
      <OpenLinkDialog isOpen={pasting} onClose={() => setPasting(false)} />
    </main>
  )
}
