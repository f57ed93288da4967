/** Name, description and the deals it fits: changed as a new version, or said of a variant, which is a template of its own. */
import { newId } from '@milepost/plan'
import type { Template } from '@milepost/templates'
import { useState } from 'react'
import type { TemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogBody } from '../../ui/Dialog.tsx'
import { useNavigate } from '../../ui/Link.tsx'
import { aboutTemplateWords as words } from '../../words/templates/about.ts'
import { templateProblemWords } from '../../words/templates/problems.ts'
import { AboutFields, type About } from './AboutFields.tsx'
import styles from './SaveTemplateDialog.module.css'

interface AboutDialogProps {
  readonly template: Template
  readonly shelf: TemplateShelf
  readonly as: 'version' | 'variant'
  readonly onClose: () => void
}

export function AboutDialog({ template, shelf, as, onClose }: AboutDialogProps) {
  const navigate = useNavigate()
  const [about, setAbout] = useState<About>(template)
  const [problem, setProblem] = useState<string | null>(null)
  const name = about.name.trim()

  async function save() {
    if (name === '') {
      setProblem(templateProblemWords.nameMissing)
      return
    }
    const said = { name, summary: about.summary, fits: about.fits }
    const kept: Template =
      as === 'version'
        ? { ...template, ...said, version: template.version + 1 }
        : { ...template, ...said, id: newId(), version: 1, basedOn: template.id === 'blank' ? null : template.id }
    if (!(await shelf.keep(kept))) {
      setProblem(words.outOfSpace)
      return
    }
    onClose()
    if (as === 'variant') navigate(`/templates/${kept.id}`)
  }

  return (
    <Dialog
      title={as === 'version' ? words.version.title : words.variant.title(template.name)}
      lead={as === 'version' ? words.version.lead(template.version + 1) : words.variant.lead}
      isOpen
      onClose={onClose}
      size="lg"
    >
      <DialogBody>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <AboutFields
            about={about}
            onChange={(next) => {
              setAbout(next)
              setProblem(null)
            }}
            nameError={problem}
          />
          <div className={styles.actions}>
            <Button type="submit" look="primary">
              {words[as].save}
            </Button>
          </div>
        </form>
      </DialogBody>
    </Dialog>
  )
}
