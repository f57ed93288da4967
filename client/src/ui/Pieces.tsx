// A sentence from the catalogue with something drawn in it: the catalogue gives the pieces in the order of its language.
import { createElement, Fragment, type ReactNode } from 'react'

/** Spread as children, because the pieces of one sentence never change their places and so need no keys. */
export function Pieces({ of }: { readonly of: readonly ReactNode[] }) {
  return createElement(Fragment, null, ...of)
}
