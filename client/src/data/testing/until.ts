/** Waits for the thing itself, not for a time: asks again each turn of the event loop until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  const end = performance.now() + 15_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what} did not come to pass`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
