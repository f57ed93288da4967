/**
 * useNowAndThen: a value that changes by the dozen, as it was a moment ago. While it is busy, whoever draws much of it draws about
 * once a second and not with every change; once it is calm, the value is the one of now.
 * Not among what the first view needs: `client/vite.config.ts` leaves this hook out of its file.
 */
import { useEffect, useRef, useState } from 'react'

const EVERY_MS = 800

export function useNowAndThen<Value>(value: Value, isBusy: boolean): Value {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(() => setShown(latest.current), EVERY_MS)
    return () => clearInterval(timer)
  }, [isBusy])
  if (!isBusy && shown !== value) setShown(value)
  return isBusy ? shown : value
}
