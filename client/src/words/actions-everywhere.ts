// What the palette offers on every page besides its places, and the words by which these are found too.

export const actionsEverywhereWords = {
  plansAlias: 'home list',
  templatesAlias: 'starting point learn',
  appearanceAlias: 'theme colours mode',
  keys: 'All keys',
  keysAlias: 'keyboard shortcuts help',
}
