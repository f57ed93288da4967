// What a plan can start from: the templates of the product and one's own. Once there are some of one's own, they can be narrowed to an
// industry, a goal or a size of deal; the one that is chosen always stays in sight.
import { DEAL_SIZES, TEMPLATES, workdaysToGoLive, type Template } from '@milepost/templates'
import { useState } from 'react'
import { Select } from '../../ui/Select.tsx'
import { newPlanWords } from '../../words/new-plan.ts'
import { OptionCards } from './OptionCards.tsx'
import styles from './StartingPoints.module.css'
import { fitting, type Wanted } from './fitting.ts'

interface StartingPointsProps {
  readonly own: readonly Template[]
  readonly chosen: string
  /** `mine`: the template itself where it is one of this device's own. */
  readonly onChoose: (template: Template, mine: Template | null) => void
}

const texts = newPlanWords.startingPoint
const ANY = 'any'

export function StartingPoints({ own, chosen, onChoose }: StartingPointsProps) {
  const [wanted, setWanted] = useState<Wanted>({ industry: null, goal: null, size: null })
  const all = [...own, ...TEMPLATES]
  const shown = all.filter((template) => template.id === chosen || fitting(template, wanted))
  return (
    <>
      {own.length > 0 && (
        <div className={styles.wanted}>
          {(['industry', 'goal'] as const).map((kind) => (
            <WordSelect
              key={kind}
              label={texts[kind].label}
              anyLabel={texts[kind].any}
              words={all.map(({ fits }) => fits[kind])}
              value={wanted[kind]}
              onChange={(word) => setWanted({ ...wanted, [kind]: word })}
            />
          ))}
          <Select
            look="quiet"
            label={texts.size.label}
            hideLabel
            value={wanted.size ?? ANY}
            onChange={(size) => setWanted({ ...wanted, size: DEAL_SIZES.find((known) => known === size) ?? null })}
            options={[
              { value: ANY, label: texts.size.any },
              ...DEAL_SIZES.map((size) => ({ value: size, label: texts.size.deals[size] })),
            ]}
          />
        </div>
      )}
      <OptionCards
        label={texts.title}
        value={chosen}
        onChange={(id) => {
          const mine = own.find((template) => template.id === id) ?? null
          const template = mine ?? TEMPLATES.find((one) => one.id === id)
          if (template !== undefined) onChoose(template, mine)
        }}
        options={shown.map((template) => ({
          value: template.id,
          title: template.name,
          detail: detailOf(template, own.includes(template)),
        }))}
      />
    </>
  )
}

interface WordSelectProps {
  readonly label: string
  readonly anyLabel: string
  readonly words: readonly string[]
  readonly value: string | null
  readonly onChange: (word: string | null) => void
}

/** Only words that some template has; nothing to choose from is not drawn. */
function WordSelect({ label, anyLabel, words, value, onChange }: WordSelectProps) {
  const known = [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '').toSorted()
  if (known.length === 0) return null
  return (
    <Select
      look="quiet"
      label={label}
      hideLabel
      // The word comes from people: the sign of "any" must not be one of theirs.
      value={value === null ? ANY : `is:${value}`}
      onChange={(next) => onChange(next === ANY ? null : next.slice('is:'.length))}
      options={[{ value: ANY, label: anyLabel }, ...known.map((word) => ({ value: `is:${word}`, label: word }))]}
    />
  )
}

function detailOf(template: Template, isOwn: boolean): string {
  const days = workdaysToGoLive(template)
  const what = days === 0 && !isOwn ? texts.blank : texts.holds(template.milestones.length, days)
  return isOwn ? texts.ownVersion(what, template.version) : what
}
