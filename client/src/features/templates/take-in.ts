/**
 * Takes a template from outside in. It keeps its number, so that two people who have it speak of the same version. Where another
 * content has that number here already, or it claims to be one of the product's, it comes in as a template of its own: nothing
 * that is here is ever replaced.
 */
import { newId } from '@milepost/plan'
import { isSameTemplate, templateById, type Template } from '@milepost/templates'
import type { OwnTemplate } from '../../hooks/use-templates.ts'

export type TakenIn =
  | { readonly what: 'new' | 'version' | 'copy'; readonly template: Template }
  | { readonly what: 'known'; readonly template: Template }

export function takenIn(template: Template, own: readonly OwnTemplate[], makeId: () => string = newId): TakenIn {
  const shipped = templateById(template.id)
  if (shipped !== null) {
    if (isSameTemplate(shipped, template)) return { what: 'known', template: shipped }
    return { what: 'copy', template: { ...template, id: makeId(), version: 1, basedOn: shipped.id } }
  }
  const here = own.find(({ id }) => id === template.id)
  if (here === undefined) return { what: 'new', template }
  const known = here.versions.find((version) => version.template.version === template.version)?.template
  if (known === undefined) return { what: 'version', template }
  if (isSameTemplate(known, template)) return { what: 'known', template: known }
  return { what: 'copy', template: { ...template, id: makeId(), version: 1, basedOn: template.id } }
}
