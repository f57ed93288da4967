// The keyboard alone: walking from control to control as Tab does, and knowing where one is.
import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any page of this app has: who has not arrived by then never will. */
const MOST_STOPS = 120

/** Presses Tab (or Shift+Tab) until `target` has the focus. */
export async function tabTo(page: Page, target: Locator, direction: 'on' | 'back' = 'on'): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(direction === 'on' ? 'Tab' : 'Shift+Tab')
    if (await target.evaluateAll((found) => found.includes(document.activeElement as never))) return
  }
  await expect(target, 'not reached with Tab').toBeFocused()
}

/** The focus is on something, and it can be seen where; a closing panel may hand it back a moment later. */
export async function expectVisibleFocus(page: Page, where: string): Promise<void> {
  const seen = () =>
    page.evaluate(() => {
      const { activeElement, body } = document
      if (activeElement === null || activeElement === body) return 'nothing has the focus'
      // A field may show it on its frame, a card around its button.
      const frames = [activeElement, activeElement.parentElement, activeElement.parentElement?.parentElement]
      const isMarked = frames.some((frame) => {
        if (frame === null || frame === undefined) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(frame)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      return isMarked ? 'seen' : `no ring on ${activeElement.outerHTML.slice(0, 120)}`
    })
  await expect
    .configure({ soft: true })
    .poll(seen, { message: `focus at: ${where}` })
    .toBe('seen')
}
