/** Changes to a template that were begun and are not a version yet: go on, or let go of them, which is asked twice. */
import type { Template } from '@milepost/templates'
import { useState } from 'react'
import { useDevice } from '../../hooks/device-context.tsx'
import { usePlans } from '../../hooks/use-plans.ts'
import type { TemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { templatePageWords } from '../../words/templates/template-page.ts'
import styles from './TemplatePage.module.css'

const words = templatePageWords.draft

export function DraftNote({ template, shelf }: { readonly template: Template; readonly shelf: TemplateShelf }) {
  const device = useDevice()
  const [asked, setAsked] = useState(false)
  // The plans of the device change when a draft goes, so this is drawn again then.
  usePlans()
  const [gone, setGone] = useState(false)
  const planId = shelf.draftOf(template.id)
  if (planId === null || gone) return null

  async function discard() {
    if (planId === null) return
    await device.removePlan(planId)
    setGone(true)
  }

  return (
    <section className={styles.question} aria-label={words.label}>
      <p>{asked ? words.discardQuestion : words.notSaved(template.version + 1)}</p>
      <div className={styles.actions}>
        {asked ? (
          <>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter must not discard anything */}
            <Button look="quiet" onPress={() => setAsked(false)} autoFocus>
              {words.keep}
            </Button>
            <Button look="danger" onPress={() => void discard()}>
              {words.discardForGood}
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" onPress={() => setAsked(true)}>
              {words.discard}
            </Button>
            <Link href={`/p/${planId}`} look="button-default">
              {words.goOn}
            </Link>
          </>
        )}
      </div>
    </section>
  )
}
