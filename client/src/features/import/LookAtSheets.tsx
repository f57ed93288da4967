/** The sheets of a file, or pasted cells: which sheet, what its columns hold, who is new, and what comes out of it. */
import { useMemo, useState, type ReactNode } from 'react'
import { isMonthFirst } from '../../format/day.ts'
import { usePlan } from '../../hooks/use-plan.ts'
import { useToday } from '../../hooks/use-today.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { importDoorWords } from '../../words/import/door.ts'
import { importWords } from '../../words/import/look.ts'
import type { Sheet } from './book.ts'
import type { Place } from './bring-in.ts'
import { BringButtons } from './BringButtons.tsx'
import { ColumnChoices } from './ColumnChoices.tsx'
import { DraftPreview } from './DraftPreview.tsx'
import { guessColumns, kindsOf, withKind, type Columns } from './guess-columns.ts'
import styles from './Import.module.css'
import { NewRoles } from './NewRoles.tsx'
import type { OwnerChoice } from './owners.ts'
import type { PlanDraft } from './plan-draft.ts'
import { PlaceSelect } from './PlaceSelect.tsx'
import type { DayOrder } from './read-day.ts'
import { orderOfTable, rowsToDraft } from './rows-to-draft.ts'

const words = importWords.sheets

export interface LookAtSheetsProps {
  /** The file; '' for pasted cells. */
  readonly name: string
  readonly sheets: readonly [Sheet, ...Sheet[]]
  readonly place: Place
  readonly onBring: (draft: PlanDraft, place: Place) => void
  readonly onClose: () => void
}

export function LookAtSheets({ name, sheets, place: startPlace, onBring, onClose }: LookAtSheetsProps): ReactNode {
  const plan = usePlan()
  const today = useToday()
  const [at, setAt] = useState(0)
  const sheet = sheets[at] ?? sheets[0]
  const { table } = sheet
  const guess = useMemo(() => guessColumns(table, today), [table, today])
  /** What a person changed about it; null: nothing. */
  const [columns, setColumns] = useState<Columns | null>(null)
  const { header, kinds } = columns ?? guess
  const [owners, setOwners] = useState<ReadonlyMap<string, OwnerChoice>>(new Map())
  const [place, setPlace] = useState(startPlace)
  const found = useMemo(() => orderOfTable(table, header, kinds), [table, header, kinds])
  const [order, setOrder] = useState<DayOrder>(() => (isMonthFirst() ? 'month-first' : 'day-first'))
  const draft = useMemo(() => {
    const firstTitle = sheet.name === '' ? titleOf(name) : sheet.name
    const choices = { header, kinds, owners, firstTitle, order: found === 'none' || found === null ? order : found }
    return rowsToDraft(table, choices, plan, today)
  }, [table, header, kinds, owners, found, order, plan, today, sheet.name, name])
  const rows = table.slice(header + 1).filter((row) => row.some((cell) => cell !== '')).length
  /** The row that would name them. */
  const naming = guess.header === -1 ? table.findIndex((row) => row.some((cell) => cell !== '')) : guess.header

  return (
    <Dialog
      title={words.title(rows)}
      lead={name === '' ? words.leadPasted : words.lead(name)}
      size="lg"
      isOpen
      onClose={onClose}
      footer={<BringButtons plan={plan} draft={draft} onBring={() => onBring(draft, place)} onClose={onClose} />}
    >
      <DialogBody className={styles.body}>
        <div className={styles.how}>
          {sheets.length > 1 && (
            <Select
              label={words.sheet}
              value={`${at}`}
              onChange={(next) => {
                setAt(Number(next))
                setColumns(null)
              }}
              options={sheets.map((one, index) => ({ value: `${index}`, label: one.name }))}
            />
          )}
          <PlaceSelect plan={plan} draft={draft} value={place} onChange={setPlace} />
          {found === null && (
            <div className={styles.order}>
              <span>{words.datesTwoWays}</span>
              <Segments
                label={words.dates}
                value={order}
                onChange={setOrder}
                options={[
                  { value: 'day-first', label: words.dayFirst },
                  { value: 'month-first', label: words.monthFirst },
                ]}
              />
            </div>
          )}
        </div>
        <section>
          <h3>{words.columns}</h3>
          <Checkbox
            checked={header !== -1}
            onChange={(named) => {
              const row = named ? naming : -1
              setColumns({ header: row, kinds: kindsOf(table, row, today) })
            }}
          >
            {words.rowNames(naming + 1)}
          </Checkbox>
          <ColumnChoices
            table={table}
            header={header}
            kinds={kinds}
            onChange={(column, kind) => setColumns({ header, kinds: withKind(kinds, column, kind) })}
          />
        </section>
        <NewRoles
          plan={plan}
          owners={draft.owners}
          choices={owners}
          onChange={(key, choice) => setOwners(new Map(owners).set(key, { ...owners.get(key), ...choice }))}
        />
        <DraftPreview plan={plan} draft={draft} columnsLeftOut={sheet.columnsLeftOut} />
      </DialogBody>
    </Dialog>
  )
}

/** Without the ending of a file's name. */
function titleOf(name: string): string {
  const title = name.replace(/\.[^.]{1,5}$/u, '').trim()
  return title === '' ? importDoorWords.unnamed.milestone : title
}
