// One link: whose it is, what it may do, when it was last seen, and what the reader may do about it. Controls that the
// reader's own right does not allow are not drawn.
import { mayChangeGrant, mayGrant, mayRevokeGrant, type GrantView, type Holder, type Right } from '@milepost/protocol'
import { useState } from 'react'
import { agoText } from '../../format/ago.ts'
import { holderText } from '../../format/names.ts'
import type { MadeLink, PlanSharing } from '../../hooks/device-context.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CheckIcon, CopyIcon, QrIcon } from '../../ui/icons/icons.tsx'
import { Select } from '../../ui/Select.tsx'
import { rightWords } from '../../words/rights.ts'
import { shareWords as words } from '../../words/share/dialog.ts'
import { markWords } from '../../words/ui/marks.ts'
import { LinkPanel } from './LinkPanel.tsx'
import styles from './LinkRow.module.css'
import { RevokeButton } from './RevokeButton.tsx'
import { rightIcon, rightOptions } from './right-options.tsx'
import { useCopy } from './use-copy.ts'

export interface LinkRowProps {
  readonly grant: GrantView
  readonly by: Holder
  readonly sharing: PlanSharing
  readonly now: number
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onMade: (link: MadeLink) => void
}

export function LinkRow({ grant, by, sharing, now, open, onOpen, onMade }: LinkRowProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const url = sharing.urlOf(grant.id)
  const you = grant.you === true
  const holder = holderText(grant)

  async function change(right: Right) {
    const answer = await sharing.changeRight(grant.id, right)
    setProblem(answer === null ? null : words.problem[answer])
  }

  return (
    <li>
      <div className={styles.row}>
        <Avatar side={grant.side} name={grant.name} size={28} />
        <span className={styles.name}>
          <b>{grant.role === '' ? grant.name || words.list.withoutName : grant.role}</b>
          {grant.role !== '' && <i> – {grant.name === '' ? markWords.owner.open : grant.name}</i>}
        </span>
        <span className={styles.right}>
          <GrantRight grant={grant} by={by} you={you} onChange={(right) => void change(right)} />
        </span>
        <span className={styles.seen}>
          <LastSeen grant={grant} you={you} now={now} />
        </span>
        <span className={styles.actions}>
          {you ? (
            <span className={styles.thisDevice}>{words.list.thisDevice}</span>
          ) : (
            <>
              {url !== null && <LinkTools url={url} holder={holder} open={open} onOpen={onOpen} />}
              {url === null && mayRenew(by, grant) && (
                <NewLink grant={grant} sharing={sharing} onMade={onMade} onProblem={setProblem} />
              )}
              {mayRevokeGrant(by, grant) && <RevokeButton grant={grant} sharing={sharing} onProblem={setProblem} />}
            </>
          )}
        </span>
      </div>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {open && url !== null && (
        <div className={styles.panel} ref={showWhole}>
          <LinkPanel url={url} holder={grant.role === '' ? holder : words.panel.holderOfRole(grant.role)} />
        </div>
      )}
    </li>
  )
}

/** A link that was just made may stand far down the list. */
function showWhole(panel: HTMLElement | null) {
  panel?.scrollIntoView?.({ block: 'nearest' })
}

/** A new link replaces the old one: it takes back and it gives. */
function mayRenew(by: Holder, grant: GrantView): boolean {
  return mayRevokeGrant(by, grant) && mayGrant(by, grant)
}

function GrantRight({
  grant,
  by,
  you,
  onChange,
}: {
  readonly grant: GrantView
  readonly by: Holder
  readonly you: boolean
  readonly onChange: (right: Right) => void
}) {
  const options = rightOptions(by, grant.side).filter(
    ({ value }) => value === grant.right || mayChangeGrant(by, grant, value),
  )
  // Whoever lowers the own link cannot raise it again: that is for another manager.
  if (you || options.length < 2 || !options.some(({ value }) => value === grant.right)) {
    return (
      <span className={styles.fixed}>
        {rightIcon(grant.right)}
        {rightWords[grant.right]}
      </span>
    )
  }
  return (
    <Select<Right>
      label={words.list.accessOf(holderText(grant))}
      hideLabel
      look="quiet"
      value={grant.right}
      onChange={onChange}
      options={options}
    />
  )
}

function LastSeen({ grant, you, now }: { readonly grant: GrantView; readonly you: boolean; readonly now: number }) {
  if (you) return <span className={styles.now}>{words.list.nowYou}</span>
  if (grant.online) return <span className={styles.now}>{words.list.now}</span>
  if (grant.expiresAt !== null && grant.expiresAt <= now) return words.list.hasRunOut
  return grant.lastSeenAt === null ? words.list.notOpened : agoText(grant.lastSeenAt, now)
}

function LinkTools({
  url,
  holder,
  open,
  onOpen,
}: {
  readonly url: string
  readonly holder: string
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}) {
  const { copied, copy } = useCopy()
  return (
    <>
      <IconButton
        size="sm"
        label={copied ? words.panel.copied : words.list.copy(holder)}
        icon={copied ? <CheckIcon /> : <CopyIcon />}
        className={classNames(copied && styles.copied)}
        onPress={() => {
          void copy(url).then((could) => {
            if (!could) onOpen(true)
            return could
          })
        }}
      />
      <IconButton
        size="sm"
        label={open ? words.list.hideCode(holder) : words.list.showCode(holder)}
        expanded={open}
        icon={<QrIcon />}
        onPress={() => onOpen(!open)}
      />
    </>
  )
}

function NewLink({
  grant,
  sharing,
  onMade,
  onProblem,
}: {
  readonly grant: GrantView
  readonly sharing: PlanSharing
  readonly onMade: (link: MadeLink) => void
  readonly onProblem: (problem: string) => void
}) {
  const [making, setMaking] = useState(false)
  async function make() {
    setMaking(true)
    const made = await sharing.renewGrant(grant.id)
    setMaking(false)
    if (typeof made === 'string') onProblem(words.problem[made])
    else onMade(made)
  }
  return (
    <Button
      look="quiet"
      size="sm"
      busy={making}
      label={words.list.renewFor(holderText(grant))}
      onPress={() => void make()}
    >
      {words.list.renew}
    </Button>
  )
}
