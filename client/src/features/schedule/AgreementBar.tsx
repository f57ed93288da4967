/**
 * The foot of the schedule: where both sides stand with these dates, and the one thing to do about it. Whoever cannot
 * change the plan reads the same words without the buttons.
 */
import { makeOffer, offerDays, type Plan, type PlanOutlook } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions, type Action } from '../../hooks/use-actions.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { agreementText } from '../../words/schedule/agreement-text.ts'
import { schedulePanelWords } from '../../words/schedule/panel.ts'
import styles from './AgreementBar.module.css'
import { agreementState, turnOf } from './agreement-state.ts'
import {
  lazyAgreementDialog as AgreementDialog,
  lazyCalendarDialog as CalendarDialog,
  lazyNotesDialog as NotesDialog,
} from './lazy-panels.ts'

interface AgreementBarProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
}

const words = schedulePanelWords.agreement

type Opened = 'agreement' | 'agenda' | 'escalation' | 'calendar' | null

export function AgreementBar({ plan, outlook }: AgreementBarProps): ReactNode {
  const { doc, undo } = usePlanSession()
  const { canEdit, side } = useAccess()
  const announce = useAnnounce()
  const [opened, setOpened] = useState<Opened>(null)
  const state = agreementState(plan, outlook)
  const turn = turnOf(state, side)
  const offer = () => {
    undo.stopCapturing()
    if (makeOffer(doc, offerDays(plan, outlook.today)) !== null) announce.own(words.offered)
  }
  const mayEscalate = side !== null && outlook.goLive !== null && (outlook.goLive.slip ?? 0) > 0
  useActions(() => [
    ...(plan.offers.length > 0 ? [opens('agreement', words.open, setOpened)] : []),
    ...(canEdit ? [opens('calendar', words.calendar, setOpened)] : []),
    opens('agenda', words.agenda, setOpened),
    ...(mayEscalate ? [opens('escalation', words.escalation, setOpened)] : []),
  ])
  return (
    <div className={styles.bar} data-place="agreement">
      <p className={styles.words}>{agreementText(plan, outlook, state)}</p>
      <span className={styles.ways}>
        {canEdit && isDated(outlook) && state.open === null && state.differs && (
          <Button size="sm" onPress={offer}>
            {state.standing === null ? words.offerDates : words.offerToday}
          </Button>
        )}
        {plan.offers.length > 0 && (
          <Button size="sm" look={turn === 'mine' ? 'default' : 'quiet'} onPress={() => setOpened('agreement')}>
            {turn === 'mine' && canEdit ? words.answer : words.open}
          </Button>
        )}
        {canEdit && (
          <Button size="sm" look="quiet" onPress={() => setOpened('calendar')}>
            {words.calendar}
          </Button>
        )}
        <Button size="sm" look="quiet" onPress={() => setOpened('agenda')}>
          {words.agenda}
        </Button>
        {mayEscalate && (
          <Button size="sm" look="quiet" onPress={() => setOpened('escalation')}>
            {words.escalation}
          </Button>
        )}
      </span>
      {opened === 'agreement' && <AgreementDialog onClose={() => setOpened(null)} />}
      {opened === 'calendar' && <CalendarDialog onClose={() => setOpened(null)} />}
      {(opened === 'agenda' || opened === 'escalation') && (
        <NotesDialog kind={opened} onClose={() => setOpened(null)} />
      )}
    </div>
  )
}

function opens(id: Exclude<Opened, null>, label: string, open: (what: Opened) => void): Action {
  return { id, kind: 'action', label, alias: words.aliases[id], run: () => open(id) }
}

/** Where nobody has said a day or how long anything takes, there is nothing to agree on: every forecast is only today. */
function isDated({ goLive }: PlanOutlook): boolean {
  return goLive === null || goLive.dated
}
