/** When both teams look at the plan together: one sentence, and a small form behind it. */
import { setMeta, type CheckIn } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import fieldStyles from '../../ui/field.module.css'
import { CalendarIcon } from '../../ui/icons/icons.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { Select } from '../../ui/Select.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { checkInText, MINUTES, RHYTHMS, WEEKDAYS } from './check-in-words.ts'
import { TermPart } from './TermSection.tsx'
import styles from './Terms.module.css'

const FIRST: CheckIn = { every: 'week', weekday: 4, minutes: 25, roleIds: [] }

export function CheckIns(): ReactNode {
  const plan = usePlanFields('checkIn', 'roles')
  const { canEdit } = useAccess()
  const [open, setOpen] = useState(false)
  const { checkIn } = plan
  if (checkIn === null && !canEdit) return null
  const words = checkIn === null ? 'No rhythm yet' : checkInText(plan, checkIn)
  return (
    <TermPart title="Check-in" place="checkIn">
      {canEdit ? (
        <Popover
          label="Check-in"
          isOpen={open}
          onOpenChange={setOpen}
          trigger={
            <Button look="quiet" className={styles.sentence}>
              <CalendarIcon size={14} />
              <span>{checkIn === null ? 'Set a rhythm in which both teams look at the plan' : words}</span>
            </Button>
          }
        >
          {(close) => <CheckInForm close={close} />}
        </Popover>
      ) : (
        <p>{words}</p>
      )}
    </TermPart>
  )
}

function CheckInForm({ close }: { readonly close: () => void }) {
  const { doc, undo } = usePlanSession()
  const plan = usePlanFields('checkIn', 'roles')
  const checkIn = plan.checkIn ?? FIRST
  const set = (change: Partial<CheckIn>) => {
    undo.stopCapturing()
    setMeta(doc, 'checkIn', { ...checkIn, ...change })
  }
  const minutes = [...new Set([...MINUTES, checkIn.minutes])].toSorted((a, b) => a - b)
  return (
    <div className={styles.form}>
      <Select label="How often" value={checkIn.every} options={RHYTHMS} onChange={(every) => set({ every })} />
      <div className={styles.two}>
        <Select
          label="On"
          value={String(checkIn.weekday)}
          options={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
          onChange={(weekday) => set({ weekday: Number(weekday) })}
        />
        <Select
          label="For"
          value={String(checkIn.minutes)}
          options={minutes.map((value) => ({ value: String(value), label: `${value} minutes` }))}
          onChange={(value) => set({ minutes: Number(value) })}
        />
      </div>
      {plan.roles.length > 0 && (
        <fieldset className={styles.choices}>
          <legend className={fieldStyles.label}>Who takes part</legend>
          {plan.roles.map(({ id, title, side }) => (
            <Checkbox
              key={id}
              checked={checkIn.roleIds.includes(id)}
              onChange={(takesPart) =>
                set({
                  roleIds: takesPart ? [...checkIn.roleIds, id] : checkIn.roleIds.filter((other) => other !== id),
                })
              }
            >
              <SideMark side={side} /> {title === '' ? 'A role without a title' : title}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <p className={styles.ways}>
        {plan.checkIn === null ? (
          <Button size="sm" look="primary" onPress={() => (set({}), close())}>
            Set the rhythm
          </Button>
        ) : (
          <Button
            size="sm"
            look="danger"
            onPress={() => {
              undo.stopCapturing()
              setMeta(doc, 'checkIn', null)
              close()
            }}
          >
            No check-ins
          </Button>
        )}
      </p>
    </div>
  )
}
