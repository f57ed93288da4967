/**
 * The options that the buyer weighs against the criteria, competitors and "stay as we are" included. It is part of the plan
 * and seen by both sides, and says so: nobody should score here what the other side must not read.
 */
import { addOption, archiveOption, restoreOption, SCORE_MOST, setScore, type Option, type Plan } from '@milepost/plan'
import { useState, type ReactNode } from 'react'
import { companyOf } from '../../format/names.ts'
import { useAccess } from '../../hooks/use-access.ts'
import { usePlanFields } from '../../hooks/use-plan.ts'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { Button } from '../../ui/Button.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, PlusIcon } from '../../ui/icons/icons.tsx'
import { Select } from '../../ui/Select.tsx'
import { useWhenBack } from '../../hooks/use-when-back.ts'
import { useToast } from '../../ui/Toast.tsx'
import { commonWords } from '../../words/common.ts'
import { criteriaWords } from '../../words/terms/criteria.ts'
import { optionsWords as words } from '../../words/terms/options.ts'
import styles from './SideBySide.module.css'
import { TermPart } from './TermSection.tsx'
import { TermText } from './TermText.tsx'

/** What the grid shows. */
type Weighed = Pick<Plan, 'options' | 'scores' | 'criteria' | 'buyer' | 'seller'>

export function Options(): ReactNode {
  const plan = usePlanFields('options', 'scores', 'criteria', 'buyer', 'seller')
  const { canEdit } = useAccess()
  const [open, setOpen] = useState(false)
  const { criteria, options } = plan
  if (criteria.length === 0 || (options.length === 0 && !canEdit)) return null
  return (
    <TermPart title={words.title} place="options">
      <Fold open={open} onToggle={() => setOpen(!open)}>
        {options.length === 0 ? words.compare : words.compared(options.length)}
      </Fold>
      {open && <OptionGrid plan={plan} canEdit={canEdit} />}
    </TermPart>
  )
}

function OptionGrid({ plan, canEdit }: { readonly plan: Weighed; readonly canEdit: boolean }) {
  const { criteria, options, scores } = plan
  const scoreOf = (criterionId: string, optionId: string) =>
    scores.find((score) => score.criterionId === criterionId && score.optionId === optionId)?.score ?? null
  return (
    <>
      {options.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wider than its place, it is scrolled with the keyboard too
        <section className={styles.frame} aria-label={words.grid} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.criterion}</th>
                {options.map((option) => (
                  <th key={option.id} scope="col" data-line={option.id}>
                    <OptionTitle option={option} canEdit={canEdit} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {criteria.map((criterion) => (
                <tr key={criterion.id}>
                  <th scope="row">{criterion.text === '' ? criteriaWords.unnamed : criterion.text}</th>
                  {options.map((option) => (
                    <td key={option.id}>
                      <ScoreField
                        label={words.score(option.title, criterion.text, SCORE_MOST)}
                        ids={[criterion.id, option.id]}
                        score={scoreOf(criterion.id, option.id)}
                        canEdit={canEdit}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.together}</th>
                {options.map((option) => {
                  const given = criteria.flatMap(({ id }) => scoreOf(id, option.id) ?? [])
                  return (
                    <td key={option.id}>
                      {words.points(
                        given.reduce((sum, score) => sum + score, 0),
                        criteria.length * SCORE_MOST,
                      )}
                      {given.length < criteria.length && (
                        <small>{words.notScored(criteria.length - given.length)}</small>
                      )}
                    </td>
                  )
                })}
              </tr>
            </tfoot>
          </table>
        </section>
      )}
      {canEdit && <AddOptions plan={plan} />}
      <p className={styles.note}>{words.scale(SCORE_MOST)}</p>
    </>
  )
}

function OptionTitle({ option, canEdit }: { readonly option: Option; readonly canEdit: boolean }) {
  const { doc, undo } = usePlanSession()
  const toast = useToast()
  const whenBack = useWhenBack()
  return (
    <span className={styles.option}>
      <TermText
        target={{ in: 'options', id: option.id, field: 'title' }}
        label={words.option.label}
        placeholder={words.option.placeholder}
      />
      {canEdit && (
        <IconButton
          size="sm"
          label={words.remove(option.title)}
          icon={<CloseIcon size={14} />}
          onPress={() => {
            undo.stopCapturing()
            if (archiveOption(doc, option.id) !== 'changed') return
            whenBack(
              option.id,
              toast({
                text: words.removed(option.title),
                action: { label: commonWords.undo, keys: 'Mod+Z', onAction: () => void restoreOption(doc, option.id) },
              }),
            )
          }}
        />
      )}
    </span>
  )
}

const POINTS = Array.from({ length: SCORE_MOST + 1 }, (_, points) => String(points))

interface ScoreFieldProps {
  readonly label: string
  readonly ids: readonly [criterion: Plan['criteria'][number]['id'], option: Option['id']]
  readonly score: number | null
  readonly canEdit: boolean
}

function ScoreField({ label, ids: [criterionId, optionId], score, canEdit }: ScoreFieldProps) {
  const { doc, undo } = usePlanSession()
  if (!canEdit) return <span>{score ?? '–'}</span>
  return (
    <Select
      look="quiet"
      label={label}
      hideLabel
      value={score === null ? '' : String(score)}
      options={[{ value: '', label: '–' }, ...POINTS.map((value) => ({ value, label: value }))]}
      onChange={(value) => {
        undo.stopCapturing()
        setScore(doc, criterionId, optionId, value === '' ? null : Number(value))
      }}
    />
  )
}

/** The two that belong to every comparison, and one's own. */
function AddOptions({ plan }: { readonly plan: Weighed }) {
  const { doc, undo } = usePlanSession()
  const titles = new Set(plan.options.map(({ title }) => title.trim().toLowerCase()))
  const typical = [companyOf(plan, 'seller'), words.stay].filter((title) => !titles.has(title.toLowerCase()))
  const add = (title: string) => {
    undo.stopCapturing()
    addOption(doc, title)
  }
  return (
    <p className={styles.adds}>
      {typical.map((title) => (
        <Button key={title} look="quiet" size="sm" onPress={() => add(title)}>
          <PlusIcon size={14} />
          {title}
        </Button>
      ))}
      <Button look="quiet" size="sm" onPress={() => add('')}>
        <PlusIcon size={14} />
        {words.another}
      </Button>
    </p>
  )
}
