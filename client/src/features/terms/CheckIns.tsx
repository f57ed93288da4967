/** When both teams look at the plan together: one sentence, and a small form behind it. */
import { setMeta, type CheckIn, type Plan } from '@milepost/plan'
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
import { unnamedWords } from '../../words/unnamed.ts'
import { waysWords } from '../../words/terms/ways.ts'
import { TermPart } from './TermSection.tsx'
import styles from './Terms.module.css'

const words = waysWords.checkIns
const EVERY = ['week', 'twoWeeks', 'month'] as const
const MINUTES = [15, 25, 30, 45, 60, 90] as const
const FIRST: CheckIn = { every: 'week', weekday: 4, minutes: 25, roleIds: [] }

export function CheckIns(): ReactNode {
  const plan = usePlanFields('checkIn', 'roles')
  const { canEdit } = useAccess()
  const [open, setOpen] = useState(false)
  const { checkIn } = plan
  if (checkIn === null && !canEdit) return null
  const sentence = checkIn === null ? words.none : words.sentence(checkIn, titlesOf(plan.roles, checkIn))
  return (
    <TermPart title={words.title} place="checkIn">
      {canEdit ? (
        <Popover
          label={words.title}
          isOpen={open}
          onOpenChange={setOpen}
          trigger={
            <Button look="quiet" className={styles.sentence}>
              <CalendarIcon size={14} />
              <span>{checkIn === null ? words.begin : sentence}</span>
            </Button>
          }
        >
          {(close) => <CheckInForm close={close} />}
        </Popover>
      ) : (
        <p>{sentence}</p>
      )}
    </TermPart>
  )
}

function titlesOf(roles: Plan['roles'], { roleIds }: CheckIn): readonly string[] {
  return roles.filter(({ id, title }) => roleIds.includes(id) && title !== '').map(({ title }) => title)
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
      <Select
        label={words.howOften}
        value={checkIn.every}
        options={EVERY.map((value) => ({ value, label: words.rhythms[value] }))}
        onChange={(every) => set({ every })}
      />
      <div className={styles.two}>
        <Select
          label={words.on}
          value={String(checkIn.weekday)}
          options={words.weekdays.map((label, index) => ({ value: String(index + 1), label }))}
          onChange={(weekday) => set({ weekday: Number(weekday) })}
        />
        <Select
          label={words.forHowLong}
          value={String(checkIn.minutes)}
          options={minutes.map((value) => ({ value: String(value), label: words.minutes(value) }))}
          onChange={(value) => set({ minutes: Number(value) })}
        />
      </div>
      {plan.roles.length > 0 && (
        <fieldset className={styles.choices}>
          <legend className={fieldStyles.label}>{words.whoTakesPart}</legend>
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
              <SideMark side={side} /> {title === '' ? unnamedWords.role : title}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <p className={styles.ways}>
        {plan.checkIn === null ? (
          <Button size="sm" look="primary" onPress={() => (set({}), close())}>
            {words.set}
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
            {words.end}
          </Button>
        )}
      </p>
    </div>
  )
}
