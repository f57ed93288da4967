/**
 * The palette: one field that finds plans, milestones, steps, roles and actions. It knows none of them; it lists what the
 * page told `useActions` at the moment it was opened, so there is never an entry that does nothing. Which entry is meant is
 * the kit's `rank`; the list with its keys is the kit's.
 */
import { useState, type ReactNode } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { actionsNow, type Action, type ActionKind } from '../../hooks/use-actions.ts'
import { ArrowRightIcon, CheckIcon, FileIcon, MilestoneIcon, PersonIcon, SearchIcon } from '../../ui/icons/icons.tsx'
import { SearchDialog } from '../../ui/SearchDialog.tsx'
import type { SearchGroup, SearchItem } from '../../ui/SearchMenu.tsx'
import { paletteWords as words } from '../../words/palette.ts'
import { groupsOf, inOrder, withUsed } from './palette-groups.ts'

export interface PaletteProps {
  /** What can be done on every page. */
  readonly everywhere: () => readonly Action[]
  readonly onClose: () => void
  /** Takes the palette off the page, gives the keyboard back to where it was, and only then acts. */
  readonly onRun: (run: () => void) => void
}

const ICONS: Record<ActionKind, ReactNode> = {
  milestone: <MilestoneIcon />,
  step: <CheckIcon />,
  role: <PersonIcon />,
  plan: <FileIcon />,
  action: <ArrowRightIcon />,
}

export function Palette({ everywhere, onClose, onRun }: PaletteProps): ReactNode {
  const device = useDevice()
  const [actions] = useState(() => inOrder([...actionsNow(), ...everywhere()]))
  // On this device only: what somebody looks for is nobody else's business.
  const [used] = useState(() => device.local<readonly string[]>('palette:used', []))
  return (
    <SearchDialog
      label={words.label}
      placeholder={words.label}
      lead={<SearchIcon />}
      groups={(typed) => groupsOf(actions, typed, used.get()).map(itemsOf)}
      nothing={words.nothing}
      onClose={onClose}
      onPick={(id) => {
        const picked = actions.find((action) => action.id === id)
        if (picked === undefined) return
        used.set(withUsed(used.get(), picked.id))
        onRun(picked.run)
      }}
    />
  )
}

function itemsOf({ title, items }: { readonly title: string; readonly items: readonly Action[] }): SearchGroup {
  return { title, items: items.map(itemOf) }
}

function itemOf({ id, kind, label, detail, icon, keys }: Action): SearchItem {
  return {
    id,
    label,
    icon: icon ?? ICONS[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(keys === undefined ? {} : { keys }),
  }
}
