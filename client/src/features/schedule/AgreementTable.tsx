/** One line a milestone: agreed, wished, today, and each side's word. A real table: it is read across and down. */
import {
  baselineOf,
  confirmMilestone,
  type ConfirmationState,
  type MilestoneId,
  type Plan,
  type PlanOutlook,
  type Side,
} from '@milepost/plan'
import { parseLocalDate, type LocalDate } from '@milepost/schedule'
import type { ReactNode } from 'react'
import { dayText } from '../../format/day.ts'
import { companyOf } from '../../format/names.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { classNames } from '../../ui/class-names.ts'
import { DateField } from '../../ui/DateField.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { Stone } from '../../ui/Stone.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { confirmationWords } from '../../words/confirmations.ts'
import { unnamedWords } from '../../words/unnamed.ts'
import { agreementWords } from '../../words/schedule/agreement.ts'
import type { AgreementRow } from './agreement-state.ts'
import styles from './AgreementDialog.module.css'
import type { Wishes } from './agreement-rows.ts'

interface AgreementTableProps {
  readonly plan: Plan
  readonly outlook: PlanOutlook
  readonly rows: readonly AgreementRow[]
  /** One's own side, where one may speak for it. */
  readonly side: Side | null
  readonly wishes: Wishes | null
  readonly onWish: (id: MilestoneId, date: LocalDate) => void
}

const words = agreementWords.table

const SIDES = ['buyer', 'seller'] as const

export function AgreementTable({ plan, outlook, rows, side, wishes, onWish }: AgreementTableProps): ReactNode {
  const { today, scope } = outlook
  const gone = [...plan.milestones, ...plan.archivedMilestones].filter(({ id }) => scope.dropped.includes(id))
  const offering = SIDES.filter((one) => rows.some((row) => row.wishes[one] !== undefined))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.milestone}</th>
          <th scope="col">{words.agreed}</th>
          {offering.map((one) => (
            <th key={one} scope="col">
              <span className={styles.party}>
                <SideMark side={one} />
                {words.offers(companyOf(plan, one))}
              </span>
            </th>
          ))}
          <th scope="col">{wishes === null ? words.now : words.yourOffer}</th>
          <th scope="col">{words.rightForUs}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <span className={styles.name}>
                <Stone number={row.number} small />
                <span>{row.title}</span>
                {scope.added.includes(row.id) && <Tag>{words.added}</Tag>}
              </span>
            </th>
            <td data-label={words.agreed}>{row.agreed === null ? '–' : dayText(row.agreed, today)}</td>
            {offering.map((one) => (
              <td
                key={one}
                data-label={words.offers(companyOf(plan, one))}
                className={classNames(row.wishes[one] !== undefined && styles.wish)}
              >
                {dayOrDash(row.wishes[one], today)}
              </td>
            ))}
            <td
              data-label={wishes === null ? words.now : words.yourOffer}
              className={classNames(row.agreed !== null && row.agreed !== row.now && styles.differs)}
            >
              {wishes !== null && plan.milestones.find(({ id }) => id === row.id)?.done === null ? (
                <>
                  <DateField
                    label={words.yourDate(row.number)}
                    hideLabel
                    look="quiet"
                    clearable={false}
                    value={row.now}
                    onChange={(value) => {
                      const date = parseLocalDate(value)
                      if (date !== null) onWish(row.id, date)
                    }}
                  />
                  {(wishes.get(row.id) ?? row.now) < row.now && (
                    <small className={styles.tooEarly}>
                      {words.tooEarly(dayText(wishes.get(row.id) ?? row.now, today))}
                    </small>
                  )}
                </>
              ) : (
                dayText(row.now, today)
              )}
            </td>
            <td>
              <Words plan={plan} outlook={outlook} row={row} side={side} />
            </td>
          </tr>
        ))}
        {gone.map(({ id, title }) => (
          <tr key={id} className={styles.gone}>
            <th scope="row">
              {title || unnamedWords.milestone} <Tag>{words.leftOut}</Tag>
            </th>
            <td colSpan={3 + offering.length}>{dayOrDash(agreedOf(plan, id), today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function agreedOf(plan: Plan, id: MilestoneId): LocalDate | undefined {
  return baselineOf(plan.offers).offer?.days[id]?.date
}

function dayOrDash(day: LocalDate | undefined, today: LocalDate): string {
  return day === undefined ? '–' : dayText(day, today)
}

/** Each side's word; one's own can be given, changed and taken back here. */
function Words({
  plan,
  outlook,
  row,
  side,
}: Pick<AgreementTableProps, 'plan' | 'outlook' | 'side'> & { readonly row: AgreementRow }) {
  const { doc, undo } = usePlanSession()
  const confirmed = outlook.milestones.get(row.id)?.confirmed
  const say = (state: ConfirmationState) => {
    undo.stopCapturing()
    confirmMilestone(doc, row.id, side !== null && confirmed?.[side] === state ? null : state)
  }
  return (
    <span className={styles.words}>
      {SIDES.filter((one) => one !== side).map((one) => (
        <span key={one} className={styles.word}>
          <SideMark side={one} />
          {words.word(companyOf(plan, one), confirmed?.[one] ?? null)}
        </span>
      ))}
      {side !== null && (
        <span
          className={styles.own}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would bring a frame and a legend
          role="group"
          aria-label={confirmationWords.asked(row.number, companyOf(plan, side))}
        >
          <SideMark side={side} />
          <button type="button" aria-pressed={confirmed?.[side] === 'confirmed'} onClick={() => say('confirmed')}>
            {confirmationWords.yes}
          </button>
          <button type="button" aria-pressed={confirmed?.[side] === 'disputed'} onClick={() => say('disputed')}>
            {confirmationWords.no}
          </button>
        </span>
      )}
    </span>
  )
}
