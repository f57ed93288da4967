// What a template is, in numbers, and which deals it is for.
import { estimateOf, workdaysToGoLive, type DealSize, type Template, type TemplateFit } from '@milepost/templates'
import { count } from '../../format/count.ts'

const sizes: Readonly<Record<DealSize, string>> = { small: 'Small', medium: 'Medium', large: 'Large' }

export const templateWords = {
  sizes,
  /** ['Insurance', 'Renewal', 'Large deals']; none for a template that fits any deal. */
  fits({ industry, goal, size }: TemplateFit): readonly string[] {
    return [industry.trim(), goal.trim(), size === null ? '' : `${sizes[size]} deals`].filter((word) => word !== '')
  },
  /** '8 milestones, 60 working days to go-live' */
  size(template: Template): string {
    const days = workdaysToGoLive(template)
    const milestones = count(template.milestones.length, 'milestone')
    return days === 0 ? milestones : `${milestones}, ${count(days, 'working day')} to go-live`
  },
  /** What a milestone takes; '' where nobody said. */
  takes(milestone: Template['milestones'][number]): string {
    const days = estimateOf(milestone)
    return days === null ? '' : count(days, 'day')
  },
  unnamed: 'A template without a name',
  version: (version: number) => `Version ${version}`,
  milestones: 'Milestones',
  unnamedMilestone: 'No title yet',
  steps: (steps: number) => count(steps, 'step'),
  /** Behind the number of steps, for those who hear it. */
  ofMilestone: (milestone: string) => ` of ${milestone}`,
  days: (days: number) => count(days, 'day'),
  /** Before a role, for those who hear it. */
  sideBefore: { buyer: 'Buyer: ', seller: 'Seller: ' },
  roles: (roles: number) => `${count(roles, 'role')} of both sides`,
}
