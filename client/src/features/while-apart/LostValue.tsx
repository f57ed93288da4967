/**
 * A choice of one's own that a merge did not keep, said where it was made: both values, and one press for either. It stays
 * until it is answered or somebody sets the field again.
 */
import type { Overruled } from '@milepost/plan'
import { useEffect, type ComponentType, type ReactNode } from 'react'
import type { LostValueProps } from '../../hooks/lost-value-slot.tsx'
import type { PlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { useReadable } from '../../hooks/use-readable.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { goToPlace } from '../../ui/go-to-place.ts'
import { CheckIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { lostValueWords, lostWords as words } from '../../words/while-apart/lost-value.ts'
import { placeOfLost } from './lost-value-place.ts'
import styles from './LostValue.module.css'

type Keeper = Awaited<ReturnType<PlanSession['lookBack']>>['overruled']

/** Told once a page, wherever the row is drawn again. */
const told = new Set<string>()

export function lostValue(keeper: Keeper): ComponentType<LostValueProps> {
  return function LostValue(place) {
    const open = useReadable(keeper.open)
    return open.length === 0 ? null : <Notes open={open} place={place} keeper={keeper} />
  }
}

interface NotesProps {
  readonly open: readonly Overruled[]
  readonly place: LostValueProps
  readonly keeper: Keeper
}

function Notes({ open, place, keeper }: NotesProps) {
  const plan = usePlan()
  const here = open.filter((lost) => {
    const { list, id } = placeOfLost(plan, lost)
    return list === place.list && id === place.id
  })
  return here.map((lost) => <Note key={lost.mineIs} lost={lost} keeper={keeper} place={place} />)
}

interface NoteProps {
  readonly lost: Overruled
  readonly keeper: Keeper
  readonly place: LostValueProps
}

function Note({ lost, keeper, place }: NoteProps): ReactNode {
  const plan = usePlan()
  const today = useToday()
  const { canEdit } = useAccess()
  const announce = useAnnounce()
  const { text, keep, use } = lostValueWords(plan, lost, today)
  useEffect(() => {
    if (told.has(lost.mineIs)) return
    told.add(lost.mineIs)
    announce.remote(text)
  }, [announce, lost.mineIs, text])

  const answer = (isMine: boolean) => {
    if (isMine) keeper.keepMine(lost)
    else keeper.dismiss(lost)
    announce.own(isMine ? words.mineShown : words.left)
    goBack(place, lost)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element groups a sentence and its two answers
    <div role="group" aria-label={words.group} className={styles.note} data-in={place.list}>
      <p>{text}</p>
      <div className={styles.answers}>
        <Button size="sm" label={words.keepLabel(keep)} onPress={() => answer(false)}>
          <CheckIcon size={14} />
          {keep}
        </Button>
        {canEdit && (
          <Button size="sm" onPress={() => answer(true)}>
            {use}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The buttons are gone: the keyboard goes to what they were about. */
function goBack({ list, id }: LostValueProps, lost: Overruled): void {
  const row = id === undefined ? null : document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  if (row !== null) row.focus()
  else if (lost.id === null || !goToPlace(lost.id))
    goToPlace(list === 'roles' ? 'people' : list === 'meta' ? 'milestones' : list)
}
