/**
 * More for the open plan, in its bar: save it as a template. A plan as which a template is being edited has that instead: it goes
 * back as the next version, and nothing of it stays a plan.
 */
import { readPlan } from '@milepost/plan'
import { isSameTemplate, templateFromPlan } from '@milepost/templates'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlanSession } from '../../hooks/plan-session-context.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useActions } from '../../hooks/use-actions.ts'
import { useOwnTemplates, useTemplateShelf, type OwnTemplate } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { FileIcon, MoreIcon } from '../../ui/icons/icons.tsx'
import { latePart } from '../../ui/late-part.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { useNavigate } from '../../ui/Link.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { planTemplatesWords as words } from '../../words/templates/plan-templates.ts'
import { templateProblemWords } from '../../words/templates/problems.ts'
import styles from './PlanMenu.module.css'

const SaveTemplateDialog = latePart(() =>
  import('./SaveTemplateDialog.tsx').then((module) => module.SaveTemplateDialog),
)

export function PlanMenu() {
  const { planId } = usePlanSession()
  const { canEdit } = useAccess()
  const shelf = useTemplateShelf()
  const own = useOwnTemplates()
  const draftOf = shelf?.templateOfDraft(planId) ?? null
  const edited = own?.find(({ id }) => id === draftOf)
  if (shelf === null) return null
  if (edited !== undefined) return <SaveVersion edited={edited} />
  // A template that was removed meanwhile leaves a plan that can still be saved as a new one.
  return canEdit ? <More /> : null
}

function More() {
  const [saving, setSaving] = useState(false)
  const save = {
    id: 'save-template',
    label: words.saveAsTemplate,
    icon: <FileIcon />,
  }
  useActions(() => [{ ...save, kind: 'action', alias: words.saveAsTemplateAlias, run: () => setSaving(true) }])
  return (
    <>
      <Menu
        label={words.more}
        placement="bottom end"
        trigger={<IconButton label={words.more} icon={<MoreIcon />} />}
        groups={[{ entries: [{ ...save, onAction: () => setSaving(true) }] }]}
      />
      {saving && <SaveTemplateDialog onClose={() => setSaving(false)} />}
    </>
  )
}

function SaveVersion({ edited: { id, newest } }: { readonly edited: OwnTemplate }) {
  const { planId, doc } = usePlanSession()
  const device = useDevice()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const version = newest.version + 1

  async function save() {
    const plan = readPlan(doc)
    const { summary, fits, basedOn, name } = newest
    const title = plan.title.trim()
    const made = templateFromPlan(plan, { id, version, name: title === '' ? name : title, summary, fits, basedOn })
    if (typeof made === 'string') {
      setProblem(templateProblemWords.problems[made])
      return
    }
    setSaving(true)
    // What was only looked at is no new version.
    const shelf = await device.templates()
    const isKept = isSameTemplate(made, newest) || (await shelf.keep(made))
    if (!isKept) {
      setSaving(false)
      setProblem(words.outOfSpace)
      return
    }
    announce.own(words.saved(made.name))
    navigate(`/templates/${id}`)
    await device.removePlan(planId)
  }

  useActions(() => [
    {
      id: 'save-version',
      kind: 'action',
      label: words.saveAsVersion(version),
      alias: words.saveAsVersionAlias,
      icon: <FileIcon />,
      run: () => void save(),
    },
  ])
  return (
    <>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Button look="primary" busy={saving} onPress={() => void save()}>
        {words.save}
        <VisuallyHidden onPhones>{words.asVersion(version)}</VisuallyHidden>
      </Button>
    </>
  )
}
