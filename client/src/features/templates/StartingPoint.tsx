/**
 * Says of a plan made from a template that it is only a start, until the other side has changed something of it: a plan that
 * one side wrote alone is not mutual. Who wrote is what the document's own list of writers says, so it goes by itself, for
 * everybody at once.
 */
import { companyOf } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { useIsLocal } from '../../hooks/use-sync-status.ts'
import { planTemplatesWords as words } from '../../words/templates/plan-templates.ts'
import styles from './StartingPoint.module.css'

export function StartingPoint() {
  const isLocal = useIsLocal()
  const { canEdit } = useAccess()
  const plan = usePlanFields('template', 'writers', 'buyer', 'seller')
  const { template, writers } = plan
  const side = writers[0]?.side
  // What never leaves this device has no other side to wait for.
  if (template === null || template.id === 'blank' || isLocal || side === undefined) return null
  if (writers.some((writer) => writer.side !== side)) return null
  return (
    <p className={styles.line}>
      {words.startingPoint(companyOf(plan, side === 'buyer' ? 'seller' : 'buyer'), canEdit)}
    </p>
  )
}
