/**
 * What a milestone waits for and how long it takes: the two things that a forecast follows from. Only earlier milestones can
 * be waited for; usually it is the one above. What a change would do is shown before it is kept.
 */
import {
  changePlan,
  effectOfChange,
  setMilestoneAfter,
  setMilestoneEstimate,
  type Milestone,
  type MilestoneId,
  type Plan,
  type PlanOutlook,
} from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { shownKeys } from '../../ui/key-words.ts'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import form from '../../ui/small-form.module.css'
import { TextInput } from '../../ui/TextInput.tsx'
import { dateWords } from '../../words/dates.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { waitsForWords as words } from '../../words/schedule/waits-for.ts'
import { EffectBox } from './EffectBox.tsx'
import styles from './WaitsForPanel.module.css'

export interface WaitsForPanelProps {
  readonly milestoneId: MilestoneId
  readonly onClose: () => void
}

export function WaitsForPanel({ milestoneId, onClose }: WaitsForPanelProps): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  const place = plan.milestones.findIndex(({ id }) => id === milestoneId)
  const milestone = plan.milestones[place]
  if (milestone === undefined) return null
  return <Fields plan={plan} outlook={outlook} milestone={milestone} place={place} onClose={onClose} />
}

interface FieldsProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly milestone: Milestone
  readonly place: number
  readonly onClose: () => void
}

const MOST_DAYS = 999

function Fields({ plan, outlook, milestone, place, onClose }: FieldsProps) {
  const { doc, undo } = usePlanSession()
  const announce = useAnnounce()
  const { id } = milestone
  const earlier = plan.milestones.slice(0, place)
  const above = earlier.at(-1)?.id ?? null
  const [chosen, setChosen] = useState<ReadonlySet<MilestoneId>>(() => namedIn(milestone, earlier, above))
  const [days, setDays] = useState(milestone.estimate === null ? '' : `${milestone.estimate}`)
  const after = isSame(chosen, above === null ? [] : [above])
    ? null
    : earlier.filter((one) => chosen.has(one.id)).map((one) => one.id)
  const estimate = estimateIn(days)
  const changed = !isSameLinks(after, milestone.after) || estimate !== milestone.estimate
  const effect = effectOfChange(plan, outlook, { milestones: new Map([[id, { after, estimate }]]) })
  const number = place + 1

  const keep = () => {
    if (!changed) return onClose()
    undo.stopCapturing()
    changePlan(doc, () => {
      setMilestoneAfter(doc, id, after)
      setMilestoneEstimate(doc, id, estimate)
    })
    undo.stopCapturing()
    announce.own(words.kept(number, numbersOf(plan, chosen)))
    onClose()
  }
  const toggle = (other: MilestoneId, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(other)
    else next.delete(other)
    setChosen(next)
  }

  return (
    <div className={form.form}>
      <TextInput
        label={words.takes(number)}
        value={days}
        onChange={(text) => setDays(text.replaceAll(/\D/gu, '').slice(0, 3))}
        onEnter={keep}
        inputMode="text"
        placeholder={dateWords.nobodyHasSaid}
        trail={<span className={styles.unit}>{words.unit}</span>}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a panel opens on its first field
        autoFocus
      />
      <fieldset className={styles.links}>
        <legend>{dateWords.waitsFor}</legend>
        {earlier.length === 0 && <p className={styles.none}>{words.nothingBefore}</p>}
        {earlier.toReversed().map((one) => (
          <Checkbox key={one.id} checked={chosen.has(one.id)} onChange={(on) => toggle(one.id, on)}>
            {outlook.milestones.get(one.id)?.number ?? ''} {one.title || unnamedWords.milestone}
            {one.id === above && <span className={styles.none}>{words.theOneAbove}</span>}
          </Checkbox>
        ))}
      </fieldset>
      {earlier.length > 0 && chosen.size === 0 && <p className={styles.none}>{words.none}</p>}
      {changed && <EffectBox plan={plan} outlook={outlook} effect={effect} />}
      <p className={form.ways}>
        <Button size="sm" look="quiet" onPress={onClose}>
          {words.cancel} <Kbd keys={shownKeys('Escape')} />
        </Button>
        <Button size="sm" look="primary" onPress={keep}>
          {words.keep}
        </Button>
      </p>
    </div>
  )
}

/** As far as it counts: links to what stands later, or nowhere, are not offered and go when it is kept. */
function namedIn(
  { after }: Milestone,
  earlier: readonly Milestone[],
  above: MilestoneId | null,
): ReadonlySet<MilestoneId> {
  if (after === null) return new Set(above === null ? [] : [above])
  return new Set(earlier.filter(({ id }) => after.includes(id)).map(({ id }) => id))
}

function numbersOf(plan: Plan, chosen: ReadonlySet<MilestoneId>): readonly string[] {
  return plan.milestones.flatMap(({ id }, at) => (chosen.has(id) ? [String(at + 1)] : []))
}

function estimateIn(text: string): number | null {
  const days = Number.parseInt(text, 10)
  return Number.isNaN(days) ? null : Math.min(MOST_DAYS, days)
}

function isSame(chosen: ReadonlySet<MilestoneId>, ids: readonly MilestoneId[]): boolean {
  return chosen.size === ids.length && ids.every((id) => chosen.has(id))
}

function isSameLinks(a: readonly MilestoneId[] | null, b: readonly MilestoneId[] | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((id) => b.includes(id))
}
