// A short list that one can type into: owner, command, palette. It lives inside a `Popover` or a panel of the caller. The
// field keeps the focus, the arrows walk the list, Enter takes; what is typed and not in the list can become a new entry.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-to-interactive-role --
   the combobox pattern: the keys are the field's, and no element of the page is an option that can hold a role and a name */
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { floatingWords } from '../words/ui/floating.ts'
import { classNames } from './class-names.ts'
import floating from './floating.module.css'
import { Kbd } from './Kbd.tsx'
import { plain } from './rank.ts'
import styles from './SearchMenu.module.css'

export interface SearchItem {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon?: ReactNode
  readonly keys?: string
  /** Other words it is found by. */
  readonly alias?: string
  /** Shown whatever was typed, at the end of the list: an action, never what Enter takes for the words. */
  readonly always?: boolean
}

export interface SearchGroup {
  readonly title?: string
  readonly items: readonly SearchItem[]
}

export interface SearchMenuProps {
  readonly label: string
  readonly placeholder?: string
  /** Before the field: a side mark, the sign of searching. */
  readonly lead?: ReactNode
  /** A function judges itself what fits what was typed, and in which order. */
  readonly groups: readonly SearchGroup[] | ((typed: string) => readonly SearchGroup[])
  readonly onPick: (id: string) => void
  /** Offers what was typed as something new: "Add role “CISO”". */
  readonly create?: {
    readonly label: (text: string) => string
    readonly onCreate: (text: string) => void
    readonly icon?: ReactNode
  }
  /** With what is typed so far. */
  readonly onEscape?: (text: string) => void
  /** Backspace where nothing is typed. */
  readonly onEmptyBackspace?: () => void
  /** Where nothing is found and nothing can be made. */
  readonly nothing?: string
}

const words = floatingWords.search

const CREATE = 'create-new'

export function SearchMenu({
  label,
  placeholder,
  lead,
  groups,
  onPick,
  create,
  onEscape,
  onEmptyBackspace,
  nothing = words.nothingFound,
}: SearchMenuProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const typed = text.trim()
  const isSearched = typed !== ''
  const isJudged = typeof groups === 'function'
  const given = isJudged ? groups(typed) : groups
  const shown = (isJudged ? given : given.map((group) => matching(group, typed))).filter(
    (group) => group.items.length > 0,
  )
  const items = shown.flatMap((group) => group.items)
  // Behind what was found and what can be made of the words: Enter after a new name must add it, not take an action.
  const actions =
    isSearched && !isJudged ? given.flatMap((group) => group.items.filter((item) => item.always === true)) : []
  const known = items.some((item) => item.label.toLocaleLowerCase() === typed.toLocaleLowerCase())
  const newItem: SearchItem | null =
    create !== undefined && typed !== '' && !known
      ? { id: CREATE, label: create.label(typed), icon: create.icon }
      : null
  const all = [...items, ...(newItem === null ? [] : [newItem]), ...actions]
  const current = all[Math.min(active, all.length - 1)]

  function take(item: SearchItem) {
    if (item === newItem) create?.onCreate(typed)
    else onPick(item.id)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && all.length > 0) {
      event.preventDefault()
      setActive((index) => (Math.min(index, all.length - 1) + step + all.length) % all.length)
    } else if (event.key === 'Home' || event.key === 'End') {
      if (text !== '') return
      event.preventDefault()
      setActive(event.key === 'Home' ? 0 : all.length - 1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (current !== undefined) take(current)
    } else if (event.key === 'Escape') {
      onEscape?.(text)
    } else if (event.key === 'Backspace' && text === '' && onEmptyBackspace !== undefined) {
      event.preventDefault()
      onEmptyBackspace()
    }
  }

  const option = (item: SearchItem) => (
    <li
      key={item.id}
      id={`${id}-${item.id}`}
      role="option"
      aria-selected={item === current}
      data-active=""
      className={floating.item}
      ref={(element) => {
        if (item === current) element?.scrollIntoView?.({ block: 'nearest' })
      }}
      onPointerMove={() => setActive(all.indexOf(item))}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => take(item)}
    >
      {item.icon}
      <span className={floating.words}>{item.label}</span>
      {item.detail !== undefined && <span className={floating.tail}>{item.detail}</span>}
      {item.keys !== undefined && <Kbd keys={item.keys} />}
    </li>
  )

  return (
    <div className={styles.menu}>
      <div className={styles.head}>
        {lead}
        <input
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded={all.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          placeholder={placeholder}
          value={text}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list was opened to search in it
          autoFocus
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={label} className={classNames(floating.list, styles.list)}>
        {shown.map((group, index) => (
          <ul key={group.title ?? index} role="group" aria-label={group.title}>
            {group.title !== undefined && (
              <li role="presentation" className={floating.title}>
                {group.title}
              </li>
            )}
            {group.items.map(option)}
          </ul>
        ))}
        {newItem !== null && (
          <ul role="group" aria-label={words.newGroup}>
            {option(newItem)}
          </ul>
        )}
        {actions.length > 0 && (
          <ul role="group" aria-label={words.otherWays}>
            {actions.map(option)}
          </ul>
        )}
      </div>
      {all.length === 0 && (
        <p className={styles.nothing} role="status">
          {nothing}
        </p>
      )}
    </div>
  )
}

function matching(group: SearchGroup, typed: string): SearchGroup {
  return {
    ...group,
    items: group.items.filter((item) => !(typed !== '' && item.always === true) && matches(item, typed)),
  }
}

function matches(item: SearchItem, typed: string): boolean {
  if (typed === '') return true
  const text = plain(`${item.label} ${item.detail ?? ''} ${item.alias ?? ''}`)
  return plain(typed)
    .split(/\s+/u)
    .every((word) => text.includes(word))
}
