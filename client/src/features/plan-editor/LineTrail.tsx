/** Behind a title: only what is true today. In progress, waiting to be sent, who is here, and the offer to complete. */
import type { ReactNode } from 'react'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { ClockIcon } from '../../ui/icons/icons.tsx'
import type { StoneState } from '../../ui/Stone.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { lineWords } from '../../words/lines.ts'
import { outlineWords as words } from '../../words/plan-editor/outline.ts'
import styles from './Outline.module.css'
import { useOutline } from './outline-context.tsx'
import { usePeopleAt } from './presence-places.ts'

export interface LineTrailProps {
  readonly rowId: string
  readonly state?: StoneState
  readonly isGoLive?: boolean
  /** Both sides can see that it is not needed in this deal; it stays readable. */
  readonly isSkipped?: boolean
  readonly waits: boolean
  /** What asks for somebody's eye about its dates. */
  readonly tags?: readonly string[]
  /** All steps are done: completing is offered, nothing more. */
  readonly onComplete?: () => void
}

export const NO_TAGS: readonly string[] = []

export function LineTrail({
  rowId,
  state,
  isGoLive = false,
  isSkipped = false,
  waits,
  tags = NO_TAGS,
  onComplete,
}: LineTrailProps): ReactNode {
  const { places } = useOutline()
  const here = usePeopleAt(places, rowId)
  const progress = state === 'now' && onComplete === undefined && !isSkipped
  const silent = !progress && !waits && onComplete === undefined && !isGoLive && !isSkipped
  if (silent && here.length === 0 && tags.length === 0) return null
  return (
    <span className={styles.trail}>
      {isGoLive && <Tag>{lineWords.goLive}</Tag>}
      {isSkipped && <Tag>{words.trail.notNeeded}</Tag>}
      {progress && <Tag>{words.trail.inProgress}</Tag>}
      {tags.map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {onComplete !== undefined && (
        <Button size="sm" className={styles.offer} onPress={onComplete}>
          {words.trail.completeAll}
        </Button>
      )}
      {waits && (
        <Tag look="waiting">
          <ClockIcon size={12} />
          {words.trail.waiting}
        </Tag>
      )}
      {here.length > 0 && (
        <span className={styles.here}>
          {here.slice(0, 3).map((person) => (
            <Avatar
              key={person.clientId}
              side={person.side}
              name={person.name}
              size={16}
              label={words.personIsHere(person.name)}
            />
          ))}
        </span>
      )}
    </span>
  )
}
