// Words that many rooms say alike: what their buttons are called.

export const commonWords = {
  cancel: 'Cancel',
  undo: 'Undo',
}
