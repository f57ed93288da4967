/**
 * A link was revoked or lowered while this device still had something to send. Nothing of it is thrown away unasked:
 * it can go on as a plan of one's own, or be dropped. Both end this document and open what stands then.
 */
import { useState, type ReactNode } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useMe } from '../../hooks/use-me.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { useSyncStatus, useUnsent } from '../../hooks/use-sync-status.ts'
import { Button } from '../../ui/Button.tsx'
import { WarningIcon } from '../../ui/icons/icons.tsx'
import { useNavigate } from '../../ui/Link.tsx'
import { linkTroubleWords } from '../../words/sync-status/link-trouble.ts'
import styles from './SaveState.module.css'
import { unsentQuestion } from './unsent-question.ts'

export function UnsentChanges(): ReactNode {
  const device = useDevice()
  const { planId } = usePlanSession()
  const access = useAccess()
  const status = useSyncStatus()
  const plan = usePlanFields('buyer', 'seller')
  const me = useMe()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<'keep' | 'discard' | null>(null)
  const [failed, setFailed] = useState(false)
  const question = unsentQuestion(status, access, useUnsent())
  if (question === null) return null

  const run = async (what: 'keep' | 'discard') => {
    setDoing(what)
    setFailed(false)
    try {
      if (what === 'discard') await device.discardUnsent(planId)
      else {
        const side = access.side ?? 'buyer'
        const company = side === 'buyer' ? plan.buyer : plan.seller
        const own = await device.keepAsOwn(planId, me ?? { side, company, role: access.role, name: access.name })
        navigate(`/p/${own}`)
      }
    } catch {
      setFailed(true)
    } finally {
      setDoing(null)
    }
  }

  return (
    <section className={styles.question} aria-label={linkTroubleWords.unsent.section}>
      <WarningIcon />
      <div>
        <h2>{question.title}</h2>
        <p>{question.body}</p>
        {failed && <p role="alert">{linkTroubleWords.unsent.failed}</p>}
        <div className={styles.ways}>
          <Button size="sm" busy={doing === 'keep'} onPress={() => void run('keep')}>
            {question.keep}
          </Button>
          <Button size="sm" look="quiet" busy={doing === 'discard'} onPress={() => void run('discard')}>
            {question.discard}
          </Button>
        </div>
      </div>
    </section>
  )
}
