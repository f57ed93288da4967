import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import { PlanPage } from '../pages/plan-page.ts'
import { ShareDialog } from '../pages/share-dialog.ts'
import { CLIENT_DIR, Relay } from '../support/relay.ts'
import { expect, test as base } from '../support/story.ts'

/** The app's files are a copy of their own, which the story exchanges as a release would. */
const test = base.extend<{ files: string }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner demands a destructured first argument
  files: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'milepost-app-'))
    await cp(CLIENT_DIR, folder, { recursive: true })
    await provide(folder)
    await rm(folder, { recursive: true, force: true })
  },
  relay: async ({ files }, provide) => {
    const relay = await Relay.start({ MILEPOST_CLIENT_DIR: files })
    await provide(relay)
    await relay.remove()
  },
})

const DESCRIPTION = 'One shared plan that a buyer and a seller keep together'

/** Another page, another worker, and a chunk under another name, as after any release. */
async function release(folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  expect(page).toContain(DESCRIPTION)
  await writeFile(join(folder, 'index.html'), page.replace(DESCRIPTION, `Second version. ${DESCRIPTION}`))
  const chunk = (await readdir(join(folder, 'assets'))).find((name) => /^ShareDialog-.*\.js$/.test(name)) ?? 'no chunk'
  await rename(join(folder, 'assets', chunk), join(folder, 'assets', 'ShareDialog-second.js'))
  const worker = await readFile(join(folder, 'sw.js'), 'utf8')
  expect(worker).toContain(`assets/${chunk}`)
  const marked = worker.replace(/"revision":"\w+","url":"index\.html"/, '"revision":"second","url":"index.html"')
  expect(marked).not.toBe(worker)
  await writeFile(join(folder, 'sw.js'), marked.replace(`assets/${chunk}`, 'assets/ShareDialog-second.js'))
}

test('a new version of the app is offered and never forced, and what was typed survives taking it', async ({
  person,
  relay,
  files,
}) => {
  const dana = await person()
  const app = new AppPage(dana)
  const { planId } = await app.makePlan({ start: 'Blank plan' })
  await app.openHome()
  await expect(dana.page.getByText('Ready to work, online or off')).toBeVisible()
  const plan = await app.openPlan('Halden Foods and Quillmark')
  await plan.isSynced()
  let loads = 0
  dana.page.on('load', () => (loads += 1))
  await plan.milestone(1).rename('Typed in the first version')

  // The next page that is opened brings the news; to the page that was open too.
  await release(files)
  const tab = await dana.newTab()
  await tab.open(`/p/${planId}`)
  const other = new PlanPage(tab.page)
  const offer = plan.notice('A new version of Milepost is ready.')
  await expect(offer).toBeVisible()
  await expect(other.notice('A new version of Milepost is ready.')).toBeVisible()

  // Not even by loading the page again: it is the version that one has, with the same offer.
  await tab.page.reload()
  await expect(other.notice('A new version of Milepost is ready.')).toBeVisible()
  expect(await isSecondVersion(tab.page)).toBe(false)

  // Nobody has to: one goes on typing, also with a part of the old version that the relay no longer has.
  await plan.milestone(1).writeAtEnd()
  await plan.milestone(1).title.pressSequentially(', and on and on')
  const dialog = await ShareDialog.open(dana.page)
  await dialog.close()
  await expect(offer).toBeVisible()
  expect(await isSecondVersion(dana.page)).toBe(false)
  expect(loads).toBe(0)

  // Taken in the middle of typing, with no relay to fall back on.
  await relay.stop()
  await plan.milestone(2).writeAtEnd()
  await plan.milestone(2).title.pressSequentially(', to the last letter')
  const reloaded = dana.page.waitForEvent('load')
  await offer.getByRole('button', { name: 'Load it' }).click()
  await reloaded
  await expect(plan.milestone(1).title).toHaveValue('Typed in the first version, and on and on')
  await expect(plan.milestone(2).title).toHaveValue(/, to the last letter$/)
  expect(await isSecondVersion(dana.page)).toBe(true)
  await expect(plan.notice('A new version of Milepost is ready.')).toHaveCount(0)

  // The other tab was left alone, and comes along when it is asked to.
  expect(await isSecondVersion(tab.page)).toBe(false)
  await other.milestone(2).rename('From the tab that stayed')
  await expect(plan.milestone(2).title).toHaveValue('From the tab that stayed')
})

async function isSecondVersion(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('meta[name="description"]')?.getAttribute('content')?.startsWith('Second') ?? false,
  )
}
