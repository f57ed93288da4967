// The very first screen.

export const firstRunWords = {
  heading: 'Start from the day it goes live',
  lead: 'Set the date your buyer wants to be up and running. Milepost works the dates back to today, and both sides keep the plan together from there.',
  newPlan: 'New plan',
  openLink: 'Open a link you were sent',
  sample: 'See a sample plan',
  sampleDetail: 'Halden Foods, eight milestones',
  spreadsheet: 'Bring a spreadsheet',
  spreadsheetDetail: 'Rows become milestones and steps',
  fine: 'Plans are kept on this device and sync when you share them. No account needed.',
  picture: {
    description: 'A road with eight milestones, its dates worked back from go-live; the eighth is the first result',
    today: 'Today',
    goLive: 'Go-live',
    firstResult: 'First result',
    workBack: 'dates work back',
  },
}
