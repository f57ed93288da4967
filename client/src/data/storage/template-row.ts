/** A version of a template as it lies on this device's disk; read like everything from outside. Apart from the other rows,
 *  because whoever opens a plan needs no template and not the parser of one. */
import { parseTemplate, type Template } from '@milepost/templates'
import * as v from 'valibot'

export interface TemplateRow {
  readonly id: string
  readonly version: number
  readonly keptAt: number
  readonly template: Template
}

const shape = v.object({
  id: v.string(),
  version: v.number(),
  keptAt: v.fallback(v.pipe(v.number(), v.finite()), 0),
  template: v.unknown(),
})

/** Its key is what the template itself says: a row under another one would be offered as what it is not. */
export function parseTemplateRow(raw: unknown): TemplateRow | null {
  const row = v.safeParse(shape, raw)
  if (!row.success) return null
  const template = parseTemplate(row.output.template)
  const { id, version, keptAt } = row.output
  if (typeof template === 'string' || template.id !== id || template.version !== version) return null
  return { id, version, keptAt, template }
}
