// A file that somebody chose for something that is still to be made. It is held while they say the rest, and goes to what
// was made then and to nothing else. Only in memory: a file that somebody wanted to look at is kept nowhere.

let held: File | null = null
let owner: string | null = null

export function fileInHand(): File | null {
  return held
}

/** Null: it is wanted no more. */
export function holdFile(file: File | null): void {
  held = file
  owner = null
}

/** `id`: what was made for it. */
export function giveFileTo(id: string): void {
  owner = id
}

/** The file that this was made for, until it was looked at. */
export function fileFor(id: string): File | null {
  return owner === id ? held : null
}
