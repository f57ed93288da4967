import { AppPage } from '../pages/app-page.ts'
import { CommentsPanel } from '../pages/comments-panel.ts'
import { SchedulePanel } from '../pages/schedule-panel.ts'
import { WhoWrites } from '../pages/who-writes.ts'
import { test as testOnADay } from '../support/on-a-day.ts'
import { makeLink } from '../support/relay-calls.ts'
import { DANA, INGRID, twoSides } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

const ASTRID = { right: 'view', side: 'buyer', role: 'CFO', name: 'Astrid Nygaard' } as const
/** A name, a role, how much was written, and how much was said where that may be read. */
const wrote = (name: string, role: string, comments: string) => new RegExp(`^${name}${role}[1-9]\\d*${comments}$`)

test('both sides see alike who writes the plan; who only reads is in no list', async ({ person }) => {
  const { dana, ingrid, link } = await twoSides(person)
  // Before she has added anything she is in no list either.
  const first = await WhoWrites.open(dana.person.page)
  await expect(first.share('Halden Foods 0 percent, Quillmark 100 percent')).toBeAttached()
  await expect(first.facts('Halden Foods').first()).toHaveText('Nothing written in this time')
  await expect(first.people('Halden Foods')).toHaveCount(0)
  await first.close()

  await ingrid.plan.milestone(1).rename('A number the board can use')
  await CommentsPanel.button(ingrid.person.page, 'milestone 1', 'Comment').click()
  const hers = new CommentsPanel(ingrid.person.page, 'milestone 1')
  await hers.say('Which figures do you need?')
  await hers.close()
  await ingrid.plan.isSynced()
  const reader = await makeLink(link, ASTRID)
  const astrid = await person()
  await astrid.open(reader)
  await astrid.page.getByRole('link', { name: 'See the whole plan' }).click()

  for (const { page } of [dana.person, ingrid.person]) {
    const seen = await WhoWrites.open(page)
    await expect(seen.people('Halden Foods')).toHaveText([wrote(INGRID, 'AP Director', '1')])
    await expect(seen.people('Quillmark')).toHaveText([wrote(DANA, 'Account executive', '0')])
    await expect(seen.facts('Halden Foods')).toHaveText([
      /^\d+ of \d+ five-minute slots$/,
      '1 comment',
      'No commitment due yet',
    ])
    await expect(seen.box).toContainText('Whoever only reads is not measured and is not in this list.')
    await expect(seen.box).not.toContainText('Astrid')
    await seen.over('90 days')
    await expect(seen.people('Halden Foods')).toHaveText([wrote(INGRID, 'AP Director', '1')])
    await seen.close()
    await expect(seen.rail).not.toContainText('Quillmark 100%')
  }

  // She reads the same of the writing, is told that she is not measured, and gets no comments.
  const read = await WhoWrites.open(astrid.page)
  await expect(read.people('Halden Foods')).toHaveText([wrote(INGRID, 'AP Director', '')])
  await expect(read.people('Quillmark')).toHaveText([wrote(DANA, 'Account executive', '')])
  await expect(read.box).toContainText('Whoever only reads, as you do with this link, is not measured')
  await expect(read.box).not.toContainText('Astrid')
})

test('without a network it says so, and shows what the relay had counted', async ({ person }) => {
  const { ingrid } = await twoSides(person)
  const { page } = ingrid.person
  const seen = await WhoWrites.open(page)
  await expect(seen.people('Quillmark')).toHaveText([/^Dana Okafor/])
  await seen.close()

  await ingrid.person.goOffline()
  await page.reload()
  await ingrid.plan.isOffline()
  const away = await WhoWrites.open(page)
  await expect(away.state).toHaveText(/^The relay cannot be reached now\. This is its count as of /)
  await expect(away.people('Quillmark')).toHaveText([/^Dana Okafor/])
  await away.close()

  await ingrid.person.goOnline()
  await ingrid.plan.isSynced()
  const back = await WhoWrites.open(page)
  await expect(back.state).toHaveText(/^The relay’s count as of /)
})

test('a plan that its relay has not heard of is counted once it has', async ({ person, relay }) => {
  const dana = await person()
  const app = new AppPage(dana)
  await app.openHome()
  await expect(dana.page.getByText('Ready to work, online or off')).toBeVisible()
  await relay.stop()
  const plan = await app.makePlan()
  const seen = await WhoWrites.open(dana.page)
  await expect(seen.state).toHaveText('Counted once the plan has reached its relay.')
  await seen.close()
  await relay.startAgain()
  await plan.isSynced()
  await expect(seen.rail).toContainText('Quillmark 100%')
})

testOnADay('a commitment that was met is counted for its side, on both devices', async ({ clock, person }) => {
  await clock.goTo('2026-03-02')
  const { dana, ingrid } = await twoSides(person, { start: 'Blank plan' })
  const goLive = dana.plan.milestoneCalled('Go-live')
  await goLive.setOwner('AP Director')
  await goLive.setDue('6 Mar')
  const danas = new SchedulePanel(dana.person.page)
  await danas.offer()
  await new SchedulePanel(ingrid.person.page).agree()
  await expect(danas.box).toContainText('Agreed by both sides on 2 Mar')
  await clock.goTo('2026-03-09')
  await ingrid.plan.milestoneCalled('Go-live').setDone('6 Mar')
  await ingrid.plan.isSynced()
  await dana.plan.isSynced()

  for (const { page } of [dana.person, ingrid.person]) {
    const seen = await WhoWrites.open(page)
    await expect(seen.facts('Halden Foods').last()).toHaveText('1 of 1 commitment met on time')
    await expect(seen.facts('Quillmark').last()).toHaveText('No commitment due yet')
    await seen.close()
  }
})
