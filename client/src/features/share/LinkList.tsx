// The links of both sides, buyer first, with the roles that nobody has a link for. One link at a time shows its square.
import type { GrantView, Holder, Right, Side } from '@milepost/protocol'
import { useState } from 'react'
import type { MadeLink, PlanSharing } from '../../hooks/device-context.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { SideMark } from '../../ui/SideMark.tsx'
import { shareWords as words } from '../../words/share/dialog.ts'
import { markWords } from '../../words/ui/marks.ts'
import { isFirstLinkOf, linkGroups, type LinkLine, type Roster } from './link-list.ts'
import styles from './LinkList.module.css'
import { LinkRow } from './LinkRow.tsx'
import rowStyles from './LinkRow.module.css'
import { offeredRight, rightOptions } from './right-options.tsx'

interface LinkListProps {
  readonly grants: readonly GrantView[]
  readonly roster: Roster
  readonly companies: Record<Side, string>
  readonly by: Holder
  readonly sharing: PlanSharing
  readonly now: number
  /** The link that was just made: shown open. */
  readonly madeId: string | null
  readonly onMade: (link: MadeLink) => void
}

export function LinkList(props: LinkListProps) {
  const { grants, roster, companies, by, sharing, now, madeId, onMade } = props
  const [shown, setShown] = useState<{ readonly id: string | null; readonly after: string | null } | null>(null)
  // A link that was just made opens itself, until the reader opens or closes one.
  const openId = shown !== null && shown.after === madeId ? shown.id : madeId
  return linkGroups(grants, roster).map(({ side, lines }) => (
    <section key={side} aria-label={companies[side]}>
      <p className={styles.head}>
        <span>
          <SideMark side={side} />
          {companies[side]}
        </span>
        <span>{words.list.access}</span>
        <span>{words.list.lastSeen}</span>
      </p>
      <ul>
        {lines.map((line) =>
          line.kind === 'link' ? (
            <LinkRow
              key={line.grant.id}
              grant={line.grant}
              by={by}
              sharing={sharing}
              now={now}
              open={openId === line.grant.id}
              onOpen={(open) => setShown({ id: open ? line.grant.id : null, after: madeId })}
              onMade={onMade}
            />
          ) : (
            <OpenRole
              key={line.role.id}
              line={line}
              right={
                rightOptions(by, side).length === 0
                  ? null
                  : offeredRight(by, side, side !== by.side && isFirstLinkOf(grants, side))
              }
              sharing={sharing}
              onMade={onMade}
            />
          ),
        )}
      </ul>
    </section>
  ))
}

function OpenRole({
  line: { role, name },
  right,
  sharing,
  onMade,
}: {
  readonly line: Extract<LinkLine, { kind: 'role' }>
  /** What its link would be made with; null where the reader may make none for this side. */
  readonly right: Right | null
  readonly sharing: PlanSharing
  readonly onMade: (link: MadeLink) => void
}) {
  const [making, setMaking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function make(given: Right) {
    setMaking(true)
    const { id: roleId, personId, side, title } = role
    const made = await sharing.createGrant({ right: given, side, role: title, name: name ?? '', roleId, personId })
    setMaking(false)
    if (typeof made === 'string') setProblem(words.problem[made])
    else onMade(made)
  }

  return (
    <li>
      <div className={classNames(rowStyles.row, rowStyles.openRole)}>
        <Avatar side={role.side} name={name} size={28} away={name !== null} />
        <span className={rowStyles.name}>
          <b>{role.title}</b>
          <i> – {name ?? markWords.owner.open}</i>
        </span>
        <span className={rowStyles.none}>{words.list.noLink}</span>
        <span className={rowStyles.seen}>–</span>
        <span className={rowStyles.actions}>
          {right !== null && (
            <Button
              size="sm"
              busy={making}
              label={words.list.createLinkFor(role.title)}
              onPress={() => void make(right)}
            >
              {words.createLink}
            </Button>
          )}
        </span>
      </div>
      {problem !== null && (
        <p className={rowStyles.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}
