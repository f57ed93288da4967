/**
 * Binds an editor to one rich text of the plan and shows the others' carets in it.
 *
 * Tiptap's own Collaboration extension is left out on purpose: it owns an undo manager that dies with the first editor
 * that unmounts. With the two plugins alone the page keeps its single undo for fields, moves, dates and rich text.
 * What another person's presence claims is parsed before the caret plugin sees it: that plugin trusts its input.
 */
import { Extension } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { yCursorPlugin, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import type { XmlFragment } from 'yjs'
import { caretInPage } from './caret-in-page.ts'

/** Whose caret it is: the name on its flag and the side whose colour and shape it takes. */
export interface CaretOwner {
  readonly name: string
  readonly side: 'buyer' | 'seller'
}

export interface YjsBindingOptions {
  readonly fragment: XmlFragment
  readonly awareness: Awareness
  readonly ownerOf: (clientId: number) => CaretOwner | null
  readonly classes: {
    readonly caret: string
    readonly flag: string
    readonly selection: string
    readonly moved: string
  }
}

export function yjsBinding(options: YjsBindingOptions): Extension {
  const { fragment, awareness, ownerOf, classes } = options
  return Extension.create({
    name: 'planText',
    // Before every other plugin, so that they all see a document that is already the shared one.
    priority: 1000,
    addProseMirrorPlugins: () => [
      ...(fragment.doc === null ? [] : [caretInPage(fragment.doc)]),
      ySyncPlugin(fragment),
      yCursorPlugin(awareness, {
        awarenessStateFilter: (own: number, other: number, state: unknown) =>
          own !== other && ownerOf(other) !== null && hasSafeCursor(state),
        cursorBuilder: (_user: unknown, clientId: number) => caretElement(ownerOf(clientId), clientId, classes),
        selectionBuilder: (_user: unknown, clientId: number) => ({
          class: classes.selection,
          'data-side': ownerOf(clientId)?.side ?? 'buyer',
        }),
      }),
      keepChosenMarks(),
      new Plugin({ view: (view) => flagMovedCarets(view.dom, awareness, classes.moved) }),
    ],
  })
}

/**
 * Bold was pressed and nothing typed yet: what somebody else writes at that moment rebuilds the document, and the editor
 * would forget the choice with it.
 */
function keepChosenMarks(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const chosen = before.storedMarks
      if (chosen === null || after.storedMarks !== null || !after.selection.empty) return null
      return transactions.some(isFromOthers) ? after.tr.setStoredMarks(chosen) : null
    },
  })
}

function isFromOthers(transaction: Transaction): boolean {
  const sync: unknown = transaction.getMeta(ySyncPluginKey)
  return isRecord(sync) && sync['isChangeOrigin'] === true
}

function caretElement(owner: CaretOwner | null, clientId: number, classes: YjsBindingOptions['classes']): HTMLElement {
  const caret = document.createElement('span')
  caret.className = `${classes.caret} ${classes.moved}`
  caret.dataset['side'] = owner?.side ?? 'buyer'
  caret.dataset['caret'] = String(clientId)
  // Who is where is said by presence and by polite announcements; read aloud in the middle of a word it would only disturb.
  caret.ariaHidden = 'true'
  const flag = document.createElement('b')
  flag.className = classes.flag
  flag.textContent = owner?.name ?? ''
  caret.append(flag)
  return caret
}

/** A caret shows its name for two seconds after it moved (the length stands in the style sheet), then only its cap. */
function flagMovedCarets(dom: HTMLElement, awareness: Awareness, moved: string): { destroy(): void } {
  const flagAgain = ({ added, updated }: { added: number[]; updated: number[] }) => {
    for (const clientId of [...added, ...updated]) {
      const caret = dom.querySelector<HTMLElement>(`[data-caret="${clientId}"]`)
      if (caret === null) continue
      caret.classList.remove(moved)
      // Reading a layout value between the two makes the browser start the animation anew.
      void caret.offsetWidth
      caret.classList.add(moved)
    }
  }
  awareness.on('change', flagAgain)
  return { destroy: () => awareness.off('change', flagAgain) }
}

/** Whether a stranger's `cursor` is two positions the plugin can resolve without throwing. */
export function hasSafeCursor(state: unknown): boolean {
  if (!isRecord(state)) return false
  const cursor = state['cursor']
  return isRecord(cursor) && isSafePosition(cursor['anchor']) && isSafePosition(cursor['head'])
}

function isSafePosition(position: unknown): boolean {
  if (!isRecord(position)) return false
  const { type, tname, item } = position
  // A name would be looked up as a root of the document, and made there if it is missing: never on a stranger's word.
  if (tname !== undefined && tname !== null) return false
  return isSafeId(item) || (isSafeId(type) && (item === undefined || item === null))
}

function isSafeId(id: unknown): boolean {
  return isRecord(id) && isCount(id['client']) && isCount(id['clock'])
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
