/**
 * Keeps the caret where the person put it. The browser moves a caret at once and tells of it a moment later; what
 * somebody else writes in that moment makes the editor draw its text anew, and with it the caret where the editor
 * last knew it: the next letters would stand in the wrong place. So before anything from outside is drawn, the
 * page is asked where the caret is.
 */
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Doc } from 'yjs'

/** Must stand before the plugin that binds the document, which remembers the caret at the same signal. */
export function caretInPage(doc: Doc): Plugin {
  let view: EditorView | null = null
  return new Plugin({
    view(made) {
      view = made
      const takeOver = () => {
        const selection = movedSelection(made)
        if (selection !== null) made.dispatch(made.state.tr.setSelection(selection))
      }
      doc.on('beforeAllTransactions', takeOver)
      return {
        destroy() {
          doc.off('beforeAllTransactions', takeOver)
          view = null
        },
      }
    },
    // Somebody else's caret: nothing of the text changes, yet it is drawn anew.
    appendTransaction(transactions, _before, after) {
      if (view === null || transactions.some(movesByItself)) return null
      const selection = movedSelection(view)
      return selection === null ? null : after.tr.setSelection(selection)
    },
  })
}

function movesByItself(transaction: Transaction): boolean {
  return transaction.docChanged || transaction.selectionSet
}

/** What is selected on the page, where the editor does not know it yet. */
function movedSelection(view: EditorView): TextSelection | null {
  const { selection, doc } = view.state
  if (view.isDestroyed || view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return null
  const { anchorNode, anchorOffset, focusNode, focusOffset } = view.dom.ownerDocument.getSelection() ?? {}
  if (!isInside(view, anchorNode) || !isInside(view, focusNode)) return null
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0)
  const head = view.posAtDOM(focusNode, focusOffset ?? 0)
  if (anchor === selection.anchor && head === selection.head) return null
  const moved = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  return moved instanceof TextSelection && !moved.eq(selection) ? moved : null
}

function isInside(view: EditorView, node: Node | null | undefined): node is Node {
  return node !== null && node !== undefined && view.dom.contains(node)
}
