/** No content of ours: only go-live and the result, because without them there is no date to work back from. */
import { ANY_DEAL, type Template } from '../template.ts'

export const BLANK: Template = {
  id: 'blank',
  version: 1,
  name: 'Blank plan',
  summary: 'Go-live and the result, everything else is yours to write.',
  fits: ANY_DEAL,
  basedOn: null,
  roles: [],
  milestones: [
    { key: 'live', title: 'Go-live', benefit: '', owner: null, after: null, estimate: null, steps: [] },
    {
      key: 'return',
      title: 'Optimization: first result',
      benefit: '',
      owner: null,
      after: null,
      estimate: null,
      steps: [],
    },
  ],
  goLive: 'live',
  result: 'return',
  criteria: [],
  checkIn: null,
}
