// Bytes as people read them in a test: `00 02 ff`.

export function hexToBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(/\s+/).filter(Boolean), (pair) => Number.parseInt(pair, 16))
}

export function bytesToHex(...parts: readonly Uint8Array[]): string {
  return parts.flatMap((part) => [...part].map((byte) => byte.toString(16).padStart(2, '0'))).join(' ')
}
