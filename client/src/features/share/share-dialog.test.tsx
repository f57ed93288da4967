// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { grant, ME, NOW, showShareDialog } from './testing/share-page.tsx'

afterEach(cleanup)

const HOUR = 3_600_000
const dialog = () => screen.findByRole('dialog', { name: 'Share this plan' })
const side = async (name: string) => await screen.findByRole('region', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const press = (name: string | RegExp) => fireEvent.click(button(name))
const fill = (role: string, name: string) => {
  fireEvent.change(screen.getByRole('combobox', { name: 'Role' }), { target: { value: role } })
  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: name } })
}

describe('the list', () => {
  test('stands by side, buyer first, with who was seen when and the roles without a link', async () => {
    showShareDialog({
      grants: [
        ME,
        grant('marek', { role: 'IT Security Lead', name: 'Marek Dvořák', online: true }),
        grant('joana', { role: 'Plant Controller', name: 'Joana Prates', lastSeenAt: NOW - 2 * HOUR }),
        grant('old', { role: 'Auditor', expiresAt: NOW - HOUR }),
      ],
    })
    const regions = async () => {
      await side('Halden Foods')
      return screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))
    }
    expect(await regions()).toEqual(expect.arrayContaining(['Halden Foods', 'Quillmark']))
    const rows = within(await side('Halden Foods'))
      .getAllByRole('listitem')
      .map((row) => row.textContent)
    expect(rows).toEqual([
      expect.stringContaining('IT Security Lead – Marek DvořákAccess of IT Security Lead – Marek DvořákCan editNow'),
      expect.stringContaining('2 h ago'),
      expect.stringContaining('Has run out'),
      expect.stringContaining('General Counsel – Who?No link yet'),
      expect.stringContaining('CFO – Astrid NygaardNo link yet'),
    ])
    expect((await side('Quillmark')).textContent).toContain('Now, youThis device')
    expect(screen.queryByRole('button', { name: /Revoke link of Account executive/u })).toBeNull()
  })

  test('a right is changed in its row', async () => {
    const { relay } = showShareDialog({ grants: [ME, grant('marek', { role: 'IT Security Lead' })] })
    fireEvent.click(await screen.findByRole('button', { name: 'Access of IT Security Lead Can edit' }))
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Read-only' }))
    expect(relay.asked).toEqual(['right marek view'])
    expect(await screen.findByRole('button', { name: 'Access of IT Security Lead Read-only' })).toBeTruthy()
  })

  test('the secret is copied or shown where it is known; elsewhere a new link replaces the old one', async () => {
    const { relay } = showShareDialog({
      grants: [
        ME,
        grant('marek', { role: 'IT Security Lead' }),
        grant('joana', { role: 'Plant Controller', usedAt: NOW }),
      ],
      known: ['marek'],
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Show QR code of IT Security Lead' }))
    expect(await screen.findByRole('img', { name: /QR code of the link for the IT Security Lead/u })).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Link for the IT Security Lead' }).value).toMatch(
      /#secret-of-marek$/u,
    )
    press('New link for Plant Controller, replaces the old one')
    await waitFor(() => expect(relay.asked).toEqual(['renew joana']))
    expect(await screen.findByRole('textbox', { name: 'Link for the Plant Controller' })).toBeTruthy()
  })
})

describe('a new link', () => {
  test('the first one for the other side is offered as manage, and says why', async () => {
    const { relay, roster } = showShareDialog()
    await side('Halden Foods')
    expect(button('Side Halden Foods')).toBeTruthy()
    expect(button('Access Can manage')).toBeTruthy()
    expect((await dialog()).textContent).toContain('neither can lock the other out unseen')
    fill('General Counsel', 'Ruth Amadi')
    press('Create link')
    await waitFor(() => expect(relay.asked).toEqual(['create buyer General Counsel Ruth Amadi manage']))
    expect(await screen.findByRole('textbox', { name: 'Link for the General Counsel' })).toBeTruthy()
    // The open role has its name now, and the link knows both.
    expect(roster()).toEqual(['General Counsel – Ruth Amadi', 'CFO – Astrid Nygaard'])
    const made = relay.grants().at(-1)
    expect([made?.roleId, made?.personId].every((id) => typeof id === 'string')).toBe(true)
    expect(button('Access Can edit')).toBeTruthy()
  })

  test('a role that the plan does not have yet enters its roster', async () => {
    const { roster } = showShareDialog()
    await side('Halden Foods')
    fill('Data protection officer', '')
    press('Create link')
    await screen.findByRole('textbox', { name: 'Link for the Data protection officer' })
    expect(roster()).toContain('Data protection officer – ?')
  })

  test('a second person in a role does not push out the first', async () => {
    const { relay, roster } = showShareDialog()
    await side('Halden Foods')
    fill('cfo', 'Somebody Else')
    press('Create link')
    await waitFor(() => expect(relay.asked).toHaveLength(1))
    expect(roster()).toEqual(['General Counsel – ?', 'CFO – Astrid Nygaard'])
    expect(relay.grants().at(-1)?.personId).toBeNull()
  })

  test('somebody who is in the plan gets one more role, not a second self, and one link for both', async () => {
    const { relay, roster } = showShareDialog()
    expect((await side('Halden Foods')).textContent).toContain('CFO – Astrid NygaardNo link yet')
    fill('Budget owner', 'astrid nygaard')
    press('Create link')
    await screen.findByRole('textbox', { name: 'Link for the Budget owner' })
    expect(roster()).toEqual(['General Counsel – ?', 'CFO – Astrid Nygaard', 'Budget owner – Astrid Nygaard'])
    expect(relay.grants().at(-1)?.personId).not.toBeNull()
    // One person, one link: none is asked for in her other role.
    expect((await side('Halden Foods')).textContent).not.toContain('CFO – Astrid Nygaard')
    expect((await side('Halden Foods')).textContent).toContain('General Counsel – Who?No link yet')
  })

  test('needs a role or a name, and asks for it where it is missing', async () => {
    const { relay } = showShareDialog()
    await side('Halden Foods')
    press('Create link')
    expect(screen.getByRole('alert').textContent).toContain('Say the role first')
    expect(relay.asked).toEqual([])
  })

  test('a role in the list gets its link with one press', async () => {
    const { relay } = showShareDialog()
    await side('Halden Foods')
    press('Create link for CFO')
    await waitFor(() => expect(relay.asked).toEqual(['create buyer CFO Astrid Nygaard manage']))
    expect(await screen.findByRole('textbox', { name: 'Link for the CFO' })).toBeTruthy()
  })

  test('every right that one may give is offered, weakest first', async () => {
    showShareDialog()
    await side('Halden Foods')
    press('Access Can manage')
    expect(screen.getAllByRole('menuitemradio').map((item) => item.getAttribute('data-label'))).toEqual([
      'Read-only',
      'Can comment',
      'Can edit',
      'Can manage',
    ])
  })
})

describe('revoking', () => {
  test('works at once and offers the way back', async () => {
    const { relay } = showShareDialog({ grants: [ME, grant('marek', { role: 'IT Security Lead', right: 'view' })] })
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke link of IT Security Lead' }))
    await waitFor(() => expect(relay.asked).toEqual(['revoke marek with made']))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(relay.asked.at(-1)).toBe('give back marek view'))
    expect(await screen.findByRole('button', { name: 'Revoke link of IT Security Lead' })).toBeTruthy()
  })

  test('asks only where the link has made others: those too?', async () => {
    const { relay } = showShareDialog({
      grants: [
        ME,
        grant('marek', { role: 'IT Security Lead' }),
        grant('joana', { role: 'Plant Controller', madeBy: 'marek' }),
        grant('third', { role: 'Auditor', madeBy: 'joana' }),
      ],
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Revoke link of IT Security Lead' }))
    const ask = await screen.findByText(/has made 2 links: Plant Controller, Auditor/u)
    expect(relay.asked).toEqual([])
    const panel = ask.closest('section')
    if (panel === null) throw new Error('the question is a dialog of its own')
    expect(within(panel).getByRole<HTMLInputElement>('checkbox', { name: 'Revoke them too' }).checked).toBe(true)
    fireEvent.click(within(panel).getByRole('button', { name: 'Revoke' }))
    await waitFor(() => expect(relay.asked).toEqual(['revoke marek with made']))
  })

  test('a link made a moment ago, which the list on screen does not show, is asked about too', async () => {
    const { relay } = showShareDialog({ grants: [ME, grant('marek', { role: 'IT Security Lead' })] })
    const revoke = await screen.findByRole('button', { name: 'Revoke link of IT Security Lead' })
    relay.elsewhere(grant('joana', { role: 'Plant Controller', madeBy: 'marek' }))
    fireEvent.click(revoke)
    expect(await screen.findByText(/has made 1 link: Plant Controller/u)).toBeTruthy()
    expect(relay.asked).toEqual([])
  })

  test('a relay that cannot be asked revokes nothing, and the row says so', async () => {
    const { relay } = showShareDialog({ grants: [ME, grant('marek', { role: 'IT Security Lead' })] })
    const revoke = await screen.findByRole('button', { name: 'Revoke link of IT Security Lead' })
    relay.fail('unreachable')
    fireEvent.click(revoke)
    expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0)
    expect(relay.asked).toEqual([])
  })

  test('revoked links are counted, shown on demand, and given back', async () => {
    const { relay } = showShareDialog({
      grants: [ME, grant('marek', { role: 'IT Security Lead', revokedAt: NOW - HOUR, revokedBy: 'me' })],
    })
    fireEvent.click(await screen.findByRole('button', { name: '1 revoked link' }))
    const revoked = screen.getByRole('region', { name: 'Revoked links' })
    expect(revoked.textContent).toContain('Can edit, revoked 1 h ago by Account executive – Dana Okafor')
    press('Give back the link of IT Security Lead')
    await waitFor(() => expect(relay.asked).toEqual(['give back marek edit']))
  })
})

describe('what the reader may not do is not drawn', () => {
  test('an editor: only the own side, only the links one made, up to one’s own right', async () => {
    showShareDialog({
      right: 'edit',
      grants: [
        { ...ME, right: 'edit' },
        grant('boss', { side: 'seller', role: 'VP Sales', right: 'manage', madeBy: null }),
        grant('mine', { side: 'seller', role: 'Solutions engineer', madeBy: 'me' }),
        grant('theirs', { side: 'seller', role: 'Intern', madeBy: 'boss' }),
      ],
    })
    await side('Quillmark')
    expect(screen.queryByRole('button', { name: /^Side/u })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Create link for CFO' })).toBeNull()
    expect(button('Access Can edit')).toBeTruthy()
    expect(
      screen.getAllByRole('button', { name: /^Revoke link/u }).map((one) => one.getAttribute('aria-label')),
    ).toEqual(['Revoke link of Solutions engineer'])
  })

  test('a reader: no list, and a read-only link for the own side', async () => {
    const { relay, roster } = showShareDialog({ right: 'view', grants: [{ ...ME, right: 'view' }] })
    const text = (await dialog()).textContent
    expect(text).toContain('shows the whole plan and changes nothing')
    expect(screen.queryByRole('region', { name: 'Halden Foods' })).toBeNull()
    fill('Assistant', 'Kim')
    press('Create link')
    await waitFor(() => expect(relay.asked).toEqual(['create seller Assistant Kim view']))
    expect(await screen.findByRole('textbox', { name: /^Link for Assistant/u })).toBeTruthy()
    expect(roster()).not.toContain('Assistant – Kim')
  })
})

describe('without the relay', () => {
  test('says so, that the plan is safe, and leaves no trace of a link that was not made', async () => {
    const { relay, roster } = showShareDialog({ problem: 'unreachable' })
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('the plan is kept on this device')
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeTruthy()
    fill('Auditor', 'Kim')
    press('Create link')
    await waitFor(() => expect(relay.asked).toHaveLength(1))
    await waitFor(() => expect(roster()).toEqual(['General Counsel – ?', 'CFO – Astrid Nygaard']))
  })
})
