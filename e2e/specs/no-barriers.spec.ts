import {
  expectFingerSize,
  expectNoBarriers,
  expectNoBarriersInTheDark,
  expectNoSidewaysScroll,
} from '../support/barriers.ts'
import { test } from '../support/story.ts'
import { walkAlone, walkPortfolio, walkTogether } from '../support/walk.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** 1440 px seen at 200%. */
const ZOOMED = { viewport: { width: 720, height: 450 } }

const WALKS = { 'by oneself': walkAlone, together: walkTogether, 'with many plans': walkPortfolio }

for (const [name, walk] of Object.entries(WALKS)) {
  test(`nothing bars anybody from any screen, light and dark, at a desk: ${name}`, async ({ person }) => {
    test.setTimeout(360_000)
    await walk(
      () => person(DESK),
      ({ page }) =>
        async (where) => {
          await expectNoBarriersInTheDark(page, where)
          await expectNoBarriers(page, where)
        },
    )
  })

  test(`on a phone as well, where nothing scrolls sideways and all is as big as a finger: ${name}`, async ({
    person,
  }) => {
    test.setTimeout(360_000)
    await walk(
      () => person(PHONE),
      ({ page }) =>
        async (where) => {
          await expectNoSidewaysScroll(page, where)
          await expectFingerSize(page, where)
          await expectNoBarriers(page, `${where}, phone`)
        },
    )
  })

  test(`at twice the size no page scrolls sideways: ${name}`, async ({ person }) => {
    test.setTimeout(360_000)
    await walk(
      () => person(ZOOMED),
      ({ page }) =>
        (where) =>
          expectNoSidewaysScroll(page, where),
    )
  })
}
