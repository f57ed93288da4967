// Words that many rooms say alike: what their buttons are called.

export const commonWords = {
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  tryAgain: 'Try again',
  copied: 'Copied',
  fewer: 'Fewer',
}
