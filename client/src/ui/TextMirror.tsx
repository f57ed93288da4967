// The same text once more, behind the field it belongs to: it gives the field its height, and it is the only way to know
// where in a textarea a letter stands. The carets and selections of the others are drawn in it, never over the text.
import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import type { Side } from './side.ts'
import styles from './TextMirror.module.css'

export interface RemoteCaret {
  /** Where the selection began, and where its moving end is; equal without a selection. */
  readonly at: number
  readonly head: number
  readonly name: string
  readonly side: Side
}

export interface MirrorProps {
  readonly text: string
  readonly carets: readonly RemoteCaret[]
  /** The text itself is seen (a field that only shows); else the textarea in front shows it. */
  readonly visible?: boolean
  readonly placeholder?: string | undefined
  readonly ref?: Ref<HTMLSpanElement>
}

export function Mirror({ text, carets, visible = false, placeholder, ref }: MirrorProps) {
  const here = carets.map((caret) => ({ ...caret, at: inside(caret.at, text), head: inside(caret.head, text) }))
  const cuts = [...new Set([0, text.length, ...here.flatMap(({ at, head }) => [at, head])])].toSorted((a, b) => a - b)
  const pieces = cuts.slice(0, -1).map((from, index) => ({ from, to: cuts[index + 1] ?? text.length }))
  // An empty field is as high as its placeholder.
  const standIn = text === '' && !visible ? (placeholder ?? '') : ''
  return (
    <span ref={ref} className={classNames(styles.mirror, visible && styles.visible)} aria-hidden={!visible}>
      {carets.length > 0 &&
        here.map((caret, index) => caret.head === 0 && <Caret key={keyOf(caret, index)} caret={caret} />)}
      {pieces.map(({ from, to }) => (
        <Piece key={from} text={text.slice(from, to)} selected={selectionOver(here, from, to)}>
          {here.map((caret, index) => caret.head === to && to > 0 && <Caret key={keyOf(caret, index)} caret={caret} />)}
        </Piece>
      ))}
      {/* A last space or an empty text still has a line. */}
      {!visible && <span data-filler="">{`${standIn}\u200b`}</span>}
    </span>
  )
}

function Piece({
  text,
  selected,
  children,
}: {
  readonly text: string
  readonly selected: Side | null
  readonly children: ReactNode
}) {
  return (
    <>
      {selected === null ? text : <span className={classNames(styles.selection, styles[selected])}>{text}</span>}
      {children}
    </>
  )
}

/** A zero-width mark: it takes no room, so the text keeps its breaks. The name is drawn from an attribute, it is no text. */
function Caret({ caret }: { readonly caret: RemoteCaret }) {
  const { at, head, name, side } = caret
  // A new key for a new place starts the flag's two seconds again; the style sheet ends them.
  return (
    <span className={classNames(styles.caret, styles[side])} aria-hidden="true">
      <i key={`${at} ${head}`} data-name={name} />
    </span>
  )
}

/** Whether a caret stands on the first and on the last line of the mirror. Where nothing has a size there is one line. */
export function caretLine(mirror: HTMLElement | null, place: number): { first: boolean; last: boolean } {
  const whole = mirror?.getClientRects()[0]
  const spot = mirror === null ? null : rectAt(mirror, place)
  if (mirror === null || spot === null || whole === undefined || whole.height === 0) return { first: true, last: true }
  const half = spot.height / 2
  const box = mirror.getBoundingClientRect()
  return { first: spot.top < box.top + half, last: spot.bottom > box.bottom - half }
}

/** Where on the screen the caret of a field stands; null where nothing has a size. */
export function caretRect(area: HTMLTextAreaElement): DOMRect | null {
  const mirror = area.previousElementSibling
  return mirror instanceof HTMLElement ? rectAt(mirror, area.selectionStart) : null
}

function rectAt(mirror: HTMLElement, place: number): DOMRect | null {
  const range = mirror.ownerDocument.createRange()
  if (typeof range.getClientRects !== 'function') return null
  let left = place
  const walker = mirror.ownerDocument.createTreeWalker(mirror, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node as Text
    if (left <= length) {
      range.setStart(node, left)
      range.setEnd(node, left)
      return range.getClientRects()[0] ?? range.getBoundingClientRect()
    }
    left -= length
  }
  return null
}

function selectionOver(carets: readonly RemoteCaret[], from: number, to: number): Side | null {
  const over = carets.find(({ at, head }) => Math.min(at, head) <= from && Math.max(at, head) >= to && at !== head)
  return over?.side ?? null
}

function inside(place: number, text: string): number {
  return Math.min(Math.max(0, Math.trunc(place)), text.length)
}

/** The same person keeps the same caret while it moves, also when two of the name are here. */
function keyOf(caret: RemoteCaret, index: number): string {
  return `${caret.side} ${caret.name} ${index}`
}
