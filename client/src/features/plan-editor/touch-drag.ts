/**
 * Dragging a line with a finger. Browsers begin a drag of their own only after a long press, if at all, and scroll
 * meanwhile; so the grip is followed here with pointer events. Where a line may land, and what is shown there, is said by
 * the same lines that the mouse is dropped on.
 */
import type { DropEdge } from './drag-lines.tsx'

/** What a line says about itself, as the drags of the mouse carry it too. */
export type DragData = Record<string | symbol, unknown>

export interface TouchLine {
  readonly handle: HTMLElement
  /** What others are dropped on. */
  readonly target: Element
  readonly own: DragData
  readonly accepts: (dragged: DragData) => boolean
  /** Where on this line it would land, at this height of the window. */
  readonly edgeFor: (dragged: DragData, y: number) => DropEdge
  readonly show: (edge: DropEdge | null) => void
  readonly setDragged: (isDragged: boolean) => void
  /** What travels with the finger. */
  readonly lift: () => HTMLElement
}

type Landed = (dragged: DragData, on: DragData, edge: DropEdge) => void

const lines = new Map<Element, TouchLine>()
const monitors = new Set<Landed>()

/** Nearer to an edge of the window than this, the page moves on below the finger. */
const EDGE = 72
const FASTEST = 14
/** A finger is never quite still. */
const SLACK = 4

export function touchDraggable(line: TouchLine): () => void {
  const { handle, target } = line
  lines.set(target, line)
  let end: (() => void) | null = null
  const begin = (event: PointerEvent) => {
    if (event.pointerType !== 'touch' || end !== null) return
    end = follow(line, event, () => {
      end = null
    })
  }
  // No scrolling, no long press, no drag of the browser's own.
  const keep = (event: TouchEvent) => event.preventDefault()
  handle.addEventListener('touchstart', keep, { passive: false })
  handle.addEventListener('pointerdown', begin)
  return () => {
    end?.()
    lines.delete(target)
    handle.removeEventListener('touchstart', keep)
    handle.removeEventListener('pointerdown', begin)
  }
}

export function monitorTouch(onLand: Landed): () => void {
  monitors.add(onLand)
  return () => void monitors.delete(onLand)
}

interface Over {
  readonly line: TouchLine
  readonly edge: DropEdge
}

/** From the first touch of the grip until the finger leaves; answers how to give it up. */
function follow(dragged: TouchLine, { pointerId, clientX, clientY }: PointerEvent, ended: () => void): () => void {
  const { handle } = dragged
  let lifted: HTMLElement | null = null
  let over: Over | null = null
  let [x, y] = [clientX, clientY]
  let frame = 0

  handle.setPointerCapture(pointerId)
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return
    ;[x, y] = [event.clientX, event.clientY]
    if (lifted === null && Math.hypot(x - clientX, y - clientY) < SLACK) return
    if (lifted === null) {
      lifted = liftOff(dragged)
      dragged.setDragged(true)
      frame = requestAnimationFrame(moveOn)
    }
    look()
  }
  /** The page moves on where the finger rests at its edge. */
  const moveOn = () => {
    frame = requestAnimationFrame(moveOn)
    const by = speedAt(y)
    if (by === 0) return
    window.scrollBy(0, by)
    look()
  }
  const look = () => {
    if (lifted === null) return
    lifted.style.transform = `translate(${x + 12}px, ${y - 20}px)`
    const now = overAt(dragged, x, y)
    if (over !== null && over.line !== now?.line) over.line.show(null)
    over = now
    over?.line.show(over.edge)
  }
  const finish = (isLanding: boolean) => {
    cancelAnimationFrame(frame)
    handle.removeEventListener('pointermove', move)
    handle.removeEventListener('pointerup', up)
    handle.removeEventListener('pointercancel', cancel)
    document.removeEventListener('keydown', escape, true)
    const landing = isLanding && lifted !== null ? over : null
    over?.line.show(null)
    if (lifted !== null) dragged.setDragged(false)
    lifted?.remove()
    ended()
    if (landing === null) return
    for (const landed of monitors) landed(dragged.own, landing.line.own, landing.edge)
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId === pointerId) finish(true)
  }
  const cancel = (event: PointerEvent) => {
    if (event.pointerId === pointerId) finish(false)
  }
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish(false)
  }
  handle.addEventListener('pointermove', move)
  handle.addEventListener('pointerup', up)
  handle.addEventListener('pointercancel', cancel)
  document.addEventListener('keydown', escape, true)
  return () => finish(false)
}

function liftOff(dragged: TouchLine): HTMLElement {
  const lifted = document.createElement('div')
  lifted.setAttribute('aria-hidden', 'true')
  Object.assign(lifted.style, { position: 'fixed', left: '0', top: '0', zIndex: '30', pointerEvents: 'none' })
  lifted.append(dragged.lift())
  document.body.append(lifted)
  return lifted
}

/** The innermost line below the finger that takes it; never itself. */
function overAt(dragged: TouchLine, x: number, y: number): Over | null {
  for (let at = document.elementFromPoint(x, y); at !== null; at = at.parentElement) {
    const line = lines.get(at)
    if (line !== undefined && line.accepts(dragged.own)) return { line, edge: line.edgeFor(dragged.own, y) }
  }
  return null
}

function speedAt(y: number): number {
  const below = y - (window.innerHeight - EDGE)
  const above = EDGE - y
  if (below > 0) return Math.ceil(Math.min(1, below / EDGE) * FASTEST)
  return above > 0 ? -Math.ceil(Math.min(1, above / EDGE) * FASTEST) : 0
}
