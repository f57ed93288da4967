/** Hears when a file is dropped anywhere on the page; true while one is held over it. Without it the browser would leave the plan. */
import { useEffect, useRef, useState } from 'react'

export function useDropped(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const isFile = (event: DragEvent) =>
      !event.defaultPrevented && event.dataTransfer?.types.some((type) => type === 'Files') === true
    function onOver(event: DragEvent) {
      if (!isFile(event)) return
      event.preventDefault()
      setOver(true)
    }
    function onLeave(event: DragEvent) {
      // Leaving an element is not leaving the page.
      if (event.relatedTarget === null) setOver(false)
    }
    function onDrop(event: DragEvent) {
      setOver(false)
      if (!isFile(event)) return
      event.preventDefault()
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) latest.current(file)
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  return over
}
