// A list of things to do, opened by a button of this kit. What the reader may not do is left out by the caller, never
// greyed out. Focus returns to the button.
import type { ReactElement, ReactNode } from 'react'
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
  /** A `Button`, `IconButton` or `OwnerChipButton`. */
  readonly trigger: ReactElement
  readonly groups: readonly MenuGroup[]
  /** The entry that stands now: shown with a tick and spoken as chosen. */
  readonly chosen?: string
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  readonly isOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

export function Menu({ label, trigger, groups, chosen, placement = 'bottom start', isOpen, onOpenChange }: MenuProps) {
  const choice =
    chosen === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: [chosen], disallowEmptySelection: true }
  const shown = groups.filter((group) => group.entries.length > 0)
  return (
    <MenuTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <PopoverBox placement={placement} offset={4} className={floating.panel ?? ''}>
        <MenuList aria-label={label} className={floating.list ?? ''} {...choice}>
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
