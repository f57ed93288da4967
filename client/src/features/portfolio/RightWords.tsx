// What a right lets its holder do, in two words and a sign.
import type { Right } from '@milepost/protocol'
import type { ReactNode } from 'react'
import { CommentIcon, EyeIcon, KeyIcon, PencilIcon } from '../../ui/icons/icons.tsx'
import { rightWords } from '../../words/rights.ts'

export function RightWords({ right }: { readonly right: Right }): ReactNode {
  return (
    <>
      {icon(right)}
      <span>{rightWords[right]}</span>
    </>
  )
}

function icon(right: Right): ReactNode {
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
