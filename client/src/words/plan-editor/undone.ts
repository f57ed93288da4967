// What is said once something was taken back or brought back.

export const undoneWords = {
  at: (what: string, where: string) => `${what}, ${where}`,
  /** 'Undo: Title, milestone 2, and 3 more'; `named` is '' where only the words of a text changed. */
  said(kind: 'undo' | 'redo', named: string, more: number): string {
    const did = kind === 'undo' ? 'Undo' : 'Redo'
    if (named === '') return `${did} done`
    return `${did}: ${named}${more === 0 ? '' : `, and ${more} more`}`
  },
}
