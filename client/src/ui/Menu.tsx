// A list of things to do, opened by a button of this kit. What the reader may not do is left out by the caller, never
// greyed out. Focus returns to the button.
import type { ReactElement, ReactNode, RefObject } from 'react'
import {
  Header,
  Menu as MenuList,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover as PopoverBox,
  Text,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import floating from './floating.module.css'
import { CheckIcon } from './icons/icons.tsx'
import { Kbd } from './Kbd.tsx'

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
  /** A `Button`, `IconButton` or `OwnerChipButton`. Without one the caller opens it (`isOpen`) and says where (`anchor`). */
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
  const choice =
    chosen === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: [chosen], disallowEmptySelection: true }
  const shown = groups.filter((group) => group.entries.length > 0)
  const opening = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange === undefined ? {} : { onOpenChange }),
  }
  const box = (
    <PopoverBox
      placement={placement}
      offset={4}
      className={floating.panel ?? ''}
      {...(anchor === undefined ? {} : { triggerRef: anchor })}
      {...(trigger === undefined ? opening : {})}
    >
      <MenuList
        aria-label={label}
        className={floating.list ?? ''}
        {...choice}
        {...(trigger === undefined ? { autoFocus: 'first' as const, onClose: () => onOpenChange?.(false) } : {})}
      >
        {shown.map((group, index) => (
          <MenuSection
            key={group.title ?? index}
            className={floating.section ?? ''}
            {...(group.title === undefined ? { 'aria-label': label } : {})}
          >
            {group.title !== undefined && <Header className={floating.title}>{group.title}</Header>}
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} choosing={chosen !== undefined} chosen={chosen === entry.id} />
            ))}
          </MenuSection>
        ))}
      </MenuList>
    </PopoverBox>
  )
  if (trigger === undefined) return box
  return (
    <MenuTrigger {...opening}>
      {trigger}
      {box}
    </MenuTrigger>
  )
}

function Entry({
  entry,
  choosing,
  chosen,
}: {
  readonly entry: MenuEntry
  readonly choosing: boolean
  readonly chosen: boolean
}) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      onAction={entry.onAction}
      className={classNames(floating.item)}
      {...(entry.danger === true ? { 'data-danger': '' } : {})}
    >
      {entry.icon}
      <span className={floating.words}>
        <Text slot="label">{entry.label}</Text>
        {entry.detail !== undefined && (
          <Text slot="description" className={floating.detail}>
            {entry.detail}
          </Text>
        )}
      </span>
      {choosing && chosen && <CheckIcon size={14} />}
      {entry.keys !== undefined && <Kbd keys={entry.keys} />}
    </MenuItem>
  )
}
