/**
 * What waits for the relay, each with its own way back. The old values come from the disk, where what the relay has confirmed
 * and what it has not never share a row; so this works without a network, and not where the browser keeps nothing.
 */
import { takeBack, type PlanDoc, type TakeBack } from '@milepost/plan'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { usePlanSession, type PlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { useUnsent } from '../../hooks/use-sync-status.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { ChangeLine } from '../../ui/ChangeLine.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CommentIcon, FlagIcon, PencilIcon, PersonIcon, UndoIcon } from '../../ui/icons/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { waitingWords as words } from '../../words/sync-status/waiting.ts'
import { waitingLines, type WaitingLine } from './waiting-lines.ts'
import styles from './WaitingList.module.css'

/** A longer list says how many more there are. */
const SHOWN = 6

export function WaitingList(): ReactNode {
  const { doc, discussion } = usePlanSession()
  const { canEdit } = useAccess()
  const unsent = useUnsent()
  const today = useToday()
  const list = useRef<HTMLOListElement>(null)
  const [all, setAll] = useState(false)
  // Drawn again with each change of the plan: what is shown is what stands there now.
  usePlan()
  const { relayHad, undo, problem } = useTakeBack()
  if (unsent.length === 0) return null
  const lines = waitingLines(unsent, { doc, discussion, relayHad, today })
  const shown = all || lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN)

  const undoAt = async (line: WaitingLine, index: number) => {
    await undo(line)
    requestAnimationFrame(() => stayNear(list.current, index))
  }
  return (
    <>
      <ol ref={list} className={styles.list} tabIndex={-1} aria-label={words.list}>
        {shown.map((line, index) => (
          <li key={line.key} data-at={index}>
            <ChangeLine
              {...line}
              now={line.isAsBefore ? asBefore(line) : line.now}
              sign={<Sign list={line.place.list} />}
            >
              {line.canUndo && canEdit && (
                <IconButton
                  size="sm"
                  label={words.undo(spoken(line))}
                  icon={<UndoIcon />}
                  onPress={() => void undoAt(line, index)}
                />
              )}
            </ChangeLine>
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <Button size="sm" look="quiet" className={styles.more} onPress={() => setAll(true)}>
          {words.more(lines.length - shown.length)}
        </Button>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  )
}

/** Its base is read again with every change of what waits, and once more in the moment it is used. */
function useTakeBack() {
  const session = usePlanSession()
  const { doc, undo: history } = session
  const announce = useAnnounce()
  const [relayHad, setRelayHad] = useState<PlanDoc | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let isOver = false
    const read = () => void readBase(session).then((base) => isOver || setRelayHad(base))
    read()
    const off = session.unsent.subscribe(read)
    return () => {
      isOver = true
      off()
    }
  }, [session])

  const undo = async (line: WaitingLine) => {
    const base = await readBase(session)
    if (base === null) return
    // A step of its own: it can be undone like everything else.
    history.stopCapturing()
    const answer = takeBack(doc, base, line.place)
    history.stopCapturing()
    setRelayHad(base)
    setProblem(problemText(answer))
    if (answer === 'changed') announce.own(words.takenBackTo(spoken(line)))
  }
  return { relayHad, undo, problem }
}

async function readBase({ lookBack }: PlanSession): Promise<PlanDoc | null> {
  try {
    return await (await lookBack()).relayHad()
  } catch {
    return null
  }
}

function problemText(answer: TakeBack): string | null {
  if (answer === 'is-go-live') return words.isGoLive
  return answer === 'is-result' ? words.isResult : null
}

function asBefore({ now }: WaitingLine): string {
  return now === '' ? words.takenBack : words.takenBackTo(now)
}

function spoken({ what, about, number, now, place }: WaitingLine): string {
  const which = about === '' ? (place.field === null ? now : '') : about
  if (which !== '') return words.ofRecord(what, which)
  return number === null || place.field === null ? what : words.ofMilestone(what, number)
}

/** The button that was pressed is gone: the keyboard stays where it was, on the next one. */
function stayNear(list: HTMLOListElement | null, index: number): void {
  if (list === null || (document.activeElement !== document.body && list.contains(document.activeElement))) return
  const buttons = [...list.querySelectorAll<HTMLElement>('li button')]
  const at = (button: HTMLElement) => Number(button.closest<HTMLElement>('[data-at]')?.dataset['at'])
  const next = buttons.find((button) => at(button) >= index) ?? buttons.at(-1) ?? list
  next.focus()
}

function Sign({ list }: { readonly list: string }): ReactNode {
  switch (list) {
    case 'comments':
    case 'contacts':
      return <CommentIcon size={14} />
    case 'roles':
    case 'people':
      return <PersonIcon size={14} />
    case 'keyDates':
    case 'holidays':
      return <FlagIcon size={14} />
    default:
      return <PencilIcon size={14} />
  }
}
