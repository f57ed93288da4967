// Amounts of money in few signs, in the reader's manner: "€210k", "210.000 €" where that is how it is written there.
import { readerLocale } from './locale.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** moneyText(210000, 'EUR') -> '€210k'. A currency that nobody knows is written by its letters. */
export function moneyText(amount: number, currency: string, locale: string = readerLocale()): string {
  const key = `${locale} ${currency}`
  let format = formats.get(key)
  if (format === undefined) {
    const shape = { notation: 'compact', maximumSignificantDigits: 3, numberingSystem: 'latn' } as const
    format = new Intl.NumberFormat(locale, { ...shape, style: 'currency', currency })
    formats.set(key, format)
  }
  return format.format(amount)
}

/** What somebody typed as an amount: '210k', '€ 1.2m', '210,000'; null where it is none. */
export function parseMoney(text: string): number | null {
  const found = /^[^\d,.-]*(\d[\d.,'\s\u00a0\u202f]*)(k|m|bn?)?[^\d]*$/iu.exec(text.trim())
  if (found === null) return null
  const [, digits = '', unit = ''] = found
  const times = { k: 1_000, m: 1_000_000, b: 1_000_000_000, bn: 1_000_000_000 }[unit.toLowerCase()] ?? 1
  const amount = Number(decimal(digits.replaceAll(/['\s\u00a0\u202f]/gu, '')))
  return Number.isFinite(amount) ? Math.round(amount * times) : null
}

/** A last sign with one or two digits behind it is where the fraction begins; every other one groups thousands. */
function decimal(digits: string): string {
  const [, whole = digits, fraction = ''] = /^(.*)[.,](\d{1,2})$/u.exec(digits.replace(/[.,]+$/u, '')) ?? []
  return `${whole.replaceAll(/[.,]/gu, '')}.${fraction}`
}
