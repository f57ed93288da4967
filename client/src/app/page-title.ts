// The title of the tab. Names of companies and outcomes, never an address: titles are kept in histories and shown in lists.
import { useEffect } from 'react'

export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null || title.trim() === '' ? 'Milepost' : `${title} – Milepost`
  }, [title])
}
