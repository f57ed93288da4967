// The title of the tab. Names of companies and outcomes, never an address: titles are kept in histories and shown in lists.
import { useEffect } from 'react'
import { appWords } from '../words/app.ts'

export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = appWords.tabTitle(title?.trim() ? title : '')
  }, [title])
}
