/** What can be done with a template: start a plan, change it, send it, vary it, let go of it. */
import { startPlan, type Template } from '@milepost/templates'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { useMe, type Me } from '../../hooks/use-me.ts'
import { useDayHere } from '../../hooks/use-today.ts'
import type { OwnTemplate, TemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CopyIcon, FileIcon, MoreIcon, PencilIcon, ShareIcon, TrashIcon } from '../../ui/icons/icons.tsx'
import { Link, useNavigate } from '../../ui/Link.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { commonWords } from '../../words/common.ts'
import { templatePageWords as words } from '../../words/templates/template-page.ts'
import { AboutDialog } from './AboutDialog.tsx'
import { SendDialog } from './SendDialog.tsx'
import { download, templateFile } from './template-file.ts'
import styles from './TemplatePage.module.css'

interface TemplateActionsProps {
  readonly template: Template
  readonly mine: OwnTemplate | null
  readonly shelf: TemplateShelf
}

export function TemplateActions({ template, mine, shelf }: TemplateActionsProps) {
  const [open, setOpen] = useState<'about' | 'variant' | 'send' | null>(null)
  const edit = useEdit(template, shelf)
  const remove = useRemove(template, shelf)
  const close = () => setOpen(null)
  const variant = { id: 'variant', label: words.makeVariant, icon: <CopyIcon />, onAction: () => setOpen('variant') }
  const ofMine = [
    { id: 'about', label: words.about, icon: <PencilIcon />, onAction: () => setOpen('about') },
    variant,
    { id: 'file', label: words.saveAsFile, icon: <FileIcon />, onAction: () => download(templateFile(template)) },
    {
      id: 'remove',
      label: words.remove,
      icon: <TrashIcon />,
      danger: true,
      onAction: () => void remove(),
    },
  ]
  return (
    <div className={styles.actions}>
      <Link href={`/new?from=${template.id}`} look="button-primary">
        {words.newPlan}
      </Link>
      {mine === null ? (
        <Button onPress={() => setOpen('variant')}>
          <CopyIcon />
          {words.makeVariant}
        </Button>
      ) : (
        <>
          <Button onPress={() => void edit()}>
            <PencilIcon />
            {words.edit}
          </Button>
          <Button onPress={() => setOpen('send')}>
            <ShareIcon />
            {words.send}
          </Button>
          <Menu
            label={words.more}
            placement="bottom end"
            trigger={<IconButton label={words.more} icon={<MoreIcon />} />}
            groups={[{ entries: ofMine }]}
          />
        </>
      )}
      {open === 'about' && <AboutDialog template={template} shelf={shelf} as="version" onClose={close} />}
      {open === 'variant' && <AboutDialog template={template} shelf={shelf} as="variant" onClose={close} />}
      {open === 'send' && <SendDialog template={template} onClose={close} />}
    </div>
  )
}

/** Whoever has not said who they are edits templates all the same. */
const NOBODY_YET: Me = { company: '', side: 'seller', role: '', name: '' }

/** Opens it as a plan that never leaves this device: what edits plans edits templates. */
function useEdit(template: Template, shelf: TemplateShelf): () => Promise<void> {
  const device = useDevice()
  const navigate = useNavigate()
  const today = useDayHere()
  const me = useMe() ?? NOBODY_YET
  return async () => {
    const known = shelf.draftOf(template.id)
    const planId =
      known ??
      (await device.createPlan(
        (doc) => {
          const made = startPlan(doc, template, {
            ...words.sides,
            title: template.name,
            today,
            goLive: null,
            side: me.side,
            by: { role: '', name: '' },
          })
          return typeof made === 'string' ? made : undefined
        },
        me,
        { sample: true, draftOf: template.id },
      ))
    navigate(`/p/${planId}`)
  }
}

function useRemove(template: Template, shelf: TemplateShelf): () => Promise<void> {
  const navigate = useNavigate()
  const toast = useToast()
  return async () => {
    const undo = await shelf.remove(template.id)
    navigate('/templates')
    toast({
      text: words.removed(template.name),
      action: { label: commonWords.undo, onAction: () => void undo() },
    })
  }
}
