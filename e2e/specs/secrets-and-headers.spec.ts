import type { Request } from '@playwright/test'
import { AppPage } from '../pages/app-page.ts'
import type { PlanPage } from '../pages/plan-page.ts'
import { linkParts } from '../support/relay-calls.ts'
import { makes, OUTCOME, sendLink } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('every answer carries the strict headers, and no page has a script or a style in it', async ({ relay }) => {
  const paths = [
    '/',
    '/new',
    '/p/aaaaaaaaaaaaaaaaaaaaa',
    '/v/aaaaaaaaaaaaaaaaaaaaa',
    '/sw.js',
    '/healthz',
    '/api/plans',
  ]
  for (const path of paths) {
    const { headers } = await fetch(`${relay.origin}${path}`)
    const policy = (headers.get('content-security-policy') ?? '').split('; ')
    expect(policy, path).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    )
    expect(policy.join(' '), path).not.toMatch(/unsafe|\s\*(\s|$)/)
    expect(headers.get('referrer-policy'), path).toBe('no-referrer')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
  }

  const html = await (await fetch(`${relay.origin}/`)).text()
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  expect(scripts.length).toBeGreaterThan(0)
  for (const [, attributes, content] of scripts) {
    expect(attributes).toMatch(/\bsrc="\/[^/]/)
    expect(content?.trim()).toBe('')
  }
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i)
})

test('the policy is in force: what somebody smuggles into the page does not run', async ({ relay, browser }) => {
  // Not a person: their errors would fail the story, and here they are the point.
  const page = await browser.newPage()
  const blocked: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) blocked.push(message.text())
  })
  await page.goto(relay.origin)
  await expect(page.getByRole('heading', { name: 'Start from the day it goes live' })).toBeVisible()
  await page.evaluate(() => {
    const inline = document.createElement('script')
    inline.textContent = 'globalThis.smuggled = true'
    const elsewhere = document.createElement('script')
    elsewhere.src = 'https://example.com/smuggled.js'
    document.body.append(inline, elsewhere)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'globalThis.smuggled = true')
    image.src = '/nothing-here.png'
    document.body.append(image)
  })
  await expect.poll(() => blocked.length).toBeGreaterThanOrEqual(3)
  expect(await page.evaluate(() => 'smuggled' in globalThis)).toBe(false)
  await page.close()
})

test('the secret of an edit link stays in the plan’s own store: not in an address, a title, a cookie or a request', async ({
  person,
}) => {
  const dana = await makes(person, { outcome: OUTCOME })
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', access: 'Can edit' })
  const { secret, planId } = linkParts(link)
  const guest = await person()
  const { page } = guest
  const requests: Request[] = []
  const sockets: string[] = []
  guest.context.on('request', (request) => requests.push(request))
  page.on('websocket', (socket) => sockets.push(socket.url()))

  await guest.open('/')
  const ingrid = { person: guest, app: new AppPage(guest), plan: await new AppPage(guest).openLink(link) }
  await ingrid.plan.isSynced()
  await ingrid.plan.outcome.fill('Invoices match, every time')
  const further = linkParts(await sendLink(ingrid, { role: 'CFO', access: 'Can edit' })).secret
  await ingrid.plan.isSynced()
  await expectNowhere(ingrid.plan, [secret, further])
  await page.getByRole('link', { name: 'Plans', exact: true }).click()
  await ingrid.app.openPlan('Halden Foods and Quillmark')
  await page.reload()
  await ingrid.plan.isSynced()
  await expectNowhere(ingrid.plan, [secret, further])

  // Going back leads to pages without it, too.
  await page.goBack()
  await page.goBack()
  await expectNowhere(ingrid.plan, [secret, further])

  // The network knows it from the header that is for it, and from nothing else.
  expect(requests.some((request) => request.url().includes(`/api/plans/${planId}/me`))).toBe(true)
  expect(sockets.length).toBeGreaterThan(0)
  for (const known of [secret, further]) {
    expect(sockets.join('\n')).not.toContain(known)
    for (const request of requests) {
      // What the browser was asked to open still has its fragment here; it is cut off before it leaves.
      expect(request.url().split('#')[0]).not.toContain(known)
      expect(request.postData() ?? '').not.toContain(known)
      const { authorization: _, ...headers } = await request.allHeaders()
      expect(JSON.stringify(headers)).not.toContain(known)
      expect(headers['referer'] ?? '').toBe('')
    }
  }
})

/** Where the browser shows or keeps things for anybody who looks: nothing of these secrets. */
async function expectNowhere(plan: PlanPage, secrets: readonly string[]): Promise<void> {
  const places = await plan.page.evaluate(async () => {
    const caches = await Promise.all(
      (await globalThis.caches.keys()).map(async (name) => {
        const cache = await globalThis.caches.open(name)
        return (await cache.keys()).map(({ url }) => url)
      }),
    )
    return {
      address: location.href,
      history: JSON.stringify(history.state),
      title: document.title,
      cookies: document.cookie,
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      window: window.name,
      caches: JSON.stringify(caches),
      page: document.documentElement.outerHTML,
    }
  })
  const cookies = JSON.stringify(await plan.page.context().cookies())
  for (const [place, content] of Object.entries({ ...places, cookies })) {
    for (const secret of secrets) expect(content.includes(secret), `a secret in: ${place}`).toBe(false)
  }
}
