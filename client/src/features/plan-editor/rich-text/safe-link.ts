/**
 * Links in the editor, judged by the same parser as in the static text. The library's own link draws an address that is not
 * allowed as a link to nowhere; here it is what it is in the static text too: plain words.
 */
import { parseSafeLink } from '@milepost/plan'
import { Link } from '@tiptap/extension-link'

export const SafeLink = Link.extend({
  renderHTML(props) {
    return isSafe(props.HTMLAttributes['href']) ? (this.parent?.(props) ?? ['span', 0]) : ['span', 0]
  },
}).configure({
  protocols: [],
  openOnClick: false,
  markdownLinks: true,
  defaultProtocol: 'https',
  isAllowedUri: isSafe,
})

function isSafe(href: unknown): boolean {
  return parseSafeLink(href) !== null
}
