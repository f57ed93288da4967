/** What comes from outside: links and files, as people send them and as they should not be. */
import { parseTemplate, templateById, TEMPLATES, templateToJson, type Template } from '@milepost/templates'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OwnTemplate } from '../../hooks/use-templates.ts'
import { takenIn } from './take-in.ts'
import { MOST_BYTES, readTemplateFile, templateFile } from './template-file.ts'
import { LONGEST_LINK, readTemplateLink, templateLink } from './template-link.ts'

const BASE = templateById('full-rollout') as Template
const OURS: Template = { ...BASE, id: 'ours', version: 3, name: 'Ours – größer' }
const ORIGIN = 'https://milepost.example'

async function fragmentOf(template: Template): Promise<string> {
  const link = await templateLink(template, ORIGIN)
  expect(link.startsWith(`${ORIGIN}/templates#t=`)).toBe(true)
  return link.slice(link.indexOf('#') + 1)
}

/** Any text as the fragment of a link. */
async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = Buffer.from(await new Response(stream).arrayBuffer())
  return `t=${bytes.toString('base64url')}`
}

describe('a link', () => {
  test.each(TEMPLATES)('carries all of “$name”, in letters that nobody changes', async (template) => {
    const fragment = await fragmentOf(template)
    expect(fragment).toMatch(/^t=[A-Za-z0-9_-]+$/u)
    expect(await readTemplateLink(fragment)).toEqual(template)
  })

  test('that carries nothing is no template, and no problem', async () => {
    expect(await readTemplateLink('')).toBeNull()
    expect(await readTemplateLink('own-templates')).toBeNull()
  })

  test('is not made where nobody could send it', async () => {
    // Words that do not compress.
    let n = 7
    const noise = () =>
      Array.from({ length: 1900 }, () => String.fromCharCode(33 + ((n = (n * 16807) % 2147483647) % 90))).join('')
    const milestones = OURS.milestones.map((milestone) => ({
      ...milestone,
      steps: milestone.steps.map((step) => ({ ...step, outcome: noise() })),
    }))
    expect(await templateLink({ ...OURS, milestones }, ORIGIN)).toBe('too-big')
  })

  test('that was cut, is odd or unpacks into a flood is refused with a word', async () => {
    const fragment = await fragmentOf(OURS)
    expect(await readTemplateLink(fragment.slice(0, -40))).toBe('unreadable')
    expect(await readTemplateLink('t=%%%')).toBe('unreadable')
    expect(await readTemplateLink('t=')).toBe('unreadable')
    expect(await readTemplateLink(`t=${'A'.repeat(LONGEST_LINK)}`)).toBe('too-big')
    expect(await readTemplateLink(await packed(`{"id":"${'a'.repeat(MOST_BYTES)}"}`))).toBe('too-big')
    expect(await readTemplateLink(await packed('{"id":"x"}'))).toBe('not-a-template')
    expect(await readTemplateLink(await packed('null'))).toBe('unreadable')
  })

  test('whatever it says, reading it ends in a template or a word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), fc.json(), async (letters, json) => {
        for (const fragment of [`t=${letters}`, await packed(json)]) {
          const read = await readTemplateLink(fragment)
          expect(typeof read === 'string' || read?.id !== undefined).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file', () => {
  test('has a name that says what it is, and is read back', async () => {
    const file = templateFile(OURS)
    expect(file.name).toBe('ours-größer.milepost-template.json')
    expect(await readTemplateFile(new Blob([file.text]))).toEqual(OURS)
    expect(templateFile({ ...OURS, name: '///' }).name).toBe('template.milepost-template.json')
  })

  test.each([
    ['unreadable', 'PK\u0003\u0004'],
    ['unreadable', ''],
    ['not-a-template', '[]'],
    ['not-a-template', JSON.stringify({ ...JSON.parse(templateToJson(OURS)), format: 'milepost-plan/1' })],
    ['unknown-role', JSON.stringify({ ...JSON.parse(templateToJson(OURS)), roles: [] })],
    ['too-big', 'x'.repeat(MOST_BYTES + 1)],
  ])('%s', async (problem, text) => {
    expect(await readTemplateFile(new Blob([text]))).toBe(problem)
  })
})

describe('what is taken in', () => {
  const own = (...versions: readonly Template[]): readonly OwnTemplate[] => {
    const [newest] = versions
    return newest === undefined
      ? []
      : [{ id: newest.id, newest, versions: versions.map((template) => ({ template, keptAt: 1 })) }]
  }
  const older = { ...OURS, version: 2 }
  const taken = (template: Template, here: readonly OwnTemplate[]) => takenIn(template, here, () => 'fresh')

  test('is new, or another version of what is here', () => {
    expect(taken(OURS, [])).toEqual({ what: 'new', template: OURS })
    expect(taken(OURS, own(older))).toEqual({ what: 'version', template: OURS })
  })

  test('is known where it says the same', () => {
    expect(taken(OURS, own(OURS, older))).toEqual({ what: 'known', template: OURS })
    expect(taken(BASE, [])).toEqual({ what: 'known', template: BASE })
  })

  test('never takes the place of something else: it stands beside it', () => {
    const other = { ...OURS, name: 'Theirs' }
    expect(taken(other, own(OURS))).toEqual({
      what: 'copy',
      template: { ...other, id: 'fresh', version: 1, basedOn: 'ours' },
    })
    const posing = { ...OURS, id: 'full-rollout' }
    expect(taken(posing, [])).toMatchObject({ what: 'copy', template: { id: 'fresh', basedOn: 'full-rollout' } })
  })

  test('can always be kept and read again', () => {
    const { template } = taken({ ...OURS, name: 'Theirs' }, own(OURS))
    expect(parseTemplate(JSON.parse(templateToJson(template)))).toEqual(template)
  })
})
