// The two sides of every plan. The relay needs them only to say who may make a link for whom.

/** One of the two companies of a plan. */
export type Side = 'buyer' | 'seller'

export const SIDES: readonly Side[] = ['buyer', 'seller']

export function isSide(value: unknown): value is Side {
  return value === 'buyer' || value === 'seller'
}
