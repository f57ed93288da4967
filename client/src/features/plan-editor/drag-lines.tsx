/**
 * Dragging lines with the pointer or a finger (`touch-drag.ts`). What is dragged and where it may land is said by the lines
 * themselves; landing is one monitor in the list, which runs the same moves as the keyboard does. A milestone lands between
 * milestones, a step between steps or in another milestone. An ink line with a ring shows the place; Esc cancels, as
 * everywhere.
 */
import type { ElementDropTargetEventBasePayload } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { whileDraggable, type DragLibrary } from './drag-library.ts'
import styles from './Outline.module.css'
import { useOutline, type LineRef } from './outline-context.tsx'
import type { DragData } from './touch-drag.ts'

/** Where the dragged line would land, seen from the line under the pointer. */
export type DropEdge = 'top' | 'bottom' | 'into'

export interface DragLine {
  /** The whole line: what others are dropped on. */
  readonly line: RefObject<HTMLDivElement | null>
  readonly grip: RefObject<HTMLSpanElement | null>
  readonly over: DropEdge | null
  readonly isDragged: boolean
}

const KIND = 'milepost-line'

export function useDragLine({ kind, id, ...rest }: LineRef): DragLine {
  const { canEdit } = useOutline()
  const line = useRef<HTMLDivElement>(null)
  const grip = useRef<HTMLSpanElement>(null)
  const [over, setOver] = useState<DropEdge | null>(null)
  const [isDragged, setDragged] = useState(false)
  const milestoneId = 'milestoneId' in rest ? rest.milestoneId : null

  useEffect(() => {
    const element = line.current
    const handle = grip.current
    if (!canEdit || element === null || handle === null) return
    const own = { type: KIND, kind, id, milestoneId }
    // A milestone's target is all of it, so that one can be dropped behind an unfolded one too.
    const target = kind === 'milestone' ? (element.parentElement ?? element) : element
    return whileDraggable(({ attachClosestEdge, combine, draggable, dropTargetForElements, ...library }) => {
      // Only the innermost target shows the place: over a step, its milestone stays quiet.
      const show = ({ self, location }: Pick<ElementDropTargetEventBasePayload, 'self' | 'location'>) => {
        setOver(location.current.dropTargets[0]?.element === self.element ? edgeOf(library, self.data) : null)
      }
      const canDrop = (data: DragData) =>
        data['type'] === KIND && data['id'] !== id && (kind === 'milestone' || data['kind'] === 'step')
      return combine(
        library.touchDraggable({
          handle,
          target,
          own,
          accepts: canDrop,
          edgeFor: (dragged, y) =>
            kind === 'milestone' && dragged['kind'] === 'step' ? 'into' : nearerEdge(target, y),
          show: setOver,
          setDragged,
          lift: () => liftedLine(element),
        }),
        draggable({
          element,
          dragHandle: handle,
          getInitialData: () => own,
          onGenerateDragPreview: ({ nativeSetDragImage }) =>
            library.setCustomNativeDragPreview({
              nativeSetDragImage,
              render: ({ container }) => container.append(liftedLine(element)),
            }),
          onDragStart: () => setDragged(true),
          onDrop: () => setDragged(false),
        }),
        dropTargetForElements({
          element: target,
          canDrop: ({ source }) => canDrop(source.data),
          getData: ({ input, element: under, source }) =>
            kind === 'milestone' && source.data['kind'] === 'step'
              ? { ...own, into: true }
              : attachClosestEdge(own, { element: under, input, allowedEdges: ['top', 'bottom'] }),
          onDropTargetChange: show,
          onDrag: show,
          onDragLeave: () => setOver(null),
          onDrop: () => setOver(null),
        }),
      )
    })
  }, [canEdit, kind, id, milestoneId])

  return { line, grip, over, isDragged }
}

/** The ink line with a ring at the place where the dragged line would land. */
export function DropLine({ edge }: { readonly edge: DropEdge | null }): ReactNode {
  if (edge === null || edge === 'into') return null
  return <span className={classNames(styles.drop, styles[edge])} aria-hidden="true" />
}

export interface Landing {
  readonly dragged: LineRef
  readonly on: LineRef
  readonly edge: DropEdge
}

export function useDropMonitor(onLand: (landing: Landing) => void): void {
  const land = useRef(onLand)
  useEffect(() => {
    land.current = onLand
  })
  useEffect(
    () =>
      whileDraggable((library) =>
        library.combine(
          library.monitorTouch((dragged, on, edge) => land.current({ dragged: lineOf(dragged), on: lineOf(on), edge })),
          library.monitorForElements({
            canMonitor: ({ source }) => source.data['type'] === KIND,
            onDrop: ({ source, location }) => {
              const target = location.current.dropTargets[0]
              const edge = target === undefined ? null : edgeOf(library, target.data)
              if (target === undefined || edge === null) return
              land.current({ dragged: lineOf(source.data), on: lineOf(target.data), edge })
            },
          }),
        ),
      ),
    [],
  )
}

function edgeOf({ extractClosestEdge }: Pick<DragLibrary, 'extractClosestEdge'>, data: DragData): DropEdge | null {
  if (data['into'] === true) return 'into'
  const edge = extractClosestEdge(data)
  return edge === 'top' || edge === 'bottom' ? edge : null
}

function nearerEdge(element: Element, y: number): DropEdge {
  const { top, height } = element.getBoundingClientRect()
  return y < top + height / 2 ? 'top' : 'bottom'
}

/** Only lines of this page carry the type, and they say what they are themselves. */
function lineOf(data: DragData): LineRef {
  const { kind, id, milestoneId } = data
  return { kind, id, ...(kind === 'step' ? { milestoneId } : {}) } as LineRef
}

/** What travels with the pointer: the stone or check and the title, lifted off the page. */
function liftedLine(line: HTMLElement): HTMLElement {
  const card = document.createElement('div')
  card.className = styles.lifted ?? ''
  const sign = line.querySelector('[role="img"]')
  if (sign !== null) card.append(sign.cloneNode(true))
  const title = document.createElement('span')
  title.textContent = line.querySelector<HTMLTextAreaElement>('[data-text="title"] textarea')?.value ?? ''
  card.append(title)
  return card
}
