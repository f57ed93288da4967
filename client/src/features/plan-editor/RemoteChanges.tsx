/**
 * Tells those who listen to the page what others changed: gathered, polite, without a look at the focus. Who it was is
 * what the plan says about the connection that wrote it (a claim, like every name on the page).
 */
import { fragmentOf, ORIGINS, presencesOf, readPlan, type Plan, type PlanDoc, type RichRef } from '@milepost/plan'
import { useEffect } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Transaction } from 'yjs'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { lineWords } from '../../words/lines.ts'
import { remoteChangeWords as words } from '../../words/plan-editor/remote-changes.ts'
import { changesBetween, changesText, type PlaceChange } from './remote-changes.ts'

/** Letters come one by one; what somebody does in this time is one sentence. */
const GATHER_MS = 2500

export function RemoteChanges(): null {
  const { doc, awareness } = usePlanSession()
  const announce = useAnnounce()
  useEffect(() => {
    let before = readPlan(doc)
    let gathered = new Map<string, Map<string, Set<string>>>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const speak = () => {
      timer = null
      for (const text of changesText(gathered)) announce.remote(text)
      gathered = new Map()
    }
    const hear = (transaction: Transaction) => {
      const after = readPlan(doc)
      const earlier = before
      before = after
      if (transaction.local || transaction.origin === ORIGINS.storage) return
      const changes = [...changesBetween(earlier, after), ...richTextChanges(transaction, doc, after)]
      if (changes.length === 0) return
      const name = namesOf(transaction, after, doc, awareness)
      const places = gathered.get(name) ?? new Map<string, Set<string>>()
      gathered.set(name, places)
      for (const { place, things } of changes) {
        const known = places.get(place) ?? new Set<string>()
        places.set(place, known)
        for (const thing of things) known.add(thing)
      }
      timer ??= setTimeout(speak, GATHER_MS)
    }
    doc.ydoc.on('afterTransaction', hear)
    return () => {
      doc.ydoc.off('afterTransaction', hear)
      if (timer !== null) clearTimeout(timer)
    }
  }, [doc, awareness, announce])
  return null
}

/** What was written in rich texts: the reading of the plan does not hold their words. */
function richTextChanges(transaction: Transaction, doc: PlanDoc, plan: Plan): readonly PlaceChange[] {
  const isChanged = (ref: RichRef) => {
    const fragment = fragmentOf(doc, ref)
    // A set of what changed, asked for one thing: which events each type has is of no interest here.
    const changed: ReadonlyMap<unknown, unknown> = transaction.changedParentTypes
    return fragment !== null && changed.has(fragment)
  }
  return [
    ...(isChanged({ kind: 'valueProposition' }) ? [{ place: words.places.head, things: ['valueProposition'] }] : []),
    ...plan.milestones.flatMap(({ id }, index) =>
      isChanged({ kind: 'notes', milestoneId: id })
        ? [{ place: lineWords.milestoneInSentence(index + 1), things: [`${id}:notes`] }]
        : [],
    ),
  ]
}

/** Whose connections added something in this transaction; a pure removal names nobody. */
function namesOf(transaction: Transaction, plan: Plan, doc: PlanDoc, awareness: Awareness): string {
  const clients = [...transaction.afterState]
    .filter(([client, clock]) => client !== doc.ydoc.clientID && clock > (transaction.beforeState.get(client) ?? 0))
    .map(([client]) => client)
  const here = presencesOf(awareness)
  const names = clients.map(
    (client) =>
      here.find(({ clientId }) => clientId === client)?.presence.name ??
      plan.writers.find(({ clientId }) => clientId === client)?.name ??
      '',
  )
  const known = [...new Set(names.filter((name) => name !== ''))]
  return known.length > 1 ? words.others : (known[0]?.split(' ')[0] ?? words.somebody)
}
