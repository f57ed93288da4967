// The rights that a link may be given, in the words of the dialog, as far as the giver may give them.
import { grantableRights, type Right, type Side } from '@milepost/protocol'
import type { ReactNode } from 'react'
import { CommentIcon, EyeIcon, KeyIcon, PencilIcon } from '../../ui/icons/icons.tsx'
import type { SelectOption } from '../../ui/Select.tsx'
import { rightWords } from '../../words/rights.ts'
import { shareWords as words } from '../../words/share/dialog.ts'

export function rightIcon(right: Right): ReactNode {
  switch (right) {
    case 'view':
      return <EyeIcon size={14} />
    case 'comment':
      return <CommentIcon size={14} />
    case 'edit':
      return <PencilIcon size={14} />
    case 'manage':
      return <KeyIcon size={14} />
  }
}

/** What `by` may choose for a link of `side`, strongest last. */
export function rightOptions(
  by: { readonly right: Right; readonly side: Side },
  side: Side,
): readonly SelectOption<Right>[] {
  return grantableRights(by, side).map((value) => ({
    value,
    label: rightWords[value],
    detail: words.rights[value],
    icon: rightIcon(value),
  }))
}

/** What a new link is offered with: enough to work together, and for the other side's first one everything. */
export function offeredRight(
  by: { readonly right: Right; readonly side: Side },
  side: Side,
  firstOfOtherSide: boolean,
): Right {
  const choices = rightOptions(by, side).map(({ value }) => value)
  const wanted: Right = firstOfOtherSide ? 'manage' : 'edit'
  return choices.includes(wanted) ? wanted : (choices.at(-1) ?? 'view')
}
