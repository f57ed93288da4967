// What a plan is worth in a year. It is kept beside the plan on this device and never in it: the buyer has it open too.
import { useState } from 'react'
import { companiesText } from '../../format/names.ts'
import { parseMoney } from '../../format/money.ts'
import type { PortfolioShelf } from '../../hooks/use-portfolio.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { portfolioWords } from '../../words/portfolio/portfolio.ts'
import { CURRENCIES, currencyName } from './currencies.ts'
import type { PortfolioLine } from './portfolio-lines.ts'
import styles from './ValueDialog.module.css'

const words = portfolioWords.value

interface ValueDialogProps {
  readonly line: PortfolioLine | null
  readonly shelf: PortfolioShelf | null
  readonly currency: string
  readonly onCurrency: (currency: string) => void
  readonly onClose: () => void
}

export function ValueDialog({ line, ...form }: ValueDialogProps) {
  const name = line === null ? '' : companiesText(line.plan.buyer, line.plan.seller)
  return (
    <Dialog title={words.title(name)} lead={words.lead} isOpen={line !== null} onClose={form.onClose}>
      {line !== null && <ValueForm key={line.plan.planId} line={line} {...form} />}
    </Dialog>
  )
}

function ValueForm({
  line,
  shelf,
  currency,
  onCurrency,
  onClose,
}: ValueDialogProps & { readonly line: PortfolioLine }) {
  const toast = useToast()
  const known = line.row?.value ?? null
  const [text, setText] = useState(known === null ? '' : String(known))
  const [problem, setProblem] = useState<string | null>(null)

  async function keep(value: number | null) {
    onClose()
    const isKept = await shelf?.setValue(line.plan.planId, value)
    if (isKept === false) toast({ text: words.tabOnly })
  }

  function save() {
    const amount = parseMoney(text)
    if (amount === null) setProblem(words.problem)
    else void keep(amount)
  }

  return (
    <DialogBody>
      <div className={styles.fields}>
        <TextInput
          label={words.amount}
          value={text}
          onChange={setText}
          onEnter={save}
          placeholder={words.placeholder}
          error={problem}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that opens on its one field
          autoFocus
          className={styles.amount}
        />
        <Select
          label={words.currency}
          value={currency}
          onChange={onCurrency}
          options={CURRENCIES.map((value) => ({ value, label: value, detail: currencyName(value) }))}
        />
      </div>
      <div className={styles.actions}>
        {known !== null && (
          <Button look="quiet" onPress={() => void keep(null)}>
            {words.remove}
          </Button>
        )}
        <Button look="primary" onPress={save}>
          {words.save}
        </Button>
      </div>
    </DialogBody>
  )
}
