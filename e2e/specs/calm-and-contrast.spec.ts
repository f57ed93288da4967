import type { Page } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { expectVisibleFocus, tabTo } from '../support/keyboard.ts'
import { expect, test } from '../support/story.ts'

test('with reduced motion nothing moves: what opens is simply there', async ({ person }) => {
  const dana = await person({ reducedMotion: 'reduce' })
  const { page } = dana
  await recordMotion(page)
  const plan = await new AppPage(dana).makePlan({ outcome: 'Invoices match by themselves' })
  await plan.isSynced()
  await plan.outline.getByRole('button', { name: 'Unfold all' }).click()
  const [step = ''] = await plan.stepTitles(1)
  await plan.step(step).row.hover()
  await plan.milestone(2).choose('Remove')
  await expect(plan.notice(/removed/)).toBeVisible()
  await plan
    .notice(/removed/)
    .getByRole('button', { name: 'Undo' })
    .click()
  const dialog = await ShareDialog.open(page)
  await dialog.createLink({ role: 'AP Director' })
  await dialog.close()
  expect(await motion(page)).toEqual([])
})

test('without that wish things do move, so that the story above can tell', async ({ person }) => {
  const dana = await person({ reducedMotion: 'no-preference' })
  await recordMotion(dana.page)
  const plan = await new AppPage(dana).makePlan()
  await plan.isSynced()
  const dialog = await ShareDialog.open(dana.page)
  await dialog.close()
  expect(await motion(dana.page)).not.toEqual([])
})

test('in forced colours a plan is made, worked on and shared, and one sees where one is', async ({ person }) => {
  const dana = await person({ forcedColors: 'active' })
  const { page } = dana
  const plan = await new AppPage(dana).makePlan({ outcome: 'Invoices match by themselves', goLive: '+60' })
  await plan.isSynced()
  await plan.milestone(1).unfold()
  const [step = ''] = await plan.stepTitles(1)
  await plan.step(step).select()
  await expectVisibleFocus(page, 'a step, forced colours')
  const edge = (name: string) =>
    page
      .getByRole('button', { name })
      .first()
      .evaluate((button) => {
        const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(button)
        return (borderTopStyle !== 'none' && borderTopWidth !== '0px') || outlineStyle !== 'none'
      })
  expect(await edge('Share'), 'the button that asks has an edge where its ground is gone').toBe(true)

  // Done is more than a colour.
  const box = page.getByRole('checkbox', { name: `Done: ${step}` })
  const open = await shot(page, step)
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await page.keyboard.press('Escape')
  expect((await shot(page, step)).equals(open)).toBe(false)

  await tabTo(page, plan.share, 'back')
  await expectVisibleFocus(page, 'share, forced colours')
  const dialog = await ShareDialog.open(page)
  await tabTo(page, dialog.name)
  await expectVisibleFocus(page, 'share dialog, forced colours')
  const link = await dialog.createLink({ side: 'Halden Foods', role: 'CFO', access: 'Can edit' })
  const astrid = await new AppPage(await person({ forcedColors: 'active' })).openLink(link)
  await expect(astrid.outcome).toHaveValue('Invoices match by themselves')
  // The square is for cameras: dark on white whatever the colours are.
  await expect(dialog.box.getByRole('img', { name: /^QR code/ })).toHaveCSS('forced-color-adjust', 'none')
})

/** The square of the check, alone. */
async function shot(page: Page, step: string): Promise<Buffer> {
  return page
    .getByRole('group', { name: new RegExp(`^Step, ${step}`) })
    .getByRole('checkbox')
    .locator('..')
    .screenshot()
}

/** Writes down every transition and animation that takes longer than one would notice. */
async function recordMotion(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = ((globalThis as unknown as { seen: Set<string> }).seen = new Set<string>())
    const look = () => {
      for (const one of document.getAnimations()) {
        const { duration } = one.effect?.getTiming() ?? {}
        const target = one.effect instanceof KeyframeEffect ? one.effect.target : null
        const name = one instanceof CSSTransition ? one.transitionProperty : one.constructor.name
        // Colours fade, they do not move.
        if (/color|background|fill|stroke|outline|shadow|opacity|text-decoration/.test(name)) continue
        if (typeof duration === 'number' && duration > 20) seen.add(`${name} of ${target?.className}`)
      }
      requestAnimationFrame(look)
    }
    look()
  })
}

async function motion(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen])
}
