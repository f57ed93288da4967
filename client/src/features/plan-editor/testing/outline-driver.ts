/** The outline as a test sees it: lines by what they say, keys where the focus is, the whole list as one short drawing. */
import { act, fireEvent } from '@testing-library/react'

export function lines(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.dataset['kind'] !== 'add')
}

/** 'A B* / C': milestones apart with a slash, their steps behind them, a star for done. Folded steps are not on the page. */
export function drawn(): string {
  return lines()
    .map((row) => {
      const title = textOf(row) || '_'
      return row.dataset['kind'] === 'milestone' ? `/ ${title}` : title
    })
    .join(' ')
    .replace(/^\/ /u, '')
}

export function line(title: string): HTMLElement {
  const found = lines().find((row) => textOf(row) === title)
  if (found === undefined) throw new Error(`There is no line “${title}”: ${drawn()}`)
  return found
}

export function titleOf(row: HTMLElement): HTMLTextAreaElement {
  const area = row.querySelector<HTMLTextAreaElement>('[data-text="title"] textarea')
  if (area === null) throw new Error('This line has no title to write in')
  return area
}

export function write(title: string): HTMLTextAreaElement {
  const area = titleOf(line(title))
  act(() => area.focus())
  return area
}

export function select(title: string): void {
  act(() => line(title).focus())
}

/** 'Alt+ArrowUp', 'Mod+Enter'; where the focus is. */
export function press(keys: string): void {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  const target = document.activeElement ?? document.body
  fireEvent.keyDown(target, {
    key: key === 'Space' ? ' ' : key,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Mod'),
  })
}

export function type(text: string): void {
  const area = document.activeElement
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('Nothing to type in has the focus')
  fireEvent.input(area, { target: { value: area.value + text } })
}

/** What has the focus: 'title of A', 'line A', or the element's own name. */
export function focused(): string {
  const active = document.activeElement
  const row = active?.closest<HTMLElement>('[data-row]') ?? null
  if (active === null || row === null) return active?.tagName ?? 'nothing'
  if (row === active) return row.dataset['kind'] === 'add' ? 'add a step' : `line ${textOf(row) || '_'}`
  const text = active.closest<HTMLElement>('[data-text]')?.dataset['text']
  return text === undefined ? `control of ${textOf(row)}` : `${text} of ${textOf(row) || '_'}`
}

export function said(): string {
  return document.querySelector('[data-announces="own"]')?.textContent?.trim() ?? ''
}

function textOf(row: HTMLElement): string {
  const title = row.querySelector<HTMLElement>('[data-text="title"]')
  return title?.querySelector('textarea')?.value ?? title?.textContent ?? ''
}
