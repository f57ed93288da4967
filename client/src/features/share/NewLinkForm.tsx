// The one line that makes a link: side, role first, a name if one knows it, what it may do. What the maker may not give is
// not offered; a single choice is said instead of asked.
import type { Role } from '@milepost/plan'
import type { Right, Side } from '@milepost/protocol'
import { useState } from 'react'
import { possessive, shortCompany } from '../../format/names.ts'
import type { MadeLink, PlanSharing } from '../../hooks/device-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboInput } from '../../ui/ComboInput.tsx'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { shareWords as words } from '../../words/share/dialog.ts'
import { markWords } from '../../words/ui/marks.ts'
import { isFirstLinkOf, nameOf, type Roster } from './link-list.ts'
import styles from './NewLinkForm.module.css'
import { offeredRight, rightOptions } from './right-options.tsx'
import type { Invitee, RosterEntry } from './roster-entry.ts'

export interface NewLinkFormProps {
  readonly roster: Roster
  readonly companies: Record<Side, string>
  readonly by: { readonly right: Right; readonly side: Side }
  /** Puts whoever is invited on the roster, and takes them off it again; left out where the plan may not be changed. */
  readonly entries?: {
    readonly enter: (invitee: Invitee) => RosterEntry
    readonly leave: (entry: RosterEntry) => void
  }
  readonly sharing: PlanSharing
  /** Null where the maker may not see the list. */
  readonly grants: Parameters<typeof isFirstLinkOf>[0] | null
  /** The role that a link was asked for, before the dialog was opened. */
  readonly startWith: Role | null
  readonly onMade: (link: MadeLink) => void
}

const MOST_LETTERS = 120

export function NewLinkForm(props: NewLinkFormProps) {
  const { roster, companies, by, entries, sharing, grants, startWith, onMade } = props
  const otherSide: Side = by.side === 'buyer' ? 'seller' : 'buyer'
  const sides: readonly Side[] = by.right === 'manage' ? ['buyer', 'seller'] : [by.side]
  const firstForOthers = grants !== null && isFirstLinkOf(grants, otherSide)
  const [chosenSide, setSide] = useState<Side | null>(null)
  const [role, setRole] = useState(startWith?.title ?? '')
  const [name, setName] = useState(startWith === null ? '' : (nameOf(startWith, roster.people) ?? ''))
  const [chosen, setChosen] = useState<Right | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [making, setMaking] = useState(false)

  // Until somebody chooses, the side that needs a link most; the list of links may come after the form.
  const side = chosenSide ?? firstSide(sides, startWith, firstForOthers ? otherSide : by.side)
  const first = side !== by.side && firstForOthers
  const options = rightOptions(by, side)
  const offered = offeredRight(by, side, first)
  const right = chosen !== null && options.some(({ value }) => value === chosen) ? chosen : offered

  async function make() {
    if (role.trim() === '' && name.trim() === '') {
      setProblem(words.form.roleMissing)
      return
    }
    setMaking(true)
    const entry = entries?.enter({ side, role, name }) ?? null
    const made = await sharing.createGrant({
      right,
      side,
      role: role.trim(),
      name: name.trim(),
      roleId: entry?.roleId ?? null,
      personId: entry?.personId ?? null,
    })
    setMaking(false)
    if (typeof made === 'string') {
      if (entry !== null) entries?.leave(entry)
      setProblem(words.problem[made])
      return
    }
    setRole('')
    setName('')
    setChosen(null)
    setProblem(null)
    onMade(made)
  }

  const company = companies[side]
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <div className={styles.line}>
        {sides.length === 2 ? (
          <Select<Side>
            label={words.form.side}
            hideLabel
            value={side}
            onChange={setSide}
            className={styles.side}
            options={sides.map((one) => ({ value: one, label: companies[one], icon: <SideMark side={one} /> }))}
          />
        ) : (
          <span className={styles.ownSide}>
            <SideMark side={side} />
            {company}
          </span>
        )}
        <ComboInput
          label={words.form.role}
          hideLabel
          className={styles.grow}
          placeholder={words.form.roleHint}
          value={role}
          onChange={(next) => {
            setRole(next.slice(0, MOST_LETTERS))
            setSide(side)
            setProblem(null)
          }}
          onPick={(id) => {
            const known = roster.roles.find((one) => one.id === id)
            if (known !== undefined) setName(nameOf(known, roster.people) ?? '')
          }}
          suggestions={roster.roles
            .filter((one) => one.side === side && one.title.trim() !== '')
            .map((one) => ({
              id: one.id,
              label: one.title,
              detail: nameOf(one, roster.people) ?? markWords.owner.open,
            }))}
        />
        <TextInput
          label={words.form.name}
          hideLabel
          className={styles.grow}
          placeholder={words.form.nameHint}
          value={name}
          onChange={(next) => {
            setName(next)
            setProblem(null)
          }}
          onEnter={() => void make()}
          maxLength={MOST_LETTERS}
        />
        {options.length > 1 && (
          <Select<Right>
            label={words.form.access}
            hideLabel
            value={right}
            onChange={setChosen}
            options={options}
            className={styles.right}
          />
        )}
        <Button type="submit" look="primary" busy={making} className={styles.make}>
          {words.createLink}
        </Button>
      </div>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {problem === null && first && (
        <p className={styles.note}>{words.form.firstOfOthers(possessive(shortCompany(company)))}</p>
      )}
      {problem === null && options.length === 1 && <p className={styles.note}>{words.form.onlyReading}</p>}
    </form>
  )
}

function firstSide(sides: readonly Side[], startWith: Role | null, offered: Side): Side {
  const wanted = startWith?.side ?? offered
  return sides.includes(wanted) ? wanted : (sides[0] ?? offered)
}
