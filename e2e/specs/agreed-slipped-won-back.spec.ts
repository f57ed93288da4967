// The heart of the product in four browsers: two sides agree, one slips while it is offline, the other wins the days back,
// and everybody (a colleague and somebody who only reads, too) is told the same, which is what the schedule's checked case says.
import { readFileSync } from 'node:fs'
import type { PlanPage } from '../pages/plan-page.ts'
import { SchedulePanel } from '../pages/schedule-panel.ts'
import { expect, test } from '../support/on-a-day.ts'
import { makeLink } from '../support/relay-calls.ts'
import { joins, twoSides } from '../support/two-sides.ts'

interface Vector {
  readonly name: string
  readonly input: {
    readonly today: string
    readonly start: string
    readonly milestones: readonly {
      readonly id: string
      readonly estimate: number
      readonly agreed: string
      readonly due: string
      readonly doneOn: string | null
    }[]
  }
  readonly expect: {
    readonly forecast: { readonly goLive: { readonly finish: string; readonly slip: number } }
    readonly attribution: readonly { readonly id: string; readonly days: number }[]
  }
}

const VECTORS = JSON.parse(readFileSync(new URL('../../packages/schedule/vectors.json', import.meta.url), 'utf8')) as
  | { readonly cases: readonly Vector[] }
  | readonly Vector[]
const CASE = [...('cases' in VECTORS ? VECTORS.cases : VECTORS)].find(
  ({ name }) => name === 'days lost in one step and won back in the next',
)!
const [DEMO, SIGN, LIVE] = CASE.input.milestones

test('both sides agree, one day slips offline, another is won back: four browsers say the same, as the checked case does', async ({
  clock,
  person,
}) => {
  test.setTimeout(180_000)
  await clock.goTo(CASE.input.start)
  const { dana, ingrid, link } = await twoSides(person, { start: 'Blank plan' })
  await drawCase(dana.plan)

  // Nothing is agreed: nothing is measured, and the page says so.
  const danas = new SchedulePanel(dana.plan.page)
  await expect(danas.box).toContainText('No dates are agreed yet')
  await danas.offer()
  await expect(danas.box).toContainText('offered by Quillmark, not yet agreed by Halden Foods')
  const ingrids = new SchedulePanel(ingrid.plan.page)
  await expect(ingrids.box).toContainText('offered by Quillmark, not yet agreed by Halden Foods')
  await ingrids.agree()
  await expect(danas.box).toContainText('Agreed by both sides on 2 Mar')

  // Two weeks later Ingrid notes on the train when the demo really was; Dana has signed in time all the same.
  await clock.goTo(CASE.input.today)
  await ingrid.person.goOffline()
  await ingrid.plan.isOffline()
  await ingrid.plan.milestoneCalled(DEMO!.id).setDone(inWords(DEMO!.doneOn!))
  await dana.plan.milestoneCalled(SIGN!.id).setDone(inWords(SIGN!.doneOn!))
  await expect(ingrids.box).toContainText('as far as this device knows')
  await ingrid.person.goOnline()
  await Promise.all([ingrid.plan.isSynced(), dana.plan.isSynced()])

  const astrid = await joins(person, link)
  const colin = await joins(
    person,
    await makeLink(link, { right: 'view', side: 'buyer', role: 'Board', name: 'Colin' }),
  )
  for (const { plan } of [dana, ingrid, astrid, colin]) await saysWhatTheCaseSays(plan)
})

/** The milestones of the case, written by hand as anybody would. */
async function drawCase(plan: PlanPage): Promise<void> {
  await plan.milestoneCalled('Go-live').rename(LIVE!.id)
  for (const { id } of [DEMO!, SIGN!]) await plan.addMilestone(id)
  for (const { id } of [DEMO!, SIGN!]) {
    const line = plan.milestoneCalled(id)
    await line.select()
    await plan.page.keyboard.press('Alt+ArrowUp')
    await plan.page.keyboard.press('Alt+ArrowUp')
  }
  await expect.poll(async () => (await plan.titles()).slice(0, 3)).toEqual([DEMO!.id, SIGN!.id, LIVE!.id])
  await plan.milestoneCalled(DEMO!.id).setOwner('AP Director')
  await plan.milestoneCalled(SIGN!.id).setOwner('Account executive')
  for (const { id, estimate, due } of CASE.input.milestones) {
    const line = plan.milestoneCalled(id)
    await line.takes(estimate)
    await line.setDue(inWords(due))
  }
}

async function saysWhatTheCaseSays(plan: PlanPage): Promise<void> {
  const { forecast, attribution } = CASE.expect
  const panel = new SchedulePanel(plan.page)
  await expect(panel.goLive).toContainText('Fri 20 Mar')
  expect(forecast.goLive).toMatchObject({ finish: '2026-03-20', slip: 0 })
  await expect(panel.box).toContainText('On the agreed date')
  await expect(panel.box).toContainText('2 lost, 2 won back')
  const causes = await panel.causes()
  expect(causes.map((line) => /([+−]\d+)d/u.exec(line)?.[1]?.replace('−', '-'))).toEqual(
    attribution.map(({ days }) => (days > 0 ? `+${days}` : `${days}`)),
  )
  expect(causes.map((line) => attribution.find(({ id }) => line.includes(` ${id} `))?.id)).toEqual(
    attribution.map(({ id }) => id),
  )
  for (const { id, days } of attribution) {
    const badge = days > 0 ? `moved the plan by +${days}d` : `won back −${-days}d`
    await expect(plan.milestoneCalled(id).row).toContainText(badge)
  }
  await panel.groupBy('Side')
  await expect
    .poll(async () => (await panel.causes()).map((line) => line.replaceAll(/^(moved the plan by|won back) /gu, '')))
    .toEqual([expect.stringMatching(/^\+2d Halden Foods/u), expect.stringMatching(/^−2d Quillmark/u)])
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** '2026-03-06' -> '6 Mar', as one would type it. */
function inWords(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`
}
