// Copying with the answer in place: "Copied" for two seconds, also said. Where the browser refuses (a page that is not
// served safely) the caller shows the text to be copied by hand.
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { shareWords as words } from '../../words/share/dialog.ts'

const SHOWN_MS = 2000

export interface Copy {
  readonly copied: boolean
  /** Answers whether it could. */
  readonly copy: (text: string) => Promise<boolean>
}

export function useCopy(): Copy {
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  async function copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return false
    }
    announce.own(words.panel.copiedSaid)
    setCopied(true)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => setCopied(false), SHOWN_MS)
    return true
  }
  return { copied, copy }
}
