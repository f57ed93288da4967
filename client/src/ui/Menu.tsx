// A list of things to do, opened by a button of this kit. What the reader may not do is left out by the caller, never
// greyed out. Focus returns to the button.
//
// The list itself is our own (arrows, Home, End, first letters, one place of focus): the library's brings its whole
// machinery of collections into the first load, for lists of five.
import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import floating from './floating.module.css'
import { CheckIcon } from './icons/icons.tsx'
import { Kbd } from './Kbd.tsx'
import { Opened } from './Opened.tsx'
import { useOpening } from './Trigger.tsx'
import { createTypeahead } from './typeahead.ts'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly icon?: ReactNode
  /** 'Mod+Z'; only a hint, the shortcut itself is the caller's. */
  readonly keys?: string
  readonly danger?: boolean
  readonly onAction: () => void
}

export interface MenuGroup {
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuProps {
  readonly label: string
  /** A `Button` or `IconButton`. Without one the caller opens it (`isOpen`) and says where (`anchor`). */
  readonly trigger?: ReactElement
  readonly anchor?: RefObject<Element | null>
  readonly groups: readonly MenuGroup[]
  /** The entry that stands now: shown with a tick and spoken as chosen. */
  readonly chosen?: string
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  readonly isOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

export function Menu({
  label,
  trigger,
  anchor,
  groups,
  chosen,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
}: MenuProps) {
  const opening = useOpening(isOpen, onOpenChange)
  return (
    <Opened
      opening={opening}
      trigger={trigger}
      anchor={anchor}
      label={label}
      placement={placement}
      offset={4}
      kind="menu"
    >
      <MenuList
        label={label}
        groups={groups.filter((group) => group.entries.length > 0)}
        chosen={chosen}
        onClose={() => opening.setOpen(false)}
        // First away with the list: what the entry does may lead the focus elsewhere.
        onPick={(entry) => {
          opening.drop()
          entry.onAction()
        }}
      />
    </Opened>
  )
}

interface MenuListProps {
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly chosen: string | undefined
  readonly onClose: () => void
  readonly onPick: (entry: MenuEntry) => void
}

function MenuList({ label, groups, chosen, onClose, onPick }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [typeahead] = useState(createTypeahead)

  // The chosen entry, else the first one, has the focus when the list appears. In an effect and not when the element is
  // attached: a dialog around the button does not know yet then that this list is its own, and takes the focus back.
  useEffect(() => {
    const start = list.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? itemsOf(list.current)[0]
    start?.focus({ preventScroll: true })
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    const items = itemsOf(list.current)
    const at = items.findIndex((item) => item === document.activeElement)
    const next = nextItem(event, items, at, typeahead)
    if (event.key === 'Tab') {
      event.preventDefault()
      onClose()
    } else if (next !== undefined) {
      event.preventDefault()
      next.focus()
    }
  }

  return (
    <div ref={list} role="menu" tabIndex={-1} aria-label={label} className={floating.list} onKeyDown={onKeyDown}>
      {groups.map((group, index) => (
        <MenuSection key={group.title ?? index} group={group}>
          {group.entries.map((entry) => (
            <MenuItem key={entry.id} entry={entry} chosen={chosen} onPick={onPick} />
          ))}
        </MenuSection>
      ))}
    </div>
  )
}

function MenuSection({ group, children }: { readonly group: MenuGroup; readonly children: ReactNode }) {
  const id = useId()
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a group inside a menu has no tag of its own
    <div role="group" className={floating.section} aria-labelledby={group.title === undefined ? undefined : id}>
      {group.title !== undefined && (
        <div id={id} role="presentation" className={floating.title}>
          {group.title}
        </div>
      )}
      {children}
    </div>
  )
}

interface MenuItemProps {
  readonly entry: MenuEntry
  readonly chosen: string | undefined
  readonly onPick: (entry: MenuEntry) => void
}

function MenuItem({ entry, chosen, onPick }: MenuItemProps) {
  const id = useId()
  const { label, detail, icon, keys, danger = false } = entry
  const isChosen = chosen === entry.id
  const state = chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': isChosen }
  return (
    <button
      type="button"
      {...state}
      tabIndex={-1}
      className={floating.item}
      // Its words are its name, the hint of a key left out; only where a detail stands below has the name to be told apart.
      aria-labelledby={detail === undefined ? undefined : `${id}-label`}
      aria-describedby={detail === undefined ? undefined : `${id}-detail`}
      data-label={label}
      data-danger={danger ? '' : undefined}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => onPick(entry)}
    >
      {icon}
      <span className={floating.words}>
        <span id={`${id}-label`}>{label}</span>
        {detail !== undefined && (
          <span id={`${id}-detail`} className={floating.detail}>
            {detail}
          </span>
        )}
      </span>
      {isChosen && <CheckIcon size={14} />}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  )
}

function itemsOf(list: HTMLElement | null): readonly HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

function nextItem(
  event: KeyboardEvent,
  items: readonly HTMLElement[],
  at: number,
  typeahead: ReturnType<typeof createTypeahead>,
): HTMLElement | undefined {
  switch (event.key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length]
    case 'ArrowUp':
      return items[(at - 1 + items.length) % items.length]
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
    default: {
      if (event.key.length !== 1 || event.metaKey || event.ctrlKey || event.altKey) return undefined
      const isSpace = event.key === ' '
      if (isSpace && !typeahead.isTyping(event.timeStamp)) return undefined
      const labels = items.map((item) => item.dataset['label'] ?? '')
      const found = typeahead(event.key, labels, at, event.timeStamp)
      if (found !== null) return items[found]
      return isSpace ? items[at] : undefined
    }
  }
}
