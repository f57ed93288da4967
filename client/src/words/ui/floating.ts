// What menus and dialogs of the kit say beside what their callers give them.

export const floatingWords = {
  close: 'Close',
  search: { nothingFound: 'Nothing found', newGroup: 'New', otherWays: 'Other ways' },
}
