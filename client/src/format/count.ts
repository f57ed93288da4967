// Numbers with their words: "1 step", "3 steps", and the spelled-out ones that open a sentence.
import { numberFormat, readerLocale } from './locale.ts'

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** count(1, 'step') -> '1 step'; count(3, 'step') -> '3 steps'; count(2, 'person', 'people') -> '2 people'. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${numberText(number)} ${plural(number, one, many)}`
}

/** Only the word: 'step' or 'steps'. */
export function plural(number: number, one: string, many: string = `${one}s`): string {
  return number === 1 ? one : many
}

/** 61000 -> '61,000' or as the reader's locale groups it; with a true minus. */
export function numberText(number: number, locale: string = readerLocale()): string {
  return numberFormat(locale).format(number).replace('-', '−')
}

/** In headlines, up to twelve in letters: countWords(8, 'milestone') -> 'eight milestones'. */
export function countWords(number: number, one: string, many: string = `${one}s`): string {
  return `${WORDS[number] ?? numberText(number)} ${plural(number, one, many)}`
}

/** The first letter of a sentence. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1)
}

/** "Scanning contract ends" inside a sentence; names in capitals (ERP) stay as they are. */
export function decapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLocaleLowerCase('en') + text.slice(1) : text
}
