/**
 * The edge of a place that somebody changed: in the colour of their side, gone once one has been there. The places belong to
 * other features and are drawn again at any time, so nothing is written into them: a sheet of rules finds them by their ids.
 */
import { useEffect, useState } from 'react'
import type { AwayLine } from './away-lines.ts'

export function useEdges(lines: readonly AwayLine[], been: ReadonlySet<string>): void {
  const [sheet] = useState(() => new CSSStyleSheet())
  useEffect(() => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [sheet])
  const rules = edgeRules(lines, been)
  useEffect(() => sheet.replaceSync(rules), [sheet, rules])
}

/** The rules as text (an id is letters, digits, _ and -): one for each place, `been` makes its edge fade. */
export function edgeRules(lines: readonly Pick<AwayLine, 'key' | 'row' | 'side'>[], been: ReadonlySet<string>): string {
  const places = Map.groupBy(lines, ({ row }) => row)
  return [...places]
    .flatMap(([row, here]) => {
      if (row === null) return []
      const left = here.find(({ key }) => !been.has(key))
      const colour = `var(--${(left ?? here[0])?.side ?? 'ink-3'})`
      const edge = `border-left:3px solid ${colour};${left === undefined ? FADED : ''}`
      return [
        `[data-row="${row}"]::before{${EDGE}${edge}}`,
        `[data-row="${row}"][data-kind="step"]::before{left:-54px}`,
        `[data-place="${row}"]{box-shadow:-9px 0 0 -6px ${left === undefined ? 'transparent' : colour};${FADES}}`,
      ]
    })
    .join('\n')
    .concat(NARROW)
}

const FADES = 'transition:box-shadow 1.2s,opacity 1.2s;'
const EDGE = `content:"";position:absolute;left:-14px;top:8px;bottom:8px;border-radius:2px;pointer-events:none;${FADES}`
const FADED = 'opacity:0;'
const NARROW = `
@media (max-width: 640px){[data-row][data-kind]::before{left:-10px !important}}
@media (prefers-reduced-motion: reduce){[data-row][data-kind]::before,[data-place]{transition:none !important}}`
