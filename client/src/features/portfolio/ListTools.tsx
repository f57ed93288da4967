// What of the list is shown, and in which order: filters with their counts, whose plans, a search. F brings the keyboard here.
import { useEffect, useRef } from 'react'
import { numberText } from '../../format/count.ts'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { SearchIcon } from '../../ui/icons/icons.tsx'
import { classNames } from '../../ui/class-names.ts'
import { TEXTS } from '../../ui/texts.ts'
import { portfolioWords as words, type Them } from '../../words/portfolio/portfolio.ts'
import styles from './ListTools.module.css'
import {
  FILTERS,
  filterText,
  isIn,
  leadsOf,
  SORTS,
  type Filter,
  type PortfolioLine,
  type Sort,
} from './portfolio-lines.ts'

export interface Choice {
  readonly filter: Filter
  readonly sort: Sort
  /** Empty: everybody's. */
  readonly lead: string
  readonly find: string
}

export const NO_CHOICE: Choice = { filter: 'all', sort: 'attention', lead: '', find: '' }

interface ListToolsProps {
  readonly lines: readonly PortfolioLine[]
  readonly them: Them
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

export function ListTools({ lines, them, choice, onChange }: ListToolsProps) {
  const group = useRef<HTMLDivElement>(null)
  useFilterKey(() => group.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus())
  const leads = leadsOf(lines)
  const filters = FILTERS.map((filter) => ({ filter, many: lines.filter((line) => isIn(filter, line)).length }))
  const lead = { label: words.leads.everyone, value: '' }
  return (
    <div className={styles.tools}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would bring a frame and a legend */}
      <div ref={group} className={styles.filters} role="group" aria-label={words.filters.label}>
        {filters
          .filter(({ filter, many }) => filter !== 'archived' || many > 0 || choice.filter === filter)
          .map(({ filter, many }) => (
            <button
              key={filter}
              type="button"
              className={classNames(styles.filter, filter === choice.filter && styles.on)}
              aria-pressed={filter === choice.filter}
              onClick={() => onChange({ ...choice, filter })}
            >
              {filterText(filter, them)}
              <span>{numberText(many)}</span>
            </button>
          ))}
      </div>
      <span className={styles.space} />
      <TextInput
        label={words.find}
        hideLabel
        value={choice.find}
        onChange={(find) => onChange({ ...choice, find })}
        placeholder={words.find}
        inputMode="search"
        lead={<SearchIcon size={14} />}
        className={styles.find}
        maxLength={100}
      />
      {leads.length > 1 && (
        <Select
          label={words.leads.label}
          hideLabel
          look="quiet"
          value={choice.lead}
          onChange={(next) => onChange({ ...choice, lead: next })}
          options={[lead, ...leads.map((name) => ({ value: name, label: name }))]}
        />
      )}
      <Select
        label={words.sort.label}
        hideLabel
        look="quiet"
        value={choice.sort}
        onChange={(sort) => onChange({ ...choice, sort })}
        options={SORTS.map((sort) => ({ value: sort, label: words.sort[sort] }))}
      />
    </div>
  )
}

/** F, wherever nothing is being typed and nothing stands over the page. */
function useFilterKey(go: () => void) {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'f' || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(TEXTS) !== null) return
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
