/**
 * Who writes the plan, by side and person over 14 and 90 days, with comments and commitments met, and under it how each is
 * counted. The same for everybody who has a link; of whoever only reads there is nothing to show.
 */
import {
  readDiscussion,
  watchDiscussion,
  type Comment,
  type OnTimeRecord,
  type PlanOutlook,
  type Side,
} from '@milepost/plan'
import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useOutlookPart } from '../../hooks/use-outlook.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import type { Written, WrittenState } from '../../hooks/use-written.ts'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { writingWords } from '../../words/people/writing.ts'
import { ShareBar } from './ShareBar.tsx'
import { countedAtText } from './counted-at-text.ts'
import styles from './Writing.module.css'
import { WroteTable } from './WroteTable.tsx'
import { percentOf, writtenLines, type SideWrote, type Span } from './written-lines.ts'

const words = writingWords.dialog
const SIDES = ['buyer', 'seller'] as const
const SPANS = [
  { value: 'late', label: words.days.late },
  { value: 'all', label: words.days.all },
] as const

export interface WritingDialogProps {
  readonly written: Written | null
  readonly state: WrittenState
  readonly onClose: () => void
}

export function WritingDialog({ written, state, onClose }: WritingDialogProps): ReactNode {
  const plan = usePlanFields('buyer', 'seller')
  const onTime = useOutlookPart(onTimeOf)
  const comments = useCommentsKnown()
  const { now } = useDevice()
  const [span, setSpan] = useState<Span>('late')
  const wrote = writtenLines(written, comments, span, now())
  const percent = percentOf(wrote)
  const how = comments === null ? words.how.linesForReaders : words.how.lines
  return (
    <Dialog title={words.title} lead={words.lead} isOpen onClose={onClose} size="lg">
      <DialogBody onlyWords={false}>
        <div className={styles.over}>
          <Segments label={words.over} value={span} options={SPANS} onChange={setSpan} />
          <output className={styles.said}>{standText(written, state, now())}</output>
        </div>
        {percent !== null && <ShareBar plan={plan} percent={percent} />}
        {SIDES.map((side) => (
          <Team
            key={side}
            side={side}
            company={companyOf(plan, side)}
            wrote={wrote[side]}
            all={written === null ? null : wrote.buyer.slots + wrote.seller.slots}
            withComments={comments !== null}
            onTime={onTime}
          />
        ))}
        <section className={styles.how} aria-labelledby="writing-how">
          <h3 id="writing-how">{words.how.title}</h3>
          <ul>
            {how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </DialogBody>
    </Dialog>
  )
}

interface TeamProps {
  readonly side: Side
  readonly company: string
  readonly wrote: SideWrote
  /** Slots of both sides; null where the relay has not said. */
  readonly all: number | null
  readonly withComments: boolean
  readonly onTime: OnTimeRecord | null
}

function Team({ side, company, wrote, all, withComments, onTime }: TeamProps) {
  const facts = [
    ...(all === null ? [] : [wrote.slots === 0 ? words.nothingWritten : words.slots(wrote.slots, all)]),
    ...(withComments ? [words.comments(wrote.comments)] : []),
    onTime === null || onTime[side].due === 0 ? words.noneDue : words.met(onTime[side].met, onTime[side].due),
  ]
  return (
    <section className={styles.team} aria-label={company}>
      <h3>
        <SideMark side={side} />
        {company}
      </h3>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {wrote.people.length > 0 && (
        <WroteTable
          label={words.table(company)}
          people={wrote.people}
          withSlots={all !== null}
          withComments={withComments}
        />
      )}
    </section>
  )
}

/** How old the numbers are, or why there are none. */
function standText(written: Written | null, state: WrittenState, now: number): string {
  if (written === null) return state === 'resting' ? writingWords.asking : writingWords[state]
  const when = countedAtText(written.at, now)
  return state === 'unreachable' || state === 'refused' ? writingWords.notNow[state](when) : writingWords.asOf(when)
}

function onTimeOf({ onTime }: PlanOutlook): OnTimeRecord | null {
  return onTime
}

/** Null for whoever may only read: the discussion is not theirs. */
function useCommentsKnown(): readonly Comment[] | null {
  const { discussion } = usePlanSession()
  const { right } = useAccess()
  const subscribe = useCallback((listener: () => void) => watchDiscussion(discussion, listener), [discussion])
  const get = useCallback(() => readDiscussion(discussion).comments, [discussion])
  const comments = useSyncExternalStore(subscribe, get, get)
  return right === 'view' ? null : comments
}
