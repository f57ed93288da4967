// How long a key takes to the next frame while one writes in a big plan: alone, and while somebody else changes it twenty times a
// second. What is counted is what the writer feels: from the key as the browser took it to the frame that shows its letter.
import { expect, type Page } from '@playwright/test'
import { PlanPage } from '../pages/plan-page.ts'

const KEYS = 120
/** A quick typist: nine letters a second, never in step with the frames. */
const PAUSES_MS = [97, 113, 89, 131, 103]
const REMOTE_EVERY_MS = 50

/** Milliseconds from each key to the frame after it. The text must be whole and the caret at its end when it is over. */
export async function typed(page: Page, milestone: number): Promise<readonly number[]> {
  const { title } = new PlanPage(page).milestone(milestone)
  await title.click()
  await title.press('ControlOrMeta+End')
  const before = await title.inputValue()
  await page.evaluate(() => {
    const frames: number[] = []
    document.addEventListener(
      'keydown',
      (event) => requestAnimationFrame(() => frames.push(performance.now() - event.timeStamp)),
      true,
    )
    Object.assign(globalThis, { frames })
  })
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('x')
    await page.waitForTimeout(PAUSES_MS[key % PAUSES_MS.length] ?? 100)
  }
  const text = before + 'x'.repeat(KEYS)
  await expect(title, 'every letter is there, in its place').toHaveValue(text)
  const caret = await title.evaluate((area) => (area as HTMLTextAreaElement).selectionStart)
  if (caret !== text.length) throw new Error(`The caret is at ${caret} of ${text.length}: it was moved.`)
  return page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames)
}

/** Somebody else writes in other lines, twenty letters a second, until the answered function is called. */
export async function disturb(page: Page, milestone: number): Promise<() => Promise<number>> {
  const { title } = new PlanPage(page).milestone(milestone)
  await title.click()
  await title.press('ControlOrMeta+End')
  let letters = 0
  const stop = new AbortController()
  const writing = (async () => {
    while (!stop.signal.aborted) {
      await page.keyboard.press('y')
      letters += 1
      await page.waitForTimeout(REMOTE_EVERY_MS)
    }
  })()
  return async () => {
    stop.abort()
    await writing
    return letters
  }
}
