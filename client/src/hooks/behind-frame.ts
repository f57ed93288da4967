// Between a key and the frame that shows its letter stands only what that letter needs; the rest is done behind that frame.

/** A page that is not painted has no frame to wait for. */
const NO_FRAME_MS = 100

/** Runs the task once the next frame was painted. Returns the function that takes it back. */
export function behindFrame(task: () => void): () => void {
  let timer = setTimeout(task, NO_FRAME_MS)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    // A task of its own: what runs inside this one still stands before the painting.
    timer = setTimeout(task)
  })
  return () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
}
