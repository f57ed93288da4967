// What a page has promised: the text of one field at each moment at which the bar said that everything is synced.
//
// Words and text are read in one task of the page, so no letter can slip between the two; and they are read at every change of
// the page, so a promise that stood for one frame counts too.
import type { Locator } from '@playwright/test'

export interface Promised {
  /** The longest text that was shown as synced so far. */
  text(): Promise<string>
}

export async function watchPromises(field: Locator, words: string): Promise<Promised> {
  const seen = await field.evaluateHandle((area, synced) => {
    const state = { text: '' }
    const look = () => {
      const bar = [...document.querySelectorAll('header button')].map((button) => (button.textContent ?? '').trim())
      const { value } = area as HTMLTextAreaElement
      if (bar.includes(synced) && value.length > state.text.length) state.text = value
    }
    new MutationObserver(look).observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    look()
    return state
  }, words)
  return { text: () => seen.evaluate(({ text }) => text) }
}
