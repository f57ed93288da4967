// Days off the agreed date, week by week, in a line as wide as a word. It is for the eye alone: badge and word say the same.
import { TREND_WEEKS, weeklyOff, type TrendRecord, type TrendWord } from '@milepost/plan'
import type { LocalDate } from '@milepost/schedule'
import styles from './Spark.module.css'

const [WIDTH, HEIGHT, BASE, TOP] = [76, 26, 21, 3]

interface SparkProps {
  readonly record: TrendRecord
  readonly today: LocalDate
  readonly word: TrendWord
}

export function Spark({ record, today, word }: SparkProps) {
  const known = weeklyOff(record, today)
  // Before the first look there is nothing to draw.
  const first = known.findIndex((off) => off !== null)
  const weeks = known.map((off) => off ?? 0)
  const highest = Math.max(12, ...weeks.map(Math.abs))
  const y = (off: number) => Math.min(BASE - (off / highest) * (BASE - TOP), HEIGHT - 2)
  const x = (week: number) => 2 + (week * 68) / (TREND_WEEKS - 1)
  const line = weeks.flatMap((off, week) => {
    if (first === -1 || week < first) return []
    return week === first ? `M${round(x(week))} ${round(y(off))}` : `H${round(x(week))}V${round(y(off))}`
  })
  const last = weeks.at(-1) ?? 0
  const look = word === 'easing' || word === 'recovered' ? styles.won : last > 0 ? styles.late : styles.flat
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path className={styles.zero} d={`M2 ${BASE}H72`} />
      <path className={look} d={line.join('')} />
      <circle className={look} cx="70" cy={round(y(last))} r="2.6" />
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
