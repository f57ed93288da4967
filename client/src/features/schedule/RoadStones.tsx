/**
 * The stones of the road as buttons: hover or focus says what a milestone is, pressing leads to its row, dragging promises
 * another day. One tab stop; Left and Right walk along the road, Up and Down promise a working day later or earlier.
 * Nothing is kept here: every move ends in the panel that shows its effect first.
 */
import { effectOfMove, type MilestoneId, type Plan, type PlanOutlook } from '@milepost/plan'
import { addWorkdays, workdayOnOrAfter, type LocalDate } from '@milepost/schedule'
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { classNames } from '../../ui/class-names.ts'
import tip from '../../ui/tip.module.css'
import { lineWords } from '../../words/lines.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { roadWords as words } from '../../words/schedule/road.ts'
import { STONE, type Measure, type Road, type RoadStone } from '../../road/road.ts'
import type { Moving } from './Timeline.tsx'
import styles from '../../road/Road.module.css'

interface RoadStonesProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly road: Road
  readonly measure: Measure
  readonly canEdit: boolean
  readonly onJump: (id: MilestoneId) => void
  readonly onDrag: (dragged: { readonly id: MilestoneId; readonly x: number } | null) => void
  readonly onMove: (moving: Moving) => void
}

interface Drag {
  readonly id: MilestoneId
  readonly fromX: number
  readonly day: LocalDate | null
}

/** Less than this is a press with a trembling hand. */
const THRESHOLD = 4

export function RoadStones(props: RoadStonesProps): ReactNode {
  const { plan, outlook, road, measure, canEdit, onJump, onDrag, onMove } = props
  const group = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<MilestoneId | null>(null)
  const [shown, setShown] = useState<MilestoneId | null>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  /** A drag ends with a click on the stone; that click leads nowhere. */
  const dragged = useRef(false)
  const stones = road.dense ? road.stones.filter(({ look }) => look === 'goal') : road.stones
  const first = stones.find(({ id }) => id === current)?.id ?? stones[0]?.id

  const mayMove = (stone: RoadStone) => canEdit && stone.look !== 'done'
  const move = (stone: RoadStone, day: LocalDate, anchor: HTMLElement) => onMove({ id: stone.id, day, anchor })

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, stone: RoadStone, at: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const walk = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: stones.length - 1 }[event.key]
    const days = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (walk !== undefined) {
      event.preventDefault()
      const next = group.current?.querySelectorAll('button')[walk]
      next?.focus()
    } else if (days !== undefined && mayMove(stone)) {
      event.preventDefault()
      const due = plan.milestones.find(({ id }) => id === stone.id)?.due ?? stone.finish
      move(stone, notBefore(addWorkdays(outlook.calendar, due, days), outlook.today), event.currentTarget)
    } else if (event.key === 'Escape') setShown(null)
  }

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>, stone: RoadStone) => {
    dragged.current = false
    if (!mayMove(stone) || event.button !== 0 || event.pointerType === 'touch') return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ id: stone.id, fromX: event.clientX, day: null })
  }
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>, stone: RoadStone) => {
    if (drag?.id !== stone.id) return
    const by = event.clientX - drag.fromX
    if (drag.day === null && Math.abs(by) < THRESHOLD) return
    const day = dayUnder(stone, by)
    if (day === drag.day) return
    setDrag({ ...drag, day })
    onDrag({ id: stone.id, x: road.xOf(day) })
  }
  /** The day the pointer means: a working day, never one that has passed; go-live may fall on any. */
  const dayUnder = (stone: RoadStone, by: number): LocalDate => {
    const day = notBefore(road.dayAt(stone.dayX + by), outlook.today)
    return stone.id === plan.goLiveId ? day : workdayOnOrAfter(outlook.calendar, day)
  }
  const onPointerUp = (event: PointerEvent<HTMLButtonElement>, stone: RoadStone) => {
    if (drag === null) return
    dragged.current = drag.day !== null
    setDrag(null)
    if (drag.day !== null) move(stone, drag.day, event.currentTarget)
  }
  const onLost = () => {
    if (drag === null) return
    setDrag(null)
    onDrag(null)
  }

  const told = stones.find(({ id }) => id === (drag?.id ?? shown))
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would bring a frame and a legend
    <div ref={group} className={styles.stones} role="group" aria-label={words.stones}>
      {stones.map((stone, at) => (
        <button
          key={stone.id}
          type="button"
          className={mayMove(stone) ? styles.movable : undefined}
          style={{ transform: `translateX(${stone.x - STONE[measure] / 2 - 3}px)`, width: STONE[measure] + 6 }}
          tabIndex={stone.id === first ? 0 : -1}
          aria-label={stoneLabel(plan, outlook, stone, mayMove(stone))}
          onFocus={() => {
            setCurrent(stone.id)
            setShown(stone.id)
          }}
          onBlur={() => setShown(null)}
          onPointerEnter={() => setShown(stone.id)}
          onPointerLeave={() => setShown(null)}
          onPointerDown={(event) => onPointerDown(event, stone)}
          onPointerMove={(event) => onPointerMove(event, stone)}
          onPointerUp={(event) => onPointerUp(event, stone)}
          onPointerCancel={onLost}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && drag !== null) onLost()
            else onKeyDown(event, stone, at)
          }}
          onClick={() => {
            if (!dragged.current) onJump(stone.id)
            dragged.current = false
          }}
        />
      ))}
      {told !== undefined && (
        <p
          className={classNames(tip.tip, styles.tip)}
          style={{ left: Math.min(Math.max(drag?.day ? road.xOf(drag.day) : told.x, 110), road.width - 110) }}
          aria-hidden="true"
        >
          {drag !== null && drag.day !== null ? (
            <DragTip plan={plan} outlook={outlook} id={told.id} day={drag.day} />
          ) : (
            <StoneTip plan={plan} outlook={outlook} stone={told} />
          )}
        </p>
      )}
    </div>
  )
}

function StoneTip({
  plan,
  outlook,
  stone,
}: {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly stone: RoadStone
}) {
  const milestone = plan.milestones.find(({ id }) => id === stone.id)
  const role = plan.roles.find(({ id }) => id === milestone?.ownerRole)
  return (
    <>
      <b>{milestone?.title || unnamedWords.milestone}</b>
      <span>{datesText(outlook, stone)}</span>
      {role !== undefined && <span>{role.title}</span>}
    </>
  )
}

/** While it is dragged: the day, and what it would do to go-live. */
function DragTip({
  plan,
  outlook,
  id,
  day,
}: {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly id: MilestoneId
  readonly day: LocalDate
}) {
  const effect = effectOfMove(plan, outlook, id, day)
  const goLive = effect?.goLive ?? null
  return (
    <>
      <b>{dayText(day, outlook.today)}</b>
      {effect?.cannotBeMet && <span>{words.drag.notBefore(dayText(effect.cannotBeMet.earliest, outlook.today))}</span>}
      {goLive !== null && id !== plan.goLiveId && (
        <span>
          {(goLive.days === 0 ? words.drag.goLiveStays : words.drag.goLiveMoves)(dayText(goLive.to, outlook.today))}
        </span>
      )}
    </>
  )
}

function datesText({ today, measuredFrom }: PlanOutlook, { finish, agreed, look }: RoadStone): string {
  const day = (look === 'done' ? words.stone.done : words.stone.forecast)(dayText(finish, today))
  if (agreed === null || agreed === finish) return day
  return words.stone.withMeasured(day, measuredFrom.state, dayText(agreed, today))
}

function stoneLabel(plan: Plan, outlook: PlanOutlook, stone: RoadStone, movable: boolean): string {
  const milestone = plan.milestones.find(({ id }) => id === stone.id)
  const role = plan.roles.find(({ id }) => id === milestone?.ownerRole)
  const slip = outlook.milestones.get(stone.id)?.slip ?? null
  return [
    lineWords.milestone(stone.number),
    milestone?.title || lineWords.untitledInSentence,
    datesText(outlook, stone),
    ...(slip === null || slip === 0 ? [] : [words.stone.slip(slip, outlook.measuredFrom.state)]),
    ...(role === undefined ? [] : [role.title]),
    ...(movable ? [words.stone.movable] : []),
  ].join(', ')
}

function notBefore(day: LocalDate, today: LocalDate): LocalDate {
  return day < today ? today : day
}
