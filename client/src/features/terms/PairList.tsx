/** A list of lines of two texts that belong together: a question and its answer, an expectation and what follows. */
import type { Change, TextRef } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { Button } from '../../ui/Button.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { PlusIcon } from '../../ui/icons/icons.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { TermList, type LineWords } from './TermList.tsx'
import { TermText } from './TermText.tsx'
import styles from './Terms.module.css'

export interface Pair {
  readonly id: string
  readonly first: string
  readonly second: string
}

export interface PairWords extends LineWords {
  /** Opens the typical ones. */
  readonly typical: string
  readonly first: { readonly label: string; readonly placeholder: string }
  readonly second: { readonly label: string; readonly placeholder: string; readonly unsaid: string }
}

export interface PairListProps {
  readonly words: PairWords
  readonly pairs: readonly Pair[]
  readonly targetOf: (id: string, which: 'first' | 'second') => TextRef
  readonly add: (pair: {
    readonly first: string
    readonly second: string
    readonly after: string | null
  }) => string | null
  readonly archive: (id: string) => Change
  readonly restore: (id: string) => Change
  /** Typical ones; those that stand there already are not offered. */
  readonly typical: readonly { readonly first: string; readonly second: string }[]
}

export function PairList({ words, pairs, targetOf, add, archive, restore, typical }: PairListProps): ReactNode {
  const { canEdit } = useAccess()
  const { undo } = usePlanSession()
  const [shows, setShows] = useState(false)
  const said = new Set(pairs.map(({ first }) => first.trim().toLowerCase()))
  const open = typical.filter(({ first }) => !said.has(first.toLowerCase()))
  return (
    <>
      <TermList
        words={words}
        lines={pairs}
        nameOf={({ first }) => first}
        add={(after) => add({ first: '', second: '', after: after?.id ?? null })}
        archive={({ id }) => archive(id)}
        restore={({ id }) => restore(id)}
        offers={
          open.length > 0 && (
            <Fold open={shows} onToggle={() => setShows(!shows)}>
              {words.typical}
            </Fold>
          )
        }
      >
        {({ id, second }, keys) => (
          <div className={styles.pair}>
            <TermText
              target={targetOf(id, 'first')}
              label={words.first.label}
              placeholder={words.first.placeholder}
              className={styles.lead}
              {...keys}
            />
            {canEdit || second !== '' ? (
              <TermText
                target={targetOf(id, 'second')}
                label={words.second.label}
                placeholder={words.second.placeholder}
                onEnter={keys.onEnter}
                className={styles.second}
              />
            ) : (
              <span className={styles.unsaid}>{words.second.unsaid}</span>
            )}
          </div>
        )}
      </TermList>
      {canEdit && shows && open.length > 0 && (
        <ul className={styles.offers} aria-label={words.typical}>
          {open.map((pair) => (
            <li key={pair.first}>
              <Button
                look="quiet"
                size="sm"
                className={styles.offer}
                onPress={() => {
                  undo.stopCapturing()
                  add({ ...pair, after: null })
                }}
              >
                <PlusIcon size={14} />
                <span>{pair.first}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
