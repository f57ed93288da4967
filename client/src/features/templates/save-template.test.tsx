// @vitest-environment jsdom
import { readPlan, setGoLive, setText, type PlanDoc } from '@milepost/plan'
import { startPlan, templateById, type Template } from '@milepost/templates'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { preloadFloating } from '../../ui/floating-surface.tsx'
import { SaveTemplateDialog } from './SaveTemplateDialog.tsx'
import { showWithPlan } from './testing/open-plan.tsx'

await preloadFloating()
afterEach(cleanup)

const BASE = templateById('one-team-first') as Template
const OURS: Template = { ...BASE, id: 'ours', version: 4, name: 'Ours', summary: 'As we do it' }

function filled(template: Template) {
  return (doc: PlanDoc) => {
    const start = { buyer: 'Halden Foods', seller: 'Quillmark', title: 'Invoices match', today: '2026-06-17' as never }
    startPlan(doc, template, { ...start, goLive: null, side: 'buyer', by: { role: '', name: '' } })
    const [one, two] = readPlan(doc).milestones
    if (one !== undefined) setText(doc, { in: 'milestones', id: one.id, field: 'title' }, 'Halden knows the cost')
    if (two !== undefined) setText(doc, { in: 'milestones', id: two.id, field: 'title' }, 'Quillmark has shown it')
  }
}

const show = (fill: (doc: PlanDoc) => void, own: readonly Template[] = []) =>
  showWithPlan({ part: <SaveTemplateDialog onClose={() => undefined} />, fill, own })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save template' }))

test('names are left out, except where somebody says that it is none', async () => {
  const { kept } = show(filled(BASE))
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: ' Invoices ' } })
  fireEvent.click(screen.getByRole('checkbox', { name: /^The seller has shown it/ }))
  save()
  await screen.findByText('Open the template')
  const [template] = kept
  expect(template).toMatchObject({ name: 'Invoices', version: 1, basedOn: 'one-team-first' })
  expect(template?.milestones.slice(0, 2).map(({ title }) => title)).toEqual([
    'The buyer knows the cost',
    'Quillmark has shown it',
  ])
})

test('under the name of one that is here it becomes the next version of it', async () => {
  const { kept } = show(filled(OURS), [OURS])
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' })
  expect(name.value).toBe('Ours')
  expect(screen.getByText('Becomes version 5 of Ours.')).toBeTruthy()
  save()
  await waitFor(() => expect(kept).toMatchObject([{ id: 'ours', version: 5, summary: 'As we do it', basedOn: null }]))
})

test('under another name it is a template of its own, which knows where it came from', async () => {
  const { kept } = show(filled(OURS), [OURS])
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Theirs' } })
  save()
  await waitFor(() => expect(kept).toMatchObject([{ name: 'Theirs', version: 1, basedOn: 'ours' }]))
  expect(kept[0]?.id).not.toBe('ours')
})

test('one without a name is not saved, and a plan without go-live says what it needs', async () => {
  const { kept } = show(filled(BASE))
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: '  ' } })
  save()
  await screen.findByText('What is it called?')
  expect(kept).toEqual([])
  cleanup()
  show((doc) => {
    filled(BASE)(doc)
    setGoLive(doc, null)
  })
  await screen.findByText('It has no go-live. Say which milestone is go-live first.')
})
