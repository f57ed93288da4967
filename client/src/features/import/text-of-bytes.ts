/** Bytes of a text file as text: by their mark, else as UTF-8 where they are that, else as Windows wrote them. */
export function textOfBytes(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes)
  const zeros = zerosIn(bytes.subarray(0, 400))
  if (zeros.odd > 20 && zeros.even === 0) return decode('utf-16le', bytes)
  if (zeros.even > 20 && zeros.odd === 0) return decode('utf-16be', bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decode('windows-1252', bytes)
  }
}

function decode(name: string, bytes: Uint8Array): string {
  return new TextDecoder(name).decode(bytes)
}

/** Latin letters in UTF-16 have a zero at every other place. */
function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let [even, odd] = [0, 0]
  for (const [at, byte] of bytes.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  return { even, odd }
}
