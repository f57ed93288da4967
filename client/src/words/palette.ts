// The palette: its field, and the headings of what it finds.

export const paletteWords = {
  label: 'Find plans, milestones, people and actions',
  nothing: 'Nothing here is called that',
  recent: 'Recent',
  plan: 'In this plan',
  actions: 'Actions',
  plans: 'Plans',
}
