/**
 * Who owns what, out of the words of a sheet: the roles and people of the plan where they are meant, new ones where not. A
 * sheet says "AP Director", "Ingrid Solheim", "Ingrid Solheim (AP Director)" or only "Halden"; a plan has a role first and
 * maybe a person in it. Gathers as it goes: the same words are the same role in every row.
 */
import type { Person, Plan, Role, Side } from '@milepost/plan'
import { companyOf } from '../../format/names.ts'
import { plain } from '../../ui/rank.ts'
import { importDoorWords } from '../../words/import/door.ts'
import type { DraftOwner } from './plan-draft.ts'
import { looksLikeName, readSide, sideOfTitle } from './read-words.ts'

const words = importDoorWords.unnamed

/** What a person made of a new role in the panel. */
export interface OwnerChoice {
  readonly title?: string
  readonly side?: Side
}

export interface OwnerCells {
  readonly owner: string
  readonly person: string
  readonly side: string
}

type Known = Pick<Plan, 'roles' | 'people' | 'buyer' | 'seller'>

export interface OwnerBook {
  /** The owners that the cells of one row name, at most two, by their keys. */
  readonly of: (cells: OwnerCells) => readonly [owner: string | null, withOwner: string | null]
  readonly all: () => readonly DraftOwner[]
}

export function ownerBook(plan: Known, choices: ReadonlyMap<string, OwnerChoice>): OwnerBook {
  const found = new Map<string, DraftOwner>()
  /** New ones by what they are called, whichever side they are on. */
  const added = new Map<string, readonly DraftOwner[]>()

  function keep(read: Named, side: Side | null): string {
    // "dana okafor" is somebody whom the plan knows, not a role.
    const isPerson = read.name === '' && personCalled(plan, read.title, side) !== undefined
    const words = isPerson ? { title: '', name: read.title } : read
    const known = ownerInPlan(plan, words, side)
    if (known !== null) {
      if (!found.has(known.key)) found.set(known.key, known)
      return known.key
    }
    // Both sides may have a role of this name; where a row does not say whose it is, it is the one that was said before.
    const called = `${folded(words.title)}|${folded(words.name)}|`
    const alike = added.get(called) ?? []
    const same = alike.find((owner) => side === null || owner.side === side)
    if (same !== undefined) return same.key
    const key = `${called}${side ?? ''}`
    const owner = newOwner(plan, key, words, side, choices.get(key))
    found.set(key, owner)
    added.set(called, [...alike, owner])
    return key
  }

  return {
    of({ owner, person, side: sideCell }) {
      const side = readSide(sideCell, plan)
      const own = side === 'both' ? null : side
      const named = namesIn(owner, person)
      if (named.length > 0) {
        const keys = named.flatMap((words) => {
          const company = words.title === '' || words.name !== '' ? null : readSide(words.title, plan)
          return company === null ? [keep(words, own)] : teams(company).map((team) => keep(teamOf(plan, team), team))
        })
        return [keys[0] ?? null, keys[1] ?? null]
      }
      if (side === null) return [null, null]
      const [first, second] = teams(side).map((team) => keep(teamOf(plan, team), team))
      return [first ?? null, second ?? null]
    },
    all: () => [...found.values()],
  }
}

function teams(side: Side | 'both'): readonly Side[] {
  return side === 'both' ? ['buyer', 'seller'] : [side]
}

/** Where a sheet names a company and nobody in it. */
function teamOf(plan: Known, side: Side): Named {
  return { title: words.team(companyOf(plan, side)), name: '' }
}

interface Named {
  readonly title: string
  readonly name: string
}

const APART = /\s+(?:&|\+|\/)\s+|\s*[;|]\s*/u

function namesIn(owner: string, person: string): readonly Named[] {
  const roles = owner.split(APART).map(cleaned).filter((words) => words !== '') // prettier-ignore
  const people = person.split(APART).map(cleaned).filter((words) => words !== '') // prettier-ignore
  if (roles.length === 0) return people.map((name) => ({ title: '', name }))
  return roles.map((words, at) => {
    const name = people[at]
    return name === undefined || people.length !== roles.length
      ? titleAndName(words, people[at] ?? '')
      : { title: words, name }
  })
}

/** Without the "@" of a mention and the address behind a name. */
function cleaned(words: string): string {
  return words
    .replace(/^@/u, '')
    .replaceAll(/\s*<[^>]*>/gu, '')
    .trim()
}

/** "AP Director – Ingrid Solheim", "Ingrid Solheim (AP Director)", "AP Director (Ingrid Solheim)". */
function titleAndName(words: string, person: string): Named {
  if (person !== '') return { title: words, name: person }
  const two = /^(.+?)\s+[–—-]\s+(.+)$/u.exec(words) ?? /^(.+?)\s*\((.+)\)$/u.exec(words)
  if (two !== null) {
    const [first, second] = [(two[1] ?? '').trim(), (two[2] ?? '').trim()]
    if (looksLikeName(second) && !looksLikeName(first)) return { title: first, name: second }
    if (looksLikeName(first)) return { title: second, name: first }
  }
  return looksLikeName(words) ? { title: '', name: words } : { title: words, name: '' }
}

/** The role of the plan that is meant; whoever stands in it stays in it. */
function ownerInPlan(plan: Known, { title, name }: Named, side: Side | null): DraftOwner | null {
  const ofSide = (one: { readonly side: Side }) => side === null || one.side === side
  const roles = plan.roles.filter((role) => title !== '' && folded(role.title) === folded(title))
  const role = roles.find(ofSide) ?? (side === null ? roles[0] : undefined)
  if (role !== undefined) return draftOf(plan, role, name)
  const person = personCalled(plan, name === '' ? title : name, side)
  const theirs = person === undefined ? undefined : plan.roles.find(({ personId }) => personId === person.id)
  return theirs === undefined || (title !== '' && name !== '') ? null : draftOf(plan, theirs, '')
}

function draftOf(plan: Known, role: Role, name: string): DraftOwner {
  const standing = plan.people.find(({ id }) => id === role.personId)
  const known = standing ?? personCalled(plan, name, role.side)
  return {
    key: role.id,
    title: role.title,
    name: standing?.name ?? name,
    side: role.side,
    roleId: role.id,
    personId: known?.id ?? null,
  }
}

function newOwner(
  plan: Known,
  key: string,
  { title, name }: Named,
  side: Side | null,
  choice: OwnerChoice | undefined,
): DraftOwner {
  const person = personCalled(plan, name, side)
  const asked = choice?.title?.trim() ?? ''
  return {
    key,
    title: asked !== '' ? asked : title === '' ? words.role : title,
    name: person?.name ?? name,
    side: choice?.side ?? side ?? person?.side ?? sideOfTitle(title),
    roleId: null,
    personId: person?.id ?? null,
  }
}

function personCalled(plan: Known, name: string, side: Side | null): Person | undefined {
  if (name === '') return undefined
  const called = plan.people.filter((person) => folded(person.name) === folded(name))
  return side === null ? called[0] : called.find((person) => person.side === side)
}

export function folded(text: string): string {
  return plain(text).replaceAll(/\s+/gu, ' ').trim()
}
