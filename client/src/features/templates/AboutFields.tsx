/** What somebody says of a template: what it is called, what it is for, and which deals it fits. */
import { DEAL_SIZES, type DealSize, type TemplateFit } from '@milepost/templates'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { aboutTemplateWords as words } from '../../words/templates/about.ts'
import { templateWords } from '../../words/templates/template.ts'
import styles from './AboutFields.module.css'

export interface About {
  readonly name: string
  readonly summary: string
  readonly fits: TemplateFit
}

interface AboutFieldsProps {
  readonly about: About
  readonly onChange: (about: About) => void
  readonly nameHint?: string | undefined
  readonly nameError?: string | null
}

export function AboutFields({ about, onChange, nameHint, nameError = null }: AboutFieldsProps) {
  const { name, summary, fits } = about
  return (
    <div className={styles.fields}>
      <TextInput
        label={words.name}
        value={name}
        onChange={(next) => onChange({ ...about, name: next })}
        maxLength={300}
        error={nameError}
        {...(nameHint === undefined ? {} : { hint: nameHint })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog begins with it
        autoFocus
      />
      <TextInput
        label={words.description}
        value={summary}
        onChange={(next) => onChange({ ...about, summary: next })}
        placeholder={words.descriptionPlaceholder}
        maxLength={2000}
      />
      <div className={styles.fits}>
        <TextInput
          label={words.industry}
          value={fits.industry}
          onChange={(industry) => onChange({ ...about, fits: { ...fits, industry } })}
          placeholder={words.any}
          maxLength={60}
        />
        <TextInput
          label={words.goal}
          value={fits.goal}
          onChange={(goal) => onChange({ ...about, fits: { ...fits, goal } })}
          placeholder={words.any}
          maxLength={60}
        />
        <Select<DealSize | 'any'>
          label={words.size}
          value={fits.size ?? 'any'}
          onChange={(size) => onChange({ ...about, fits: { ...fits, size: size === 'any' ? null : size } })}
          options={[
            { value: 'any', label: words.any },
            ...DEAL_SIZES.map((size) => ({ value: size, label: templateWords.sizes[size] })),
          ]}
        />
      </div>
    </div>
  )
}
