import { AppPage } from '../pages/app-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { expect, test } from '../support/story.ts'

test('whoever leaves at once after typing finds every letter again, with nothing but this device to keep it', async ({
  person,
  relay,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  const { planId } = await app.makePlan({ start: 'Blank plan' })
  await app.openHome()
  await expect(dana.page.getByText('Ready to work, online or off')).toBeVisible()
  await relay.stop()

  let title = 'Typed'
  await dana.open(`/p/${planId}`)
  await new PlanPage(dana.page).milestone(1).rename(title)

  for (const [way, leave] of [
    // The page hears of this one ...
    ['closed', (tab) => tab.page.close({ runBeforeUnload: true })],
    // ... and of this one, in the middle of drawing the letter ...
    ['reloaded', (tab) => tab.page.reload()],
    // ... and of this one not at all: the browser takes the tab away.
    ['taken', (tab) => tab.page.close()],
  ] satisfies readonly [string, (tab: typeof dana) => Promise<unknown>][]) {
    const tab = await dana.newTab()
    await tab.open(`/p/${planId}`)
    const { title: text } = new PlanPage(tab.page).milestone(1)
    await expect(text).toHaveValue(title)
    await text.press('ControlOrMeta+End')
    await text.pressSequentially(`, ${way}`)
    await leave(tab)
    title += `, ${way}`
  }
  const tab = await dana.newTab()
  await tab.open(`/p/${planId}`)
  await expect(new PlanPage(tab.page).milestone(1).title).toHaveValue('Typed, closed, reloaded, taken')
})

test('letters that come faster than the disk takes them are kept, though the page is left in the same instant', async ({
  person,
  relay,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  const { planId } = await app.makePlan({ start: 'Blank plan' })
  await app.openHome()
  await expect(dana.page.getByText('Ready to work, online or off')).toBeVisible()
  await relay.stop()

  let kept = 'Typed'
  await dana.open(`/p/${planId}`)
  const { title } = new PlanPage(dana.page).milestone(1)
  await title.fill(kept)
  for (const words of [' by a fast hand', ', and again', ', and once more']) {
    await title.press('ControlOrMeta+End')
    const left = dana.page.waitForURL('about:blank')
    // No hand and no wire is that fast: the letters and the leaving are one task of the page.
    await title.evaluate((area, text) => {
      for (const letter of text) area.ownerDocument.execCommand('insertText', false, letter)
      globalThis.location.href = 'about:blank'
    }, words)
    await left
    kept += words
    await dana.open(`/p/${planId}`)
    await expect(title).toHaveValue(kept)
  }
})
