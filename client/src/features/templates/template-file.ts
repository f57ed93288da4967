/** A template as a file: written for people who like to look (indented), read back as something that anybody may have written. */
import { parseTemplate, templateToJson, type Template, type TemplateProblem } from '@milepost/templates'

/** Ten times the largest template of the product; what is larger is not even read. */
export const MOST_BYTES = 512 * 1024

export type TemplateReadProblem = TemplateProblem | 'too-big' | 'unreadable'

export interface TemplateFile {
  readonly name: string
  readonly text: string
}

export function templateFile(template: Template): TemplateFile {
  const words = template.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['template']
  return { name: `${words.join('-').slice(0, 60)}.milepost-template.json`, text: templateToJson(template) }
}

export async function readTemplateFile(file: Blob): Promise<Template | TemplateReadProblem> {
  if (file.size > MOST_BYTES) return 'too-big'
  try {
    return readTemplateText(await file.text())
  } catch {
    return 'unreadable'
  }
}

export function readTemplateText(text: string): Template | TemplateReadProblem {
  try {
    return parseTemplate(JSON.parse(text))
  } catch {
    return 'unreadable'
  }
}

/** Hands the file to the browser, which asks where to put it. */
export function download({ name, text }: TemplateFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
