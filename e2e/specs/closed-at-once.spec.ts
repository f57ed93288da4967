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

test('letters that a slow disk has not taken yet survive a reload', async ({ person, relay }) => {
  const dana = await person()
  const { planId } = await new AppPage(dana).makePlan({ start: 'Blank plan' })
  await new AppPage(dana).openHome()
  await expect(dana.page.getByText('Ready to work, online or off')).toBeVisible()
  await relay.stop()

  await dana.open(`/p/${planId}`)
  const { title } = new PlanPage(dana.page).milestone(1)
  await title.fill('Typed')
  await expect(dana.page.getByRole('button', { name: 'Offline, saved on this device' })).toBeVisible()
  // Whatever is written now waits behind this, until the page is gone and all of it is dropped with the page.
  await dana.page.evaluate(async () => {
    const opening = indexedDB.open('milepost')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const updates = opening.result.transaction('updates', 'readwrite').objectStore('updates')
    const hold = () => updates.get(0).addEventListener('success', hold)
    hold()
  })
  await title.press('ControlOrMeta+End')
  await title.pressSequentially(' behind a slow disk')
  await dana.page.reload()
  await expect(title).toHaveValue('Typed behind a slow disk')
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
