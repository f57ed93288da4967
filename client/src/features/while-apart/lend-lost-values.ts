/** Draws nothing until a choice was lost; from then on the places of the page say it. */
import type { LostValueLender } from '../../hooks/lost-value-slot.tsx'
import type { PlanSession } from '../../hooks/plan-session-context.tsx'

/** Answers what ends it. */
export async function lendLostValues(
  { lookBack }: PlanSession,
  lend: (lent: LostValueLender) => void,
): Promise<() => void> {
  const { overruled } = await lookBack()
  let isLent = false
  const look = async () => {
    if (isLent || overruled.open.get().length === 0) return
    isLent = true
    try {
      const { lostValue } = await import('./LostValue.tsx')
      lend({ LostValue: lostValue(overruled) })
    } catch {
      isLent = false
    }
  }
  const off = overruled.open.subscribe(() => void look())
  await look()
  return off
}
