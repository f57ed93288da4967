/** All versions of a template of one's own. An older one can be looked at, and becomes the newest again as a new version. */
import { agoText } from '../../format/ago.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import type { OwnTemplate, TemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import { templatePageWords } from '../../words/templates/template-page.ts'
import { templateWords } from '../../words/templates/template.ts'
import styles from './TemplatePage.module.css'

const words = templatePageWords.versions

interface VersionsRailProps {
  readonly mine: OwnTemplate
  readonly shown: number
  readonly onShow: (version: number | null) => void
  readonly shelf: TemplateShelf
}

export function VersionsRail({ mine, shown, onShow, shelf }: VersionsRailProps) {
  const now = useDevice().now()
  const { newest, versions } = mine
  return (
    <section aria-labelledby="template-versions">
      <h2 id="template-versions">{words.title}</h2>
      <ul className={styles.items}>
        {versions.map(({ template, keptAt }) => (
          <li key={template.version}>
            <b>{templateWords.version(template.version)}</b>, {agoText(keptAt, now)}
            <div className={styles.ways}>
              {template.version === shown ? (
                <span className={styles.lead}>{words.shown}</span>
              ) : (
                <Button size="sm" label={words.showVersion(template.version)} onPress={() => onShow(template.version)}>
                  {words.show}
                </Button>
              )}
              {template.version === shown && template.version !== newest.version && (
                <Button
                  size="sm"
                  onPress={() => {
                    onShow(null)
                    void shelf.keep({ ...template, version: newest.version + 1 })
                  }}
                >
                  {words.asNewest(newest.version + 1)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
