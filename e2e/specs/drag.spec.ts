import type { Locator, Page } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('milestones and steps are moved with the pointer and with the keyboard; both say where the line is now', async ({
  person,
}) => {
  const { dana, ingrid } = await twoSides(person)
  const { plan } = dana
  const [one, two, three, four, ...rest] = await plan.titles()

  // A milestone, dropped below the fourth.
  await dragBelow(plan.milestone(2).row, plan.milestone(4).row)
  await expect(plan.said('Milestone 2 moved to place 4')).toBeAttached()
  await expect.poll(() => plan.titles()).toEqual([one, three, four, two, ...rest])
  await expect(ingrid.plan.milestone(4).title).toHaveValue(two!)

  // And above the first.
  await dragAbove(plan.milestone(4).row, plan.milestone(1).row)
  await expect(plan.said('Milestone 4 moved to place 1')).toBeAttached()
  await expect.poll(() => plan.titles()).toEqual([two, one, three, four, ...rest])

  // By keyboard, from the line and from the middle of its words; the keyboard stays where it was.
  await plan.milestone(1).select()
  await dana.person.page.keyboard.press('Alt+ArrowDown')
  await expect(plan.said('Milestone 1 moved to place 2')).toBeAttached()
  await expect(plan.milestone(2).row).toBeFocused()
  await plan.milestone(2).title.click()
  await dana.person.page.keyboard.press('Alt+ArrowDown')
  await expect(plan.said('Milestone 2 moved to place 3')).toBeAttached()
  await expect(plan.milestone(3).title).toBeFocused()
  await plan.milestone(1).select()
  await dana.person.page.keyboard.press('Alt+ArrowUp')
  await expect(plan.said('Already the first milestone')).toBeAttached()
  await expect.poll(() => plan.titles()).toEqual([one, three, two, four, ...rest])

  // A step inside its milestone, then into another one, which may be folded.
  await plan.milestone(1).unfold()
  const [first, second, third] = await plan.stepTitles(1)
  await dragBelow(plan.steps(1).nth(0), plan.steps(1).nth(1))
  await expect(plan.said('Step moved to milestone 1')).toBeAttached()
  await expect.poll(() => plan.stepTitles(1)).toEqual([second, first, third])
  await plan.step(first!).row.hover()
  await grip(plan.step(first!).row).dragTo(plan.milestone(2).title)
  await expect(plan.said('Step moved to milestone 2')).toBeAttached()
  await expect.poll(() => plan.stepTitles(1)).toEqual([second, third])
  await plan.milestone(2).unfold()
  await expect.poll(async () => (await plan.stepTitles(2)).at(-1)).toBe(first)

  // By keyboard a step goes on into the next milestone when it has reached the end of its own.
  await plan.step(second!).select()
  await dana.person.page.keyboard.press('Alt+ArrowDown')
  await expect(plan.said('Step 1 moved to place 2 in milestone 1')).toBeAttached()
  await dana.person.page.keyboard.press('Alt+ArrowDown')
  await expect(plan.said('Step moved to milestone 2')).toBeAttached()
  await expect(plan.step(second!).row).toBeFocused()
  await expect.poll(async () => (await plan.stepTitles(2))[0]).toBe(second)

  await dana.plan.isSynced()
  for (const number of [1, 2]) await ingrid.plan.milestone(number).unfold()
  await expect.poll(() => ingrid.plan.everything()).toBe(await plan.everything())
})

async function dragBelow(line: Locator, other: Locator): Promise<void> {
  const height = (await other.boundingBox())?.height ?? 0
  await drag(line, other, height - 3)
}

async function dragAbove(line: Locator, other: Locator): Promise<void> {
  await drag(line, other, 3)
}

async function drag(line: Locator, other: Locator, y: number): Promise<void> {
  await line.hover()
  await grip(line).dragTo(other, { targetPosition: { x: 300, y } })
}

/** The dots at the left of a line: for the pointer alone, so without a name; the first thing that is drawn in the line. */
function grip(line: Locator): Locator {
  return line.locator('svg').first()
}

test('a finger moves lines by their grip on a tablet; what it does not drop stays where it was', async ({ person }) => {
  const dana = await person({ viewport: { width: 1024, height: 1180 }, hasTouch: true, isMobile: true })
  const app = new AppPage(dana)
  await app.openHome()
  const plan = await app.openSample()
  await plan.isWhole()
  const finger = await fingerOn(dana.page)
  const [one, two, three, ...rest] = await plan.titles()

  await plan.milestone(4).row.scrollIntoViewIfNeeded()
  await finger.touch(grip(plan.milestone(3).row))
  await finger.moveOver(plan.milestone(1).row, 3)
  await finger.lift()
  await expect(plan.said('Milestone 3 moved to place 1')).toBeAttached()
  await expect.poll(() => plan.titles()).toEqual([three, one, two, ...rest])

  // A step, into a milestone that is folded.
  await plan.milestone(1).unfold()
  const steps = await plan.stepTitles(1)
  await plan.milestone(4).row.scrollIntoViewIfNeeded()
  await finger.touch(grip(plan.steps(1).first()))
  await finger.moveOver(plan.milestone(2).row, 12)
  await finger.lift()
  await expect(plan.said('Step moved to milestone 2')).toBeAttached()
  await expect.poll(() => plan.stepTitles(1)).toEqual(steps.slice(1))

  // Given up: with Esc, and by a system that takes the finger away.
  const now = await plan.titles()
  await finger.touch(grip(plan.milestone(2).row))
  await finger.moveOver(plan.milestone(4).row, 3)
  await dana.page.keyboard.press('Escape')
  await finger.lift()
  await finger.touch(grip(plan.milestone(2).row))
  await finger.moveOver(plan.milestone(4).row, 3)
  await finger.losesTouch()
  // Touched and let go, without a move.
  await finger.touch(grip(plan.milestone(2).row))
  await finger.lift()
  await plan.milestone(4).choose('Move down')
  await expect(plan.said('Milestone 4 moved to place 5')).toBeAttached()
  await expect.poll(async () => (await plan.titles()).slice(0, 3)).toEqual(now.slice(0, 3))
})

/** Playwright's own touch screen taps only. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page)
  const at = { x: 0, y: 0 }
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel') => {
    const touchPoints = type === 'touchStart' || type === 'touchMove' ? [{ ...at }] : []
    return session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  return {
    async touch(place: Locator) {
      const box = await boxOf(place)
      Object.assign(at, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
      await send('touchStart')
    },
    /** Over the line, so far below its upper edge; with a place between, as a finger has many. */
    async moveOver(line: Locator, y: number) {
      const box = await boxOf(line)
      const to = { x: box.x + 300, y: box.y + y }
      Object.assign(at, { x: (at.x + to.x) / 2, y: (at.y + to.y) / 2 })
      await send('touchMove')
      Object.assign(at, to)
      await send('touchMove')
    },
    lift: () => send('touchEnd'),
    losesTouch: () => send('touchCancel'),
  }
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox()
  if (box === null) throw new Error('it is not on the page')
  return box
}
