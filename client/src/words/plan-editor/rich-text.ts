// Texts with marks: what is said beside one.
export const richTextWords = {
  newerVersion: 'This text was written with a newer version. Reload to get it; until then it can only be read.',
}
