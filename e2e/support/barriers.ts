// What keeps somebody out: axe's findings, a page that scrolls sideways, controls too small for a finger.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** CSS pixels; the design's least size for what one touches on a phone. */
const FINGER = 40
/** What opens over a page. The page under it was judged before it opened, and takes ten times longer than this. */
const FLOATS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Nothing serious or critical, on the page as it stands: `where` names it in the report. */
export async function expectNoBarriers(page: Page, where: string): Promise<void> {
  await expectNoViolation(page, axe(page).withTags(STANDARDS), where)
}

/** In the dark only colours are other ones, so only they are judged again. */
export async function expectNoBarriersInTheDark(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolation(page, axe(page).withRules('color-contrast'), `${where}, dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

/**
 * Without the copies of style sheets that it would put into the page: the page's policy refuses them. In the page itself and
 * not through a second one, because there are no frames in it; and only what is wrong is told in full.
 */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ preload: false, resultTypes: ['violations'] })
}

async function expectNoViolation(page: Page, rules: AxeBuilder, where: string): Promise<void> {
  await drawAll(page, true)
  // What fades in is measured when it is there: colours half way are no colours of the design.
  await settled(page)
  await letBarLie(page, true)
  const { violations } = await ((await page.locator(FLOATS).count()) > 0 ? rules.include(FLOATS) : rules).analyze()
  await letBarLie(page, false)
  await drawAll(page, false)
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`),
  )
  expect.soft(found, `barriers on: ${where}`).toEqual([])
}

/**
 * The bar sticks to the top while one scrolls; what happens to stand half under it then is no smaller for it. While the page is
 * judged the bar lies where it is in the page, which moves nothing else.
 */
async function letBarLie(page: Page, lies: boolean): Promise<void> {
  await page.evaluate(
    (position) => {
      for (const bar of document.querySelectorAll<HTMLElement>('body header')) {
        if (position === '' || getComputedStyle(bar).position === 'sticky') bar.style.position = position
      }
    },
    lies ? 'relative' : '',
  )
}

/** Lines off the screen are not drawn, so their colours stand still on the way to others; while they are judged they are drawn. */
async function drawAll(page: Page, all: boolean): Promise<void> {
  await page.evaluate(
    (value) => {
      for (const line of document.querySelectorAll<HTMLElement>('li')) {
        if (value === '' || getComputedStyle(line).contentVisibility === 'auto') line.style.contentVisibility = value
      }
    },
    all ? 'visible' : '',
  )
}

/**
 * What opens is open, and every animation has come to its end (those without one, as a spinner, are left out). What opens
 * begins to fade in a frame or two after it is there, so only some frames in a row in which nothing moves are the end; and on
 * a touch screen a panel with a field is kept out of sight until an on-screen keyboard had time to come.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    const isComing = () =>
      document.querySelector('[data-entering], [data-exiting], [data-rac][style*="opacity: 0"]') !== null
    for (let calm = 0; calm < 4; calm++) {
      await frame()
      const isDrawn = ({ effect }: Animation) =>
        !(effect instanceof KeyframeEffect) || effect.target?.checkVisibility({ contentVisibilityAuto: true }) !== false
      const running = document
        .getAnimations()
        .filter((one) => one.playState !== 'finished' && one.effect?.getComputedTiming().endTime !== Infinity)
        // Off the screen nothing moves, and nothing comes to its end.
        .filter(isDrawn)
      if (running.length === 0 && !isComing()) continue
      calm = -1
      await Promise.allSettled(running.map((one) => one.finished))
    }
  })
}

export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect.soft(content, `width of: ${where}`).toBeLessThanOrEqual(window)
}

/**
 * What one presses is as big as a finger; a label that presses its field for it counts with it. Left out: what only
 * screen readers press, words that merely explain themselves, and the stones of the timeline, which stand where their day
 * is; all that they do, the lines of the plan do too.
 */
export async function expectFingerSize(page: Page, where: string): Promise<void> {
  // A dialog grows while it comes.
  await settled(page)
  const pressed = page.locator(
    'button, a[class*="button"], input[type="checkbox"], input[type="radio"], [role="button"], [role="checkbox"], [role="radio"], [role="option"], [role^="menuitem"]',
  )
  const small = await pressed.evaluateAll((elements, finger) => {
    const isLeftOut = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return (
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        getComputedStyle(element).cursor === 'help' ||
        Math.max(width, height) <= 1 ||
        element.closest('[aria-hidden="true"], [aria-label="Milestones on the timeline"]') !== null
      )
    }
    return elements.flatMap((element) => {
      if (isLeftOut(element)) return []
      // A button may lie over the whole card it stands in.
      const isOverCard = getComputedStyle(element, '::after').position === 'absolute'
      const card = isOverCard ? [(element as HTMLElement).offsetParent ?? element] : []
      const labels = (element as HTMLInputElement).labels ?? []
      const parts = [element, ...labels, ...card].map((one) => one.getBoundingClientRect())
      const width = Math.max(...parts.map((part) => part.width))
      const height = Math.max(...parts.map((part) => part.height))
      // Half a pixel of rounding is no missed tap.
      if (width >= finger - 0.5 && height >= finger - 0.5) return []
      const name = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)
      return [`${name}: ${width.toFixed(0)} x ${height.toFixed(0)}`]
    })
  }, FINGER)
  expect.soft(small, `too small to touch on: ${where}`).toEqual([])
}
