/** What is drawn of the road. Numbers come from `road.ts`, words from `road-labels.ts`; here are only shapes. */
import type { MeasuredFrom, MilestoneId } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { dayText } from '../format/day.ts'
import { classNames } from '../ui/class-names.ts'
import { roadWords as words } from '../words/schedule/road.ts'
import { STONE, type Measure, type Road, type RoadStone } from './road.ts'
import type { RoadLabel, RoadLabels } from './road-labels.ts'
import styles from './Road.module.css'

interface RoadPictureProps {
  /** Names the pattern, of which a page may have several. */
  readonly id: string
  readonly road: Road
  readonly labels: RoadLabels
  readonly measure: Measure
  readonly measured: MeasuredFrom['state']
  readonly today: LocalDate
  readonly dragged: { readonly id: MilestoneId; readonly x: number } | null
}

/** Heights of the two drawings: agreed line, stones, road, words below, months. */
const ROWS = {
  wide: { agreed: 38, stone: 51, road: 75, thick: 11, below: 101, months: 120, top: 28, bottom: 106 },
  medium: { agreed: 38, stone: 51, road: 75, thick: 11, below: 101, months: 120, top: 28, bottom: 106 },
  small: { agreed: 20, stone: 26, road: 44, thick: 9, below: 70, months: 0, top: 14, bottom: 57 },
} as const

export function RoadPicture({ id, road, labels, measure, measured, today, dragged }: RoadPictureProps): ReactNode {
  const rows = ROWS[measure]
  const full = measure !== 'small'
  const hatch = `${id}-won`
  const freeze = `${id}-freeze`
  return (
    <>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path className={styles.wonLine} d="M0 2.5h5" />
        </pattern>
        <pattern id={freeze} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.freezeLine} d="M0 2h4" />
        </pattern>
      </defs>
      {full && (
        <>
          {road.months.map(({ x, day }) => (
            <path key={day} className={styles.grid} d={`M${x} ${rows.top}V${rows.bottom}`} />
          ))}
          {[...labels.months].map(([day, label]) => (
            <Words key={day} label={label} y={rows.months} className={styles.month} />
          ))}
          {measured !== 'none' && (
            <text className={styles.lane} x="0" y={rows.agreed + 4}>
              {words.lanes[measured]}
            </text>
          )}
          <text className={styles.lane} x="0" y={rows.road + 9}>
            {words.lanes.forecast}
          </text>
        </>
      )}
      {road.freezes.map(({ from, to, title }) => (
        <g key={`${title}-${from}`}>
          <title>{title}</title>
          <rect
            className={styles.freeze}
            x={from}
            y={rows.top}
            width={Math.max(2, to - from)}
            height={rows.road + rows.thick - rows.top}
            fill={`url(#${freeze})`}
          />
        </g>
      ))}
      <Flags road={road} labels={labels} bottom={rows.road + rows.thick} today={today} />
      {full && <AgreedLine road={road} y={rows.agreed} stoneTop={rows.stone} />}
      <Pieces road={road} y={rows.road} thick={rows.thick} hatch={hatch} />
      {full &&
        road.stones.map(({ number, days }) => {
          const label = labels.days.get(number)
          return label === undefined ? null : (
            <Words key={number} label={label} y={rows.below} className={days > 0 ? styles.lostText : styles.wonText} />
          )
        })}
      <path className={styles.today} d={`M${road.todayX} ${full ? 18 : 14}V${full ? 92 : 57}`} />
      <Words label={labels.today} y={full ? 13 : 10} className={styles.todayText} />
      {road.stones.map((stone) => (
        <Stone
          key={stone.id}
          stone={stone}
          x={dragged?.id === stone.id ? dragged.x : stone.x}
          y={rows.stone}
          roadY={rows.road}
          measure={measure}
          dense={road.dense}
          dragged={dragged?.id === stone.id}
        />
      ))}
      {labels.goals.map((label) => (
        <Words key={label.text} label={label} y={rows.below} className={styles.goalText} />
      ))}
    </>
  )
}

function Flags({
  road,
  labels,
  bottom,
  today,
}: {
  readonly road: Road
  readonly labels: RoadLabels
  readonly bottom: number
  readonly today: LocalDate
}) {
  return road.flags.map(({ id, x, title, day, side }) => {
    const label = labels.flags.get(id)
    return (
      <g key={id} className={side === 'seller' ? styles.sellers : styles.buyers}>
        <title>
          {title}, {dayText(day, today)}
        </title>
        <path className={styles.stem} d={`M${x} 18V${bottom}`} />
        <path className={styles.pole} d={`M${x} 4.5V20`} />
        <path className={styles.flag} d={`M${x - 0.5} 4.5h10l-2.5 3.5 2.5 3.5h-10z`} />
        {label !== undefined && <Words label={label} y={13} className={styles.flagText} />}
      </g>
    )
  })
}

function AgreedLine({ road, y, stoneTop }: { readonly road: Road; readonly y: number; readonly stoneTop: number }) {
  const dots = road.stones.flatMap((stone) => (stone.agreedX === null ? [] : [{ ...stone, agreedX: stone.agreedX }]))
  if (dots.length === 0) return null
  const last = Math.max(...dots.map(({ agreedX }) => agreedX))
  return (
    <>
      <rect
        className={styles.agreed}
        x={road.startX}
        y={y - 2.5}
        width={Math.max(0, last - road.startX)}
        height="5"
        rx="2.5"
      />
      {dots.map(({ id, agreedX, x, causes }) => (
        <path
          key={id}
          className={classNames(styles.thread, causes && styles.threadLost)}
          d={`M${agreedX} ${y + 4}L${x} ${stoneTop - 1}`}
        />
      ))}
      {dots.map(({ id, agreedX }) => (
        <circle key={id} className={styles.dot} cx={agreedX} cy={y} r="3.5" />
      ))}
    </>
  )
}

const PIECE_LOOK = { past: styles.past, ahead: styles.ahead, lost: styles.lost } as const

function Pieces({
  road,
  y,
  thick,
  hatch,
}: {
  readonly road: Road
  readonly y: number
  readonly thick: number
  readonly hatch: string
}) {
  return road.pieces.map(({ kind, from, to }) => {
    const width = Math.max(1, to - from - 1.5)
    const key = `${kind}-${from}-${to}`
    if (kind !== 'won') {
      return <rect key={key} className={PIECE_LOOK[kind]} x={from + 1.5} y={y} width={width} height={thick} rx="1" />
    }
    return (
      <g key={key}>
        <rect className={styles.wonGround} x={from} y={y} width={to - from} height={thick} />
        <rect
          className={styles.wonPiece}
          x={from + 1.5}
          y={y + 0.6}
          width={width}
          height={thick - 1.2}
          rx="1"
          fill={`url(#${hatch})`}
        />
      </g>
    )
  })
}

interface StoneProps {
  readonly stone: RoadStone
  readonly x: number
  readonly y: number
  readonly roadY: number
  readonly measure: Measure
  readonly dense: boolean
  readonly dragged: boolean
}

function Stone({ stone, x, y, roadY, measure, dense, dragged }: StoneProps) {
  const { look, number, dayX } = stone
  const half = STONE[measure] / 2
  if (dense && look !== 'goal') return <path className={styles.tick} d={`M${dayX} ${roadY - 6}v4`} />
  const bottom = roadY - 2
  const round = measure === 'small' ? 2 : 2.5
  const d =
    `M${-half} ${y + half}a${half} ${half} 0 0 1 ${half * 2} 0V${bottom - round}` +
    `a${round} ${round} 0 0 1 ${-round} ${round}h${-(half - round) * 2}a${round} ${round} 0 0 1 ${-round} ${-round}z`
  return (
    <>
      {Math.abs(x - dayX) > 1 && !dragged && <path className={styles.foot} d={`M${x} ${bottom}L${dayX} ${roadY}`} />}
      <g
        className={classNames(styles.stone, styles[look], dragged && styles.dragged)}
        style={{ transform: `translateX(${x}px)` }}
      >
        <path d={d} />
        <text y={measure === 'small' ? y + 12 : y + 15}>{number}</text>
      </g>
    </>
  )
}

function Words({
  label,
  y,
  className,
}: {
  readonly label: RoadLabel
  readonly y: number
  readonly className: string | undefined
}) {
  return (
    <text className={className} x={label.x} y={y} textAnchor={label.anchor}>
      {label.text}
    </text>
  )
}
