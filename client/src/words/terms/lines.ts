// What a list of the terms says of its lines: each of them is called something, and may be removed and had back.

/** `what`: 'objective'. */
export function lineWords(what: string) {
  return {
    noRoom: `There is no room for another ${what}`,
    remove: (name: string) => `Remove the ${what}${name === '' ? '' : ` “${name}”`}`,
    removed: (name: string) => (name === '' ? `A ${what} was removed` : `“${name}” removed`),
  }
}
