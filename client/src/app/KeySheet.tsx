/**
 * All keys, in groups, on the reader's own platform. Only those that do something here: a reader is not told how to write.
 */
import { ROW_KEYS, TEXT_KEYS, type KeyLine } from '../features/plan-editor/outline-key-list.ts'
import { Dialog, DialogBody } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { shownKeys, spokenKeys } from '../ui/key-words.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { keySheetWords as words } from '../words/key-sheet.ts'
import { placeWords } from '../words/places.ts'
import styles from './KeySheet.module.css'
import { PAGE_KEYS, type KeyPage } from './page-keys.ts'

interface KeyGroup {
  readonly title: string
  readonly lines: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

export function KeySheet({ page, onClose }: { readonly page: KeyPage; readonly onClose: () => void }) {
  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="lg">
      <DialogBody className={styles.sheet} onlyWords>
        {keyGroupsOf(page).map(({ title, lines }) => (
          <section key={title} className={styles.group} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ keys, does }) => (
                <div key={`${keys.join()} ${does}`} className={styles.line}>
                  <dt>
                    {keys.map((one) => (
                      <Kbd key={one} keys={shownKeys(one)} />
                    ))}
                    <VisuallyHidden>{keys.map((one) => spokenKeys(one)).join(', ')}</VisuallyHidden>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
    </Dialog>
  )
}

export function keyGroupsOf(page: KeyPage): readonly KeyGroup[] {
  const everywhere: KeyGroup = {
    title: words.everywhere.title,
    lines: [
      { keys: [PAGE_KEYS.palette], does: words.everywhere.find },
      { keys: [PAGE_KEYS.keys], does: words.everywhere.sheet },
      ...(page === 'edit'
        ? [
            { keys: [PAGE_KEYS.undo], does: words.everywhere.undo },
            { keys: [PAGE_KEYS.redo], does: words.everywhere.redo },
          ]
        : []),
      { keys: [PAGE_KEYS.notices], does: words.everywhere.notices },
    ],
  }
  if (page === 'plans') {
    const list = {
      title: words.plans.title,
      lines: [
        { keys: [PAGE_KEYS.newPlan], does: placeWords.newPlan },
        { keys: [PAGE_KEYS.nextPlan, PAGE_KEYS.planBefore], does: words.plans.nextAndBefore },
        { keys: [PAGE_KEYS.filters], does: words.plans.filters },
      ],
    }
    return [everywhere, list]
  }
  if (page === 'other') return [everywhere]
  const mayPress = ({ alsoFor }: KeyLine) =>
    page === 'edit' || alsoFor === 'readers' || (page === 'comment' && alsoFor === 'commenters')
  return [
    everywhere,
    { title: words.row, lines: ROW_KEYS.filter(mayPress) },
    { title: words.text, lines: TEXT_KEYS.filter(mayPress) },
  ].filter(({ lines }) => lines.length > 0)
}
