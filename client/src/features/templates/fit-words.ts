// Which deals a template is for, in a few words.
import type { DealSize, TemplateFit } from '@milepost/templates'

export const SIZE_WORDS: Readonly<Record<DealSize, string>> = { small: 'Small', medium: 'Medium', large: 'Large' }

/** ['Insurance', 'Renewal', 'Large deals']; none for a template that fits any deal. */
export function fitWords({ industry, goal, size }: TemplateFit): readonly string[] {
  return [industry.trim(), goal.trim(), size === null ? '' : `${SIZE_WORDS[size]} deals`].filter((word) => word !== '')
}
