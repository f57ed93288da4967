// "New plan from it": the address says which template was meant (`/new?from=<id>`). It is taken once and then leaves the address, so
// that a reload does not take back what was chosen since.
import { templateById, type Template } from '@milepost/templates'
import { useEffect, useRef } from 'react'

export function useChosenInAddress(
  own: readonly Template[],
  choose: (template: Template, mine: Template | null) => void,
): void {
  const latest = useRef({ own, choose })
  useEffect(() => {
    latest.current = { own, choose }
  })
  useEffect(() => {
    const { pathname, search } = globalThis.location
    const id = new URLSearchParams(search).get('from')
    if (id === null) return
    globalThis.history.replaceState(globalThis.history.state, '', pathname)
    const mine = latest.current.own.find((template) => template.id === id) ?? null
    const template = mine ?? templateById(id)
    if (template !== null) latest.current.choose(template, mine)
  }, [])
}
