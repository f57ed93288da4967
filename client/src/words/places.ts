// What the places of the app are called, in bars, in lists and in the title of the tab.

export const placeWords = {
  plans: 'All plans',
  newPlan: 'New plan',
  templates: 'Templates',
  review: 'Review of the plans',
}
