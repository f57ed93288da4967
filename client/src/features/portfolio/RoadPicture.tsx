// The idea in one picture: a road with eight milestones, planned back from go-live. Drawn in the tokens, so it stands in
// both schemes.
import { firstRunWords as words } from '../../words/portfolio/first-run.ts'
import styles from './RoadPicture.module.css'

const STONES = [60, 128, 196, 264, 332, 400, 468, 588]
const GO_LIVE = 6

export function RoadPicture({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="-29 0 660 124" role="img" aria-label={words.picture.description}>
      <rect x="20" y="84" width="448" height="10" rx="2" className={styles.road} />
      {Array.from({ length: 15 }, (_, dash) => (
        <rect key={dash} x={470 + dash * 8} y="84" width="4" height="10" className={styles.road} />
      ))}
      {STONES.map((x, index) => (
        <g key={x} className={index < GO_LIVE ? styles.ahead : styles.goal}>
          <path d={`M${x - 13} 56a13 13 0 0 1 26 0v22a4 4 0 0 1-4 4h-18a4 4 0 0 1-4-4z`} />
          <text x={x} y="68">
            {index + 1}
          </text>
        </g>
      ))}
      <path d="M20 40V104" className={styles.today} />
      <g className={styles.label}>
        <text x="20" y="30">
          {words.picture.today}
        </text>
        <text x="468" y="30">
          {words.picture.goLive}
        </text>
        <text x="588" y="30">
          {words.picture.firstResult}
        </text>
      </g>
      <path d="M440 112H346M226 112H132m7-5-7 5 7 5" className={styles.arrow} />
      <text x="286" y="116" className={styles.words}>
        {words.picture.workBack}
      </text>
    </svg>
  )
}
