/** All versions of a template of one's own. An older one can be looked at, and becomes the newest again as a new version. */
import { agoText } from '../../format/ago.ts'
import { useDevice } from '../../hooks/device-context.tsx'
import type { OwnTemplate, TemplateShelf } from '../../hooks/use-templates.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './TemplatePage.module.css'

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
      <h2 id="template-versions">Versions</h2>
      <ul className={styles.items}>
        {versions.map(({ template, keptAt }) => (
          <li key={template.version}>
            <b>Version {template.version}</b>, {agoText(keptAt, now)}
            <div className={styles.ways}>
              {template.version === shown ? (
                <span className={styles.lead}>Shown here</span>
              ) : (
                <Button size="sm" label={`Show version ${template.version}`} onPress={() => onShow(template.version)}>
                  Show
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
                  Use it again as version {newest.version + 1}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
