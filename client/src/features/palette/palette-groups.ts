/**
 * What the palette shows under which heading. Nothing typed: what was used lately, then the milestones, the actions and the
 * plans. Something typed: only what matches, the group with the best match first, because Enter takes the first entry.
 */
import type { Action } from '../../hooks/use-actions.ts'
import { ranked } from '../../ui/rank.ts'
import { paletteWords as words } from '../../words/palette.ts'

export interface PaletteGroup {
  readonly title: string
  readonly items: readonly Action[]
}

const MOST_RECENT = 5
const MOST_IN_A_GROUP = 8
/** More than are shown: some of them belong to other plans. */
const MOST_KEPT = 30

const KINDS: readonly Action['kind'][] = ['milestone', 'role', 'step', 'action', 'plan']

/** What is meant more often first, where nothing else tells: a milestone before the steps of another. */
export function inOrder(actions: readonly Action[]): readonly Action[] {
  return actions.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

export function groupsOf(actions: readonly Action[], typed: string, used: readonly string[]): readonly PaletteGroup[] {
  return typed.trim() === '' ? atRest(actions, used) : searched(actions, typed)
}

/** The ids that were used, the latest first. */
export function withUsed(used: readonly string[], id: string): readonly string[] {
  return [id, ...used.filter((other) => other !== id)].slice(0, MOST_KEPT)
}

function atRest(actions: readonly Action[], used: readonly string[]): readonly PaletteGroup[] {
  const recent = used.flatMap((id) => actions.find((action) => action.id === id) ?? []).slice(0, MOST_RECENT)
  const others = actions.filter((action) => !recent.includes(action))
  const of = (kind: Action['kind']) => others.filter((action) => action.kind === kind)
  return [
    { title: words.recent, items: recent },
    // Steps and roles are found by typing: forty of them would bury the rest.
    { title: words.plan, items: of('milestone') },
    { title: words.actions, items: of('action') },
    { title: words.plans, items: of('plan').slice(0, MOST_IN_A_GROUP) },
  ]
}

function searched(actions: readonly Action[], typed: string): readonly PaletteGroup[] {
  const found = ranked(actions, typed)
  const groups = Map.groupBy(found, titleOf)
  return [...groups].map(([title, items]) => ({ title, items: items.slice(0, MOST_IN_A_GROUP) }))
}

function titleOf({ kind }: Action): string {
  return kind === 'action' ? words.actions : kind === 'plan' ? words.plans : words.plan
}
