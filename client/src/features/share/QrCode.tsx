// The link as a square to photograph. Always dark on white, in both schemes: cameras want it so. The encoder is a chunk of
// its own.
import { encode } from 'uqr'
import styles from './QrCode.module.css'

const QUIET = 2

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const whole = size + 2 * QUIET
  return (
    <svg
      className={styles.code}
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={whole} height={whole} className={styles.paper} />
      <path d={pathOf(data)} className={styles.ink} />
    </svg>
  )
}

/** One run of dark squares is one rectangle. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  rows.forEach((row, y) => {
    let x = 0
    while (x < row.length) {
      let end = x
      while (row[end] === true) end += 1
      if (end > x) path += `M${x} ${y}h${end - x}v1h${x - end}z`
      x = Math.max(end, x + 1)
    }
  })
  return path
}
