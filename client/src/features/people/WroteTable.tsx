/** The people of one side and what each added, as a table: a name, a number of slots, a number of comments. */
import type { ReactNode } from 'react'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { writingWords } from '../../words/people/writing.ts'
import styles from './Writing.module.css'
import type { PersonWrote } from './written-lines.ts'

const words = writingWords.dialog

export interface WroteTableProps {
  readonly label: string
  readonly people: readonly PersonWrote[]
  readonly withSlots: boolean
  readonly withComments: boolean
}

export function WroteTable({ label, people, withSlots, withComments }: WroteTableProps): ReactNode {
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{label}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.person}</th>
          {withSlots && <th scope="col">{words.columns.slots}</th>}
          {withComments && <th scope="col">{words.columns.comments}</th>}
        </tr>
      </thead>
      <tbody>
        {people.map(({ role, name, slots, comments }) => (
          <tr key={`${role}/${name}`}>
            <th scope="row">
              <b>{name.trim() || role.trim() || words.unnamed}</b>
              {name.trim() !== '' && role.trim() !== '' && <small>{role.trim()}</small>}
            </th>
            {withSlots && <td>{words.number(slots)}</td>}
            {withComments && <td>{words.number(comments)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
