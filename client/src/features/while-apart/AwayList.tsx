/**
 * The card "While you were away": who changed how much, each change in a line, and the way from one to the next. The places
 * themselves carry an edge in the colour of whoever changed them, until one has been there.
 */
import type { Comment } from '@milepost/plan'
import { useId, useState, type ReactNode } from 'react'
import { clockText } from '../../format/ago.ts'
import { dayText } from '../../format/day.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { mentionsMe } from '../../hooks/mentions-me.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions } from '../../hooks/use-actions.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { ChangeLine } from '../../ui/ChangeLine.tsx'
import { goToPlace } from '../../ui/go-to-place.ts'
import { CommentIcon, FlagIcon, PencilIcon, PersonIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { awayWords as words } from '../../words/while-apart/away.ts'
import { awayLines, whoText, type AwayFrom, type AwayLine, type LineOfPlan } from './away-lines.ts'
import styles from './AwayList.module.css'
import { commentLines } from './comment-lines.ts'
import { useSaid } from './use-said.ts'
import { useEdges } from './use-edges.ts'

export interface AwayListProps {
  readonly since: number
  /** Null where nothing was changed. */
  readonly away: AwayFrom | null
  /** Those that were not read. */
  readonly comments: readonly Comment[]
  readonly goToLine: (line: LineOfPlan) => void
  readonly onRead: () => void
}

/** A longer list says how many more there are. */
const SHOWN = 6

export function AwayList({ since, away, comments, goToLine, onRead }: AwayListProps): ReactNode {
  const { doc } = usePlanSession()
  const today = useToday()
  // Numbers and names are those of now.
  const plan = usePlan()
  const access = useAccess()
  const { milestones } = useOutlook()
  const changed = away === null ? [] : awayLines(away, doc, today, (id) => milestones.get(id)?.days ?? null)
  const lines = [...changed, ...commentLines(comments, plan, (comment) => mentionsMe(comment, plan, access))].toSorted(
    inPlanOrder,
  )
  const headingId = useId()
  const [all, setAll] = useState(false)
  const [isOpen, setOpen] = useState(() => !globalThis.matchMedia('(max-width: 1240px)').matches)
  const { at, next, been } = useSteps(lines, goToLine)
  useEdges(lines, been)
  useSaid(lines.length, words.announced(summaryText(lines)), onRead)
  if (lines.length === 0) return null
  const shown = all || lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN)
  const read = () => {
    onRead()
    goToPlace('milestones')
  }
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {words.heading}
      </h2>
      <p className={styles.summary}>
        {summaryText(lines)}
        <Since at={since} today={today} />
      </p>
      {isOpen && (
        <ol className={styles.list} aria-labelledby={headingId}>
          {shown.map((line) => (
            <li key={line.key} aria-current={at !== null && lines[at]?.key === line.key ? 'step' : undefined}>
              <ChangeLine {...line} sign={<Sign list={line.list} />}>
                <End line={line} />
              </ChangeLine>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.ways}>
        <Button size="sm" onPress={next}>
          {at === null ? words.step.first : words.step.next(((at + 1) % lines.length) + 1, lines.length)}
        </Button>
        <Button size="sm" look="quiet" onPress={read}>
          {words.markRead}
        </Button>
        {!isOpen && (
          <Button size="sm" look="quiet" onPress={() => setOpen(true)}>
            {words.show}
          </Button>
        )}
        {isOpen && shown.length < lines.length && (
          <Button size="sm" look="quiet" onPress={() => setAll(true)}>
            {words.more(lines.length - shown.length)}
          </Button>
        )}
      </p>
    </section>
  )
}

/** From one change to the next, also from the palette: the focus is at the place then, and not in the card. */
function useSteps(lines: readonly AwayLine[], goToLine: AwayListProps['goToLine']) {
  const announce = useAnnounce()
  const [at, setAt] = useState<number | null>(null)
  const [been, setBeen] = useState<ReadonlySet<string>>(new Set())
  const next = () => {
    const to = at === null ? 0 : (at + 1) % lines.length
    const line = lines[to]
    if (line === undefined) return
    setAt(to)
    setBeen(new Set([...been, line.key]))
    if (line.line !== null) goToLine(line.line)
    else line.places.some(goToPlace)
    announce.own(words.step.said(to + 1, lines.length, spoken(line)))
  }
  useActions(() =>
    lines.length === 0
      ? []
      : [
          {
            id: 'away:next',
            kind: 'action',
            label: words.step.action,
            alias: words.step.alias,
            run: next,
          },
        ],
  )
  return { at, next, been }
}

function summaryText(lines: readonly AwayLine[]): string {
  return words.summary(lines.length, whoText(lines))
}

function Since({ at, today }: { readonly at: number; readonly today: string }) {
  const device = useDevice()
  const day = dayHere(at)
  return words.since(day === dayHere(device.now()) ? null : dayText(day, today), clockText(at))
}

/** By this device's clock and calendar: when somebody sat here. */
function dayHere(at: number): string {
  const date = new Date(at)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

function spoken({ what, about, before, now, by }: AwayLine): string {
  const change = before === '' ? now : words.step.fromTo(before, now)
  return [about, what, change, by === '' ? '' : words.step.by(by)].filter((part) => part !== '').join(', ')
}

/** What a comment is, where its milestone's number stands in the sign's place; what a moved day did to the plan. */
function End({ line: { days, list, number } }: { readonly line: AwayLine }): ReactNode {
  if (list === 'comments' && number !== null) return <CommentIcon size={14} />
  return days === null || days === 0 ? null : <Badge days={days} />
}

/** Beside the document comes last. */
function inPlanOrder(a: AwayLine, b: AwayLine): number {
  return (a.number ?? Infinity) - (b.number ?? Infinity) || 0
}

function Sign({ list }: { readonly list: string }): ReactNode {
  if (list === 'people' || list === 'roles') return <PersonIcon size={14} />
  if (list === 'comments') return <CommentIcon size={14} />
  return list === 'keyDates' || list === 'holidays' ? <FlagIcon size={14} /> : <PencilIcon size={14} />
}
