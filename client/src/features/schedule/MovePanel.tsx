/**
 * Moving a date: the effect is shown before it is kept, and a reason is asked for once. Enter keeps it, Esc drops it. A
 * promise that cannot be met may be kept all the same; it is then marked as not yet possible, and a shorter estimate that
 * would make it possible is offered.
 */
import {
  changePlan,
  effectOfChange,
  effectOfMove,
  followReason,
  followersOf,
  moveMilestoneDue,
  moveOf,
  reschedule,
  rescheduledChange,
  setMilestoneDue,
  setMilestoneEstimate,
  shiftedDates,
  type MilestoneId,
  type MoveEffect,
  type Plan,
  type PlanOutlook,
  type RoleId,
  type ScheduleChange,
} from '@milepost/plan'
import { parseLocalDate, workdaysBetween, type LocalDate } from '@milepost/schedule'
import { useState, type ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { classNames } from '../../ui/class-names.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { shownKeys } from '../../ui/key-words.ts'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import form from '../../ui/small-form.module.css'
import { Stone } from '../../ui/Stone.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { dateWords } from '../../words/dates.ts'
import { lineWords } from '../../words/lines.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { reasonText } from '../../words/schedule/finding-text.ts'
import { movingWords as words } from '../../words/schedule/moving.ts'
import { CausingRole } from './CausingRole.tsx'
import { EffectBox } from './EffectBox.tsx'
import styles from './MovePanel.module.css'

export interface MovePanelProps {
  readonly milestoneId: MilestoneId
  /** A day that a drag or a key has already chosen: then the reason comes first. */
  readonly startDay?: LocalDate
  readonly onClose: () => void
  /** More that can be said about a milestone's day: that it is done, that it has none. */
  readonly foot?: ReactNode
}

export function MovePanel({ milestoneId, startDay, onClose, foot }: MovePanelProps): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const milestone = plan.milestones.find(({ id }) => id === milestoneId)
  const own = outlook.milestones.get(milestoneId)
  const [kept, setKept] = useState<LocalDate | null>(startDay ?? milestone?.due ?? null)
  /** What is being typed, as far as it is a day: the effect follows the keys. */
  const [heard, setHeard] = useState<LocalDate | null>(null)
  const [text, setText] = useState('')
  const [role, setRole] = useState<RoleId | null>(null)
  const [shorten, setShorten] = useState(false)
  const [along, setAlong] = useState(false)
  if (milestone === undefined || own === undefined) return null

  const day = heard ?? kept
  const plain = effectOfMove(plan, outlook, milestoneId, day)
  const estimate = shorten ? (plain?.shortenTo ?? undefined) : undefined
  const followers = followersIn(plan, outlook, milestoneId, milestone.due, day)
  const change = changeOf(milestoneId, day, estimate, along ? followers : [])
  const effect = effectOfChange(plan, outlook, change)
  const same = day === milestone.due

  const keep = (to: LocalDate | null) => {
    if (to === milestone.due && estimate === undefined) return onClose()
    undo.stopCapturing()
    changePlan(doc, () => {
      if (estimate !== undefined) setMilestoneEstimate(doc, milestoneId, estimate)
      const said = { text: text.trim(), role }
      // Catching up with the forecast moves nothing by itself: what was said before stays the reason.
      const caughtUp = to === own.finish && said.text === '' && role === null
      const reason = caughtUp ? followReason(plan, milestoneId, '') : said
      if (reason === null) setMilestoneDue(doc, milestoneId, to)
      else moveMilestoneDue(doc, milestoneId, to, reason)
      if (along) {
        const list = followersIn(plan, outlook, milestoneId, milestone.due, to)
        reschedule(doc, list, (id) => followReason(plan, id, words.follows(own.number)))
      }
    })
    undo.stopCapturing()
    announce.own(to === null ? words.panel.noDate(own.number) : movedText(outlook, own.number, to, effect.goLive))
    onClose()
  }

  return (
    <div className={form.form}>
      <p className={styles.head}>
        <Stone number={own.number} small />
        <b>{milestone.title || unnamedWords.milestone}</b>
        {milestone.due !== null && !same && <del>{dayText(milestone.due, outlook.today)}</del>}
      </p>
      <DateField
        label={dateWords.dueDateOf(lineWords.milestone(own.number))}
        value={kept}
        marked={markedDays(plan)}
        placeholder={dateWords.examples}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its one field
        autoFocus={startDay === undefined}
        onHeard={(value) => setHeard(value === null ? null : parseLocalDate(value))}
        onChange={(value) => {
          setHeard(null)
          setKept(value === null ? null : parseLocalDate(value))
        }}
        onEnter={(value) => keep(value === null ? null : parseLocalDate(value))}
        onEscape={onClose}
      />
      {own.finish !== null && own.finish !== milestone.due && own.finish !== day && (
        <Button
          size="sm"
          onPress={() => {
            setHeard(null)
            setKept(own.finish)
          }}
        >
          {words.panel.takeForecast(dayText(own.finish, outlook.today))}
        </Button>
      )}
      {plain?.cannotBeMet && <NotPossible outlook={outlook} effect={plain} shorten={shorten} onShorten={setShorten} />}
      <EffectBox plan={plan} outlook={outlook} effect={effect} />
      {followers.length > 0 && !same && (
        <Checkbox checked={along} onChange={setAlong}>
          {words.panel.takeAlong(followers.length)}
        </Checkbox>
      )}
      <TextInput
        label={words.reason}
        value={text}
        onChange={setText}
        onEnter={() => keep(day)}
        maxLength={500}
        placeholder={words.panel.reasonPrompt}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the day is chosen, the reason is what is missing
        autoFocus={startDay !== undefined}
      />
      <CausingRole plan={plan} owner={milestone.ownerRole} role={role} onChange={setRole} />
      <p className={classNames(form.ways, styles.ways)}>
        <Button size="sm" look="quiet" onPress={onClose}>
          {words.cancel} <Kbd keys={shownKeys('Escape')} />
        </Button>
        <Button size="sm" look="primary" onPress={() => keep(day)}>
          {words.panel.move}
        </Button>
      </p>
      {foot}
    </div>
  )
}

interface NotPossibleProps {
  readonly outlook: PlanOutlook
  readonly effect: MoveEffect
  readonly shorten: boolean
  readonly onShorten: (shorten: boolean) => void
}

function NotPossible({ outlook, effect, shorten, onShorten }: NotPossibleProps) {
  const { cannotBeMet, shortenTo, takes } = effect
  if (cannotBeMet === null) return null
  return (
    <div className={styles.note}>
      <p>
        {cannotBeMet.because === 'today'
          ? words.panel.hasPassed
          : words.panel.notBefore(
              dayText(cannotBeMet.earliest, outlook.today),
              reasonText({ cannotBeMet, takes }, outlook.milestones),
            )}
      </p>
      {shortenTo !== null && (
        <Checkbox checked={shorten} onChange={onShorten}>
          {words.panel.shorten(shortenTo, takes)}
        </Checkbox>
      )}
    </div>
  )
}

/** Those that wait for it and have a promise, moved by the same working days. */
function followersIn(plan: Plan, outlook: PlanOutlook, id: MilestoneId, from: LocalDate | null, to: LocalDate | null) {
  if (followersOf(outlook.links, id).length === 0) return []
  const days = from === null || to === null ? 0 : workdaysBetween(outlook.calendar, from, to)
  return shiftedDates(plan, outlook, id, days === 0 ? 1 : days)
    .filter((one) => one.id !== id)
    .map((one) => (days === 0 ? { ...one, to: one.from ?? one.to } : one))
}

function changeOf(
  id: MilestoneId,
  day: LocalDate | null,
  estimate: number | undefined,
  along: ReturnType<typeof shiftedDates>,
): ScheduleChange {
  const milestones = new Map(rescheduledChange(along).milestones)
  for (const [own, values] of moveOf(id, day, estimate).milestones ?? []) milestones.set(own, values)
  return { milestones }
}

function movedText(
  { today }: PlanOutlook,
  number: number,
  to: LocalDate,
  goLive: { readonly to: LocalDate; readonly days: number } | null,
): string {
  const day = dayText(to, today)
  if (goLive === null) return words.panel.moved(number, day)
  const text = goLive.days === 0 ? words.panel.movedGoLiveStays : words.panel.movedGoLiveMoves
  return text(number, day, dayText(goLive.to, today))
}

/** The key dates stand in the calendar as flags. */
function markedDays(plan: Plan): ReadonlyMap<string, string> {
  return new Map(plan.keyDates.flatMap(({ span, title }) => (span === null ? [] : [[span.from, title] as const])))
}
