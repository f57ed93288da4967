// Who starts the plan: side, role, name. Asked once; from then on it is one line with a way to change it.
import type { Side } from '@milepost/protocol'
import { useState } from 'react'
import { useMe } from '../../hooks/use-me.ts'
import { Button } from '../../ui/Button.tsx'
import { OwnerChip } from '../../ui/OwnerChip.tsx'
import { SideMark } from '../../ui/SideMark.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { newPlanWords } from '../../words/new-plan.ts'
import type { Draft } from './draft.ts'
import type { Missing } from './draft-to-plan.ts'
import { FormSection } from './FormSection.tsx'
import { OptionCards } from './OptionCards.tsx'
import styles from './WhoYouAre.module.css'

const words = newPlanWords.you

interface WhoYouAreProps {
  readonly draft: Draft
  readonly missing: Missing
  readonly onChange: (draft: Draft) => void
}

export function WhoYouAre({ draft, missing, onChange }: WhoYouAreProps) {
  const me = useMe()
  const [changing, setChanging] = useState(false)
  const { side, role, name, buyer, seller } = draft
  const known = me !== null && role.trim() !== '' && missing.role === undefined && !changing
  if (known) {
    return (
      <FormSection title={words.known}>
        <div className={styles.known}>
          <OwnerChip
            side={side}
            role={role}
            name={name === '' ? null : name}
            company={side === 'buyer' ? buyer : seller}
          />
          <Button size="sm" look="quiet" onPress={() => setChanging(true)}>
            {words.change}
          </Button>
        </div>
      </FormSection>
    )
  }
  return (
    <FormSection title={words.title} detail={words.detail}>
      <OptionCards<Side>
        label={words.side}
        value={side}
        onChange={(next) => onChange(sideChanged(draft, next))}
        options={[
          {
            value: 'buyer',
            title: (
              <>
                <SideMark side="buyer" />
                {buyer.trim() === '' ? words.buyer.unnamed : buyer}
              </>
            ),
            detail: words.buyer.detail,
          },
          {
            value: 'seller',
            title: (
              <>
                <SideMark side="seller" />
                {seller.trim() === '' ? words.seller.unnamed : seller}
              </>
            ),
            detail: words.seller.detail,
          },
        ]}
      />
      <div className={styles.pair}>
        <TextInput
          label={words.role}
          hideLabel
          placeholder={words.role}
          value={role}
          onChange={(next) => onChange({ ...draft, role: next })}
          error={missing.role ?? null}
          autoComplete="organization-title"
        />
        <TextInput
          label={words.name}
          hideLabel
          placeholder={words.name}
          value={name}
          onChange={(next) => onChange({ ...draft, name: next })}
          autoComplete="name"
        />
      </div>
    </FormSection>
  )
}

/** Somebody who changes sides takes their company along, unless the other place is taken. */
function sideChanged(draft: Draft, side: Side): Draft {
  if (side === draft.side) return draft
  const own = draft.side === 'buyer' ? draft.buyer : draft.seller
  const other = draft.side === 'buyer' ? draft.seller : draft.buyer
  if (own.trim() === '' || other.trim() !== '') return { ...draft, side }
  return side === 'buyer' ? { ...draft, side, buyer: own, seller: '' } : { ...draft, side, seller: own, buyer: '' }
}
