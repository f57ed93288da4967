/**
 * Saves the open plan as a template of one's own. What belongs to this deal is left out by itself; names that stand in its wording
 * are shown with what would stand there instead, each to be left as it is. Under the name of a template that is here already it
 * becomes the next version of that one.
 */
import { newId, readPlan } from '@milepost/plan'
import { ANY_DEAL, namesInWording, templateFromPlan, withWording, type Template } from '@milepost/templates'
import { useMemo, useState } from 'react'
import { companiesText } from '../../format/names.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useOwnTemplates, type OwnTemplate } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Link } from '../../ui/Link.tsx'
import { Pieces } from '../../ui/Pieces.tsx'
import { templateProblemWords } from '../../words/templates/problems.ts'
import { saveTemplateWords as words } from '../../words/templates/save-template.ts'
import { AboutFields, type About } from './AboutFields.tsx'
import styles from './SaveTemplateDialog.module.css'

export function SaveTemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const own = useOwnTemplates()
  const [saved, setSaved] = useState<Template | null>(null)
  return (
    <Dialog
      title={saved === null ? words.title : words.savedTitle}
      lead={saved === null ? words.lead : undefined}
      isOpen
      onClose={onClose}
      size="lg"
    >
      <DialogBody>
        {saved !== null ? (
          <Saved template={saved} onClose={onClose} />
        ) : (
          own !== null && <Form own={own} onSaved={setSaved} />
        )}
      </DialogBody>
    </Dialog>
  )
}

function Form({ own, onSaved }: { readonly own: readonly OwnTemplate[]; readonly onSaved: (made: Template) => void }) {
  const { doc } = usePlanSession()
  const device = useDevice()
  // As it was when the dialog opened: what others write meanwhile is not what was looked at here.
  const [plan] = useState(() => readPlan(doc))
  const from = own.find(({ id }) => id === plan.template?.id)?.newest
  const [about, setAbout] = useState<About>(() => ({
    name: from?.name ?? (plan.title === '' ? companiesText(plan.buyer, plan.seller) : plan.title),
    summary: from?.summary ?? '',
    fits: from?.fits ?? ANY_DEAL,
  }))
  const [left, setLeft] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const [onlyHere, setOnlyHere] = useState(false)
  const made = useMemo(() => templateFromPlan(plan, BLANK_ABOUT), [plan])
  const names = useMemo(() => (typeof made === 'string' ? [] : namesInWording(made, plan)), [made, plan])
  const name = about.name.trim()
  const next = own.find(({ newest }) => newest.name.toLowerCase() === name.toLowerCase())?.newest

  if (typeof made === 'string') return <ErrorNote title={words.notYet}>{templateProblemWords.problems[made]}</ErrorNote>
  const content = made

  async function save() {
    setAsked(true)
    if (name === '') return
    const worded = withWording(
      content,
      names.filter(({ before }) => !left.includes(before)),
    )
    const id = next?.id ?? newId()
    const version = (next?.version ?? 0) + 1
    const basedOn = next?.basedOn ?? (plan.template?.id === id ? null : (plan.template?.id ?? null))
    const template = { ...worded, ...about, name, id, version, basedOn: basedOn === 'blank' ? null : basedOn }
    const shelf = await device.templates()
    if (await shelf.keep(template)) onSaved(template)
    else setOnlyHere(true)
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {onlyHere && <ErrorNote title={templateProblemWords.outOfSpace}>{templateProblemWords.onlyInThisTab}</ErrorNote>}
      <AboutFields
        about={about}
        onChange={setAbout}
        nameError={asked && name === '' ? templateProblemWords.nameMissing : null}
        nameHint={next === undefined ? undefined : words.becomesVersion(next.version + 1, next.name)}
      />
      {names.length > 0 && (
        <fieldset className={styles.names}>
          <legend>{words.texts(names.length)}</legend>
          <ul>
            {names.map(({ before, after }) => (
              <li key={before}>
                <Checkbox
                  checked={!left.includes(before)}
                  onChange={(on) => setLeft(on ? left.filter((one) => one !== before) : [...left, before])}
                >
                  <span className={styles.change}>
                    <span className={styles.after}>{left.includes(before) ? before : after}</span>
                    {!left.includes(before) && <small>{words.insteadOf(before)}</small>}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          {words.save}
        </Button>
      </div>
    </form>
  )
}

/** Only what the plan says is looked at; the rest comes from the form. */
const BLANK_ABOUT = { id: 'new', version: 1, name: '', summary: '', fits: ANY_DEAL, basedOn: null }

function Saved({ template, onClose }: { readonly template: Template; readonly onClose: () => void }) {
  return (
    <>
      <p>
        <Pieces of={words.saved(<b>{template.name}</b>, template.version)} />
      </p>
      <div className={styles.actions}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the form that had the focus is gone */}
        <Button look="quiet" onPress={onClose} autoFocus>
          {words.backToPlan}
        </Button>
        <Link href={`/templates/${template.id}`} look="button-primary">
          {words.open}
        </Link>
      </div>
    </>
  )
}
