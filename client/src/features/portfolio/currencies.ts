// In which currencies values may be written. One for all values of a device: sums of several would be no sums.
import { readerLocale } from '../../format/locale.ts'

export const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CAD',
  'AUD',
  'JPY',
  'INR',
  'BRL',
] as const

/** In the reader's language. */
export function currencyName(currency: string): string {
  return new Intl.DisplayNames(readerLocale(), { type: 'currency' }).of(currency) ?? currency
}
