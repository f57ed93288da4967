/** The head of the document: who plans with whom, what it is for, and why it is worth it in one paragraph. */
import { fragmentOf, watchRichText, type PlanDoc } from '@milepost/plan'
import { useCallback, useId, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { XmlFragment } from 'yjs'
import { companyOf, shortCompany } from '../../format/names.ts'
import { CommentOn } from '../../hooks/comment-slot.tsx'
import { LostValueHere } from '../../hooks/lost-value-slot.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanText } from '../../hooks/use-plan-text.ts'
import { classNames } from '../../ui/class-names.ts'
import { CheckIcon, WarningIcon } from '../../ui/icons/icons.tsx'
import { isModKey } from '../../ui/platform.ts'
import { SharedTextField } from '../../ui/SharedTextField.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { focusTextBeside } from '../../ui/text-beside.ts'
import { leadWords } from '../../words/plan-editor/lead.ts'
import { WORD_BAND, wordNote } from '../../words/plan-editor/word-note.ts'
import { rowsIn, selectPlanAt } from './outline-focus.ts'
import { PeopleIn } from './PeopleIn.tsx'
import styles from './PlanEditor.module.css'
import { RichText } from './rich-text/RichText.tsx'
import { useRichText } from './rich-text/rich-text-reading.ts'

export function PlanLead(): ReactNode {
  const { doc } = usePlanSession()
  const { canEdit } = useAccess()
  const plan = usePlanFields('buyer', 'seller', 'newerSchema', 'buyerPriority')
  const proposition = useValueProposition(doc)
  return (
    <header>
      <p className={styles.parties}>
        <span className={styles.party}>
          <SideMark side="buyer" />
          {companyOf(plan, 'buyer')}
        </span>
        <span className={styles.and}>{leadWords.and}</span>
        <span className={styles.party}>
          <SideMark side="seller" />
          {companyOf(plan, 'seller')}
        </span>
      </p>
      <PlanTitle canEdit={canEdit} />
      {plan.newerSchema && (
        <p className={styles.newer}>
          <WarningIcon size={14} />
          {leadWords.newerVersion}
        </p>
      )}
      {proposition !== null && <ValueProposition fragment={proposition} canEdit={canEdit} />}
      {(canEdit || plan.buyerPriority.trim() !== '') && (
        <BuyerPriority canEdit={canEdit} buyer={shortCompany(companyOf(plan, 'buyer'))} />
      )}
      <LostValueHere list="meta" />
    </header>
  )
}

function PlanTitle({ canEdit }: { readonly canEdit: boolean }) {
  return (
    <h1 className={styles.title} data-text="title">
      <LeadText
        field="title"
        label={leadWords.outcome.label}
        placeholder={leadWords.outcome.prompt}
        canEdit={canEdit}
      />
    </h1>
  )
}

/** The buyer's own goal stands beside the value, so that whoever approves reads their goal and not somebody's product. */
function BuyerPriority({ canEdit, buyer }: { readonly canEdit: boolean; readonly buyer: string }) {
  return (
    <div className={styles.priority} data-text="priority" data-place="buyerPriority">
      <span>{leadWords.priority.heading(buyer)}</span>
      <LeadText
        field="buyerPriority"
        label={leadWords.priority.label(buyer)}
        placeholder={leadWords.priority.prompt}
        canEdit={canEdit}
      />
    </div>
  )
}

interface LeadTextProps {
  readonly field: 'title' | 'buyerPriority'
  readonly label: string
  readonly placeholder: string
  readonly canEdit: boolean
}

function LeadText({ field, label, placeholder, canEdit }: LeadTextProps) {
  const { undo } = usePlanSession()
  const shared = usePlanText({ in: 'meta', field })
  const leave = (by: 1 | -1) => {
    const active = document.activeElement
    return active !== null && focusTextBeside(document, active, by, 'start')
  }
  return (
    <SharedTextField
      shared={shared}
      label={label}
      placeholder={canEdit ? placeholder : ''}
      readOnly={!canEdit}
      onEnter={() => void leave(1)}
      onArrowOut={(direction) => leave(direction === 'up' ? -1 : 1)}
      onKeyDown={(event, { at, head, value }) => {
        if (!isModKey(event) || event.key.toLowerCase() !== 'a' || Math.abs(head - at) < value.length) return
        event.preventDefault()
        selectPlanAt(firstLine())
      }}
      onEscape={() => (document.activeElement as HTMLElement | null)?.blur()}
      onUndo={() => void undo.undo()}
      onRedo={() => void undo.redo()}
    />
  )
}

function firstLine(): HTMLElement | null {
  return rowsIn(document)[0] ?? null
}

const PROPOSITION = { kind: 'valueProposition', id: null } as const

function ValueProposition({ fragment, canEdit }: { readonly fragment: XmlFragment; readonly canEdit: boolean }) {
  const { words } = useRichText(fragment)
  const [writing, setWriting] = useState(false)
  const noteId = useId()
  return (
    <div className={styles.proposition} data-text="proposition" data-place="valueProposition">
      <RichText
        fragment={fragment}
        at={{ kind: 'meta', id: null, field: 'valueProposition' }}
        label={leadWords.proposition.label}
        prompt={canEdit ? leadWords.proposition.prompt : ''}
        canEdit={canEdit}
        single
        describedBy={noteId}
        onFocusChange={setWriting}
        onLeave={(direction, from) => {
          if (direction === 'row') (document.activeElement as HTMLElement | null)?.blur()
          else if (direction === 'plan') selectPlanAt(firstLine())
          else focusTextBeside(document, from, direction === 'up' ? -1 : 1, 'start')
        }}
      />
      <div className={styles.under}>
        {(canEdit || words > 0) && <WordNote id={noteId} words={words} writing={writing} canEdit={canEdit} />}
        <CommentOn topic={PROPOSITION} of={leadWords.proposition.inSentence} />
      </div>
    </div>
  )
}

interface WordNoteProps {
  readonly id: string
  readonly words: number
  readonly writing: boolean
  readonly canEdit: boolean
}

/** The band is drawn while one writes, so that one sees it coming; at rest the words alone are enough. */
function WordNote({ id, words, writing, canEdit }: WordNoteProps) {
  const { tone, text } = wordNote(words)
  const warns = canEdit && (tone === 'under' || tone === 'over')
  return (
    <p id={id} className={classNames(styles.count, tone === 'in' && styles.in, warns && styles.under)}>
      {tone === 'in' && <CheckIcon size={14} />}
      {warns && <WarningIcon size={14} />}
      {canEdit ? text : leadWords.proposition.length(words)}
      {!writing && <PeopleIn kind="meta" field="valueProposition" />}
      {writing && (
        <span className={styles.meter} aria-hidden="true">
          <i />
          <b style={{ width: `${Math.min(100, (words / (WORD_BAND.least * 2)) * 100)}%` }} />
        </span>
      )}
    </p>
  )
}

/** The text itself; null until it has arrived. */
function useValueProposition(doc: PlanDoc): XmlFragment | null {
  const subscribe = useCallback(
    (listener: () => void) => watchRichText(doc, { kind: 'valueProposition' }, listener),
    [doc],
  )
  const get = useCallback(() => fragmentOf(doc, { kind: 'valueProposition' }), [doc])
  return useSyncExternalStore(subscribe, get)
}
