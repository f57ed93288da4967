/**
 * The days that people fixed outside the plan, mostly the buyer's: a committee, a contract's end, an audit. They are why
 * the plan is in a hurry or not, so they stand beside it with their reason; one of them may be the compelling event.
 */
import { archiveKeyDate, restoreKeyDate, type KeyDate, type Plan } from '@milepost/plan'
import { memo, useMemo, useState, type ReactNode } from 'react'
import { companyOf, shortCompany } from '../../format/names.ts'
import { CommentOn } from '../../hooks/comment-slot.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions, type Action } from '../../hooks/use-actions.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { LostValueHere } from '../../hooks/lost-value-slot.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useToday } from '../../hooks/use-today.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import clamp from '../../ui/clamp.module.css'
import { FlagIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import rail from '../../ui/rail-heading.module.css'
import { Popover } from '../../ui/Popover.tsx'
import { useWhenBack } from '../../hooks/use-when-back.ts'
import { useToast } from '../../ui/Toast.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { keyDatesWords } from '../../words/key-dates/rail.ts'
import { AddKeyDate, EditKeyDate } from './key-date-forms.ts'
import styles from './KeyDates.module.css'
import { spanText } from '../../format/span-text.ts'

export function KeyDatesRail(): ReactNode {
  const plan = usePlanFields('keyDates', 'buyer', 'seller')
  const { canEdit } = useAccess()
  const [adding, setAdding] = useState(false)
  const { keyDates } = plan
  useActions(() => (canEdit ? [addAction(() => setAdding(true))] : []))
  if (keyDates.length === 0 && !canEdit) return null
  return (
    <section aria-labelledby="key-dates-heading">
      <h2 id="key-dates-heading" className={rail.heading} data-place="keyDates">
        {headingOf(plan)}
      </h2>
      <LostValueHere list="keyDates" />
      {keyDates.length === 0 && <p className={styles.empty}>{keyDatesWords.none(shortCompany(plan.buyer))}</p>}
      <ul>
        {keyDates.map((keyDate) => (
          <KeyDateRow key={keyDate.id} keyDate={keyDate} seller={companyOf(plan, 'seller')} canEdit={canEdit} />
        ))}
      </ul>
      {canEdit && (
        <div data-place="keyDates:add">
          <Popover
            label={keyDatesWords.add}
            isOpen={adding}
            onOpenChange={setAdding}
            className={styles.panel}
            trigger={
              <Button look="quiet" size="sm" className={styles.add}>
                <PlusIcon size={14} />
                {keyDatesWords.add}
              </Button>
            }
          >
            {(close) => <AddKeyDate close={close} />}
          </Popover>
        </div>
      )}
    </section>
  )
}

/** The form stands beside its button, which may be far down a narrow page. */
function addAction(open: () => void): Action {
  const run = () => {
    document.querySelector('[data-place="keyDates:add"]')?.scrollIntoView({ block: 'nearest' })
    requestAnimationFrame(open)
  }
  return {
    id: 'add-key-date',
    kind: 'action',
    label: keyDatesWords.add,
    alias: keyDatesWords.addAlias,
    icon: <FlagIcon />,
    run,
  }
}

/** The buyer's name stands over it as long as all of them are the buyer's. */
function headingOf({ keyDates, buyer }: Pick<Plan, 'keyDates' | 'buyer'>): string {
  const company = shortCompany(buyer)
  return company === '' || keyDates.some(({ side }) => side === 'seller')
    ? keyDatesWords.heading
    : keyDatesWords.headingOf(company)
}

interface KeyDateRowProps {
  readonly keyDate: KeyDate
  readonly seller: string
  readonly canEdit: boolean
}

/** Drawn again only when this key date changed. */
const KeyDateRow = memo(function KeyDateRow({ keyDate, seller, canEdit }: KeyDateRowProps) {
  const { doc } = usePlanSession()
  const toast = useToast()
  const whenBack = useWhenBack()
  const [editing, setEditing] = useState(false)
  const words = <KeyDateWords keyDate={keyDate} seller={seller} />
  const topic = useMemo(() => ({ kind: 'keyDate', id: keyDate.id }), [keyDate.id])
  const talk = <CommentOn topic={topic} of={keyDate.title === '' ? keyDatesWords.inSentence : keyDate.title} />
  if (!canEdit) {
    return (
      <li className={styles.item} data-place={keyDate.id}>
        <div className={styles.line}>{words}</div>
        {talk}
      </li>
    )
  }
  const title = keyDate.title === '' ? keyDatesWords.keyDate : keyDate.title
  const remove = () => {
    setEditing(false)
    if (archiveKeyDate(doc, keyDate.id) !== 'changed') return
    whenBack(
      keyDate.id,
      toast({
        text: keyDatesWords.removed(title),
        action: { label: keyDatesWords.undo, keys: 'Mod+Z', onAction: () => void restoreKeyDate(doc, keyDate.id) },
      }),
    )
  }
  return (
    <li className={styles.item} data-place={keyDate.id}>
      <Popover
        label={title}
        placement="bottom end"
        isOpen={editing}
        onOpenChange={setEditing}
        className={styles.panel}
        trigger={
          <Button look="quiet" className={`${styles.line} ${styles.press}`}>
            {words}
            <VisuallyHidden>{keyDatesWords.change}</VisuallyHidden>
          </Button>
        }
      >
        <EditKeyDate keyDate={keyDate} onRemove={remove} />
      </Popover>
      {talk}
    </li>
  )
})

function KeyDateWords({ keyDate, seller }: { readonly keyDate: KeyDate; readonly seller: string }) {
  const today = useToday()
  const { title, why, span, side, compelling } = keyDate
  return (
    <>
      <FlagIcon className={side === 'buyer' ? styles.buyer : styles.seller} />
      {/* A long story is cut here; all of it stands in the panel that the line opens, and in its title. */}
      <span className={clamp.three} title={title}>
        {side === 'seller' && <VisuallyHidden>{keyDatesWords.whose(seller)}</VisuallyHidden>}
        {title === '' ? keyDatesWords.untitled : title}
      </span>
      {span === null ? (
        <span className={styles.noDay}>{keyDatesWords.noDayYet}</span>
      ) : (
        <time dateTime={span.from}>{spanText(span, today)}</time>
      )}
      {(why !== '' || compelling) && (
        <small className={classNames(clamp.three, styles.why)} title={why}>
          {compelling && <b>{why === '' ? keyDatesWords.compelling : keyDatesWords.compellingBecause}</b>}
          {why}
        </small>
      )}
    </>
  )
}
