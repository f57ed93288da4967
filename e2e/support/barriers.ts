// What keeps somebody out: axe's findings, a page that scrolls sideways, controls too small for a finger.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** CSS pixels; the design's least size for what one touches on a phone. */
const FINGER = 40

/** Nothing serious or critical, on the page as it stands: `where` names it in the report. */
export async function expectNoBarriers(page: Page, where: string): Promise<void> {
  // What fades in is measured when it is there: colours half way are no colours of the design.
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`),
  )
  expect.soft(found, `barriers on: ${where}`).toEqual([])
}

/** Every running animation and transition has come to its end (those without one, as a spinner, are left out). */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(running.map((one) => one.finished))
  })
}

export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect.soft(content, `width of: ${where}`).toBeLessThanOrEqual(window)
}

/** What one presses is as big as a finger; a label that presses its field for it counts with it. */
export async function expectFingerSize(controls: Locator, where: string): Promise<void> {
  const small: string[] = []
  for (const control of await controls.all()) {
    if (!(await control.isVisible())) continue
    const size = await control.evaluate((element) => {
      const boxes = [element, ...((element as HTMLInputElement).labels ?? [])].map((one) => one.getBoundingClientRect())
      return {
        width: Math.max(...boxes.map(({ width }) => width)),
        height: Math.max(...boxes.map(({ height }) => height)),
        name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60),
      }
    })
    // Half a pixel of rounding is no missed tap.
    if (size.width < FINGER - 0.5 || size.height < FINGER - 0.5) {
      small.push(`${size.name}: ${size.width.toFixed(0)} x ${size.height.toFixed(0)}`)
    }
  }
  expect.soft(small, `too small to touch on: ${where}`).toEqual([])
}
