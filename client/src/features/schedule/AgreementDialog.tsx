/**
 * The agreement, milestone by milestone: what stands, what each side wishes, what today's dates are, and each side's word on
 * whether the milestone is right for its organisation. Accepting takes an offer as it is; answering is an offer of one's own.
 */
import {
  acceptOffer,
  agreedAsPromise,
  earlierAgreements,
  makeOffer,
  reschedule,
  withdrawOffer,
  type Offer,
  type Plan,
} from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { shortDayText } from '../../format/day.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { useOutlook } from '../../hooks/use-outlook.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { companyOf } from '../../format/names.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { unnamedWords } from '../../words/unnamed.ts'
import { agreementText } from '../../words/schedule/agreement-text.ts'
import { agreementWords as words } from '../../words/schedule/agreement.ts'
import { schedulePanelWords } from '../../words/schedule/panel.ts'
import { AgreementTable } from './AgreementTable.tsx'
import { agreementRows, answerDays, type Wishes } from './agreement-rows.ts'
import { agreementState, turnOf } from './agreement-state.ts'
import styles from './AgreementDialog.module.css'

export function AgreementDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const plan = usePlan()
  const outlook = useOutlook()
  const { doc, undo } = usePlanSession()
  const { canEdit, side } = useAccess()
  const announce = useAnnounce()
  /** Dates of one's own, while an answer is being put together; null: nobody is answering. */
  const [wishes, setWishes] = useState<Wishes | null>(null)
  const [promising, setPromising] = useState(true)
  const state = agreementState(plan, outlook)
  const turn = canEdit ? turnOf(state, side) : null
  const { open, standing } = state
  const promises = turn === 'mine' && open !== null ? agreedAsPromise(plan, open) : []
  const answered = wishes === null ? null : answerDays(plan, outlook, wishes)

  const accept = (offer: Offer) => {
    undo.stopCapturing()
    const done = acceptOffer(doc, offer.id)
    // What both agree to is nobody's doing: no move, no cause.
    if (done === 'changed' && promising) reschedule(doc, promises, () => null)
    undo.stopCapturing()
    announce.own(done === 'changed' ? words.agreed : words.newerOffer)
  }
  const answer = () => {
    if (answered === null) return
    undo.stopCapturing()
    makeOffer(doc, answered)
    setWishes(null)
    announce.own(words.offered)
  }

  return (
    <Dialog
      title={words.title}
      lead={agreementText(plan, outlook, state)}
      size="lg"
      isOpen
      onClose={onClose}
      footer={
        wishes === null ? (
          <>
            {turn === 'mine' && open !== null && (
              <>
                <Button onPress={() => setWishes(new Map())}>{words.answer}</Button>
                <Button look="primary" onPress={() => accept(open)}>
                  {words.agree}
                </Button>
              </>
            )}
            {turn === 'theirs' && open !== null && (
              <>
                <Button look="quiet" onPress={() => withdrawOffer(doc, open.id)}>
                  {words.withdraw}
                </Button>
                {state.differs && <Button onPress={() => setWishes(new Map())}>{words.offerOther}</Button>}
              </>
            )}
            {canEdit && open === null && (
              <>
                {standing !== null && (
                  <Button look="quiet" onPress={() => withdrawOffer(doc, standing.id)}>
                    {words.end}
                  </Button>
                )}
                <Button onPress={() => setWishes(new Map())}>{words.offerOther}</Button>
              </>
            )}
          </>
        ) : (
          <>
            <Button look="quiet" onPress={() => setWishes(null)}>
              {words.back}
            </Button>
            <Button look="primary" onPress={answer}>
              {schedulePanelWords.agreement.offerDates}
            </Button>
          </>
        )
      }
    >
      <DialogBody className={styles.body}>
        <AgreementTable
          plan={plan}
          outlook={outlook}
          rows={agreementRows(plan, outlook, answered)}
          side={canEdit ? side : null}
          wishes={wishes}
          onWish={(id, date) => setWishes(new Map([...(wishes ?? []), [id, date]]))}
        />
        {promises.length > 0 && wishes === null && (
          <Checkbox checked={promising} onChange={setPromising}>
            {words.promise(promises.map(({ id }) => String(outlook.milestones.get(id)?.number ?? '')))}
          </Checkbox>
        )}
        <Earlier plan={plan} today={outlook.today} />
      </DialogBody>
    </Dialog>
  )
}

/** What was agreed before stays readable, whatever was agreed since. */
function Earlier({ plan, today }: { readonly plan: Plan; readonly today: string }) {
  const earlier = earlierAgreements(plan)
  if (earlier.length === 0) return null
  const titleOf = (id: string) =>
    [...plan.milestones, ...plan.archivedMilestones].find((one) => one.id === id)?.title || unnamedWords.milestone
  const day = (at: number) => shortDayText(new Date(at).toISOString().slice(0, 10), today)
  const said = ({ accepted, at, side, withdrawn }: Offer) => {
    const text = withdrawn === null ? words.earlier.offered : words.earlier.offeredAndEnded
    return text(day(accepted?.at ?? at), companyOf(plan, side))
  }
  return (
    <section className={styles.earlier}>
      <h3>{words.earlier.heading}</h3>
      {earlier.toReversed().map((offer) => (
        <details key={offer.id}>
          <summary>{said(offer)}</summary>
          <ul>
            {Object.entries(offer.days).map(([id, { date }]) => (
              <li key={id}>
                <span>{titleOf(id)}</span>
                <time dateTime={date}>{shortDayText(date, today)}</time>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
