// What a right lets its holder do, in two words.

export const rightWords = {
  view: 'Read-only',
  comment: 'Can comment',
  edit: 'Can edit',
  manage: 'Can manage',
}
