// Texts of the interface stand in the catalogue (client/src/words) and nowhere else, so that whoever edits a word, or
// translates them all, opens one folder. This rule finds a text by how it looks: anything that a screen draws or a name that
// assistive technology reads, and elsewhere what reads as words rather than as a key or a name in code.

const CLIENT = /(^|\/)client\/src\//
const NOT_SCREENS = /client\/src\/(words|styles)\/|\.test\.tsx?$|\/(test|testing)\//
const TEXT_ATTRIBUTES = new Set([
  'aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'alt', 'title', 'placeholder', 'label',
  'description', 'hint', 'heading', 'name', 'words', 'text', 'message', 'caption',
]) // prettier-ignore
/** Their values may have several words, and nobody reads them. */
const CODE_ATTRIBUTES = new Set(['className', 'rel', 'placement', 'aria-labelledby', 'aria-describedby'])
const PLACEMENT = /^(top|bottom)( (start|end))?$/
const KEY_NAMES =
  /^(Enter|Escape|Tab|Backspace|Delete|Home|End|PageUp|PageDown|Arrow\w+|Alt|Control|Ctrl|Meta|Mod|Shift|Space|F\d+|Key[A-Z]|Digit\d)$/
/** Methods that ask whether a value is in another, as `===` asks whether it is another, and those that take selectors. */
const VALUE_TESTS = /^(includes|startsWith|endsWith|querySelector(All)?|closest|matches)$/
const LETTERS = /\p{L}{2}/u

/** Whether a string outside of JSX reads as words: two of them, or one that begins as a sentence does. */
export function readsAsWords(text) {
  if (KEY_NAMES.test(text) || PLACEMENT.test(text) || /^\s*@media /u.test(text)) return false
  if (/^[\w.-]*[[\]#>:*=(){}/\\<]/u.test(text) && !/\p{L}{2,} \p{Ll}{2,} \p{Ll}{2,}/u.test(text)) return false
  return /\p{L}{2,}[,:.’']? \p{L}/u.test(text) || /^\p{Lu}\p{Ll}+$/u.test(text)
}

/** A word with a space before or behind it, beside a value: `Undo ${what}`; not `size${n}`, a rule of CSS, a scheme of HTTP. */
function standsApart(part) {
  return /^ \p{L}{2}|(^|\s)\p{L}{2,} $/u.test(part) && !/^([a-z-]+:\S|Bearer $)/u.test(part)
}

const words = {
  create(context) {
    const file = (context.physicalFilename ?? context.filename).replaceAll('\\', '/')
    if (!CLIENT.test(file) || NOT_SCREENS.test(file)) return {}
    const report = (node) => context.report({ node, message: 'A text of the interface belongs in client/src/words' })
    const check = (node, text) => {
      const seen = drawnAt(node)
      if (seen === 'developer') return
      if (seen === 'drawn' ? LETTERS.test(text) : readsAsWords(text)) report(node)
    }
    return {
      JSXText: (node) => LETTERS.test(node.value) && report(node),
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateLiteral: (node) => {
        const parts = node.quasis.map((part) => part.value.cooked ?? '')
        check(node, parts.some(standsApart) ? 'a word apart' : parts.join(''))
      },
    }
  },
}

/** 'drawn': a child of JSX or an attribute that is read out; 'developer': for those who write code; null: anything else. */
function drawnAt(node) {
  let value = node
  for (let at = node.parent; at; value = at, at = at.parent) {
    switch (at.type) {
      case 'ConditionalExpression':
        if (at.test === value) return 'developer'
        continue
      case 'LogicalExpression':
      case 'TemplateLiteral':
      case 'JSXExpressionContainer':
        continue
      case 'JSXElement':
      case 'JSXFragment':
        return 'drawn'
      case 'JSXAttribute':
        return TEXT_ATTRIBUTES.has(at.name.name) ? 'drawn' : CODE_ATTRIBUTES.has(at.name.name) ? 'developer' : null
      case 'ImportDeclaration':
      case 'ImportExpression':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'TSLiteralType':
      case 'SwitchCase':
        return at.type === 'SwitchCase' && at.test !== value ? null : 'developer'
      case 'BinaryExpression':
        return at.operator === '+' ? null : 'developer'
      case 'CallExpression':
        return at.callee !== value && VALUE_TESTS.test(at.callee.property?.name ?? '') ? 'developer' : null
      case 'NewExpression':
        return /(Error|Exception)$/.test(at.callee.name ?? '') ? 'developer' : null
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        continue
      default:
        return null
    }
  }
  return null
}

export { words }
