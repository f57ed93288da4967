// @vitest-environment jsdom
import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { bareHtml } from './bare-html.ts'

test.each([
  ['attributes', '<TD style="a>b" onclick=\'x\' rowspan=2 colspan="3">a</TD>', '<td rowspan="2" colspan="3">a</td>'],
  ['styles and scripts', 'a<style>td{}</style>b<SCRIPT src=x>c</script >d', 'abd'],
  ['a style without an end', 'a<style>td{}', 'a'],
  ['comments and conditions', '<!--StartFragment-->a<![if !x]>b<!-- > -->c', 'abc'],
  ['signs that are no tags', 'a < b <3 <', 'a &lt; b &lt;3 &lt;'],
  ['a tag without an end', 'a<img src="x', 'a<img>'],
  ['words that look like code', '<td>style="x" onload=y</td>', '<td>style="x" onload=y</td>'],
  ['nothing', '', ''],
])('%s', (_, html, bare) => expect(bareHtml(html)).toBe(bare))

const piece = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '<td',
    '<img src=x onerror=1',
    ' style="',
    '<script>',
    '</script>',
    '<style>',
    '<!--',
    '-->',
    ' rowspan=2',
    '/',
    '=',
    'a',
  ),
  fc.string({ maxLength: 5 }),
)

test('however it is written, nothing is left that could run, be fetched or ask the policy', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const page = new DOMParser().parseFromString(bareHtml(pieces.join('')), 'text/html')
      const names = [...page.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())
      expect(names.filter((name) => !['rowspan', 'colspan', 'aria-checked'].includes(name))).toEqual([])
      expect(page.querySelectorAll('script, style')).toHaveLength(0)
    }),
    { numRuns: 500 },
  )
})
