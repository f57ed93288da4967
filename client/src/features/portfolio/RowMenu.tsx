// What can be done with a plan in the list: all of it on this device alone.
import type { ReactNode } from 'react'
import { companiesText } from '../../format/names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { FileIcon, MoreIcon, PencilIcon, TrashIcon, UndoIcon } from '../../ui/icons/icons.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { plansWords } from '../../words/portfolio/plans.ts'
import { portfolioWords as words } from '../../words/portfolio/portfolio.ts'
import type { PortfolioLine } from './portfolio-lines.ts'

export type MenuWish = 'value' | 'archive' | 'remove'

interface RowMenuProps {
  readonly line: PortfolioLine
  /** Without what is kept beside the plans there is nothing to keep a value in. */
  readonly hasShelf: boolean
  readonly onMenu: (line: PortfolioLine, wish: MenuWish) => void
}

export function RowMenu({ line, hasShelf, onMenu }: RowMenuProps) {
  const { plan, row } = line
  const label = plansWords.moreFor(companiesText(plan.buyer, plan.seller))
  const isArchived = row?.archived ?? false
  const value = { label: words.row.value, icon: <PencilIcon /> }
  const archive = isArchived
    ? { label: words.row.bringBack, icon: <UndoIcon /> }
    : { label: words.row.archive, icon: <FileIcon /> }
  const remove = { label: plansWords.remove.remove, icon: <TrashIcon />, danger: true }
  const entry = (id: MenuWish, more: { label: string; icon: ReactNode; danger?: boolean }) => ({
    id,
    ...more,
    onAction: () => onMenu(line, id),
  })
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={<IconButton size="sm" label={label} icon={<MoreIcon />} />}
      groups={[
        { entries: hasShelf ? [entry('value', value), entry('archive', archive)] : [] },
        { entries: [entry('remove', remove)] },
      ]}
    />
  )
}
