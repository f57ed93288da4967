/** What templates have to do with the plan that is open: the line under its head, and its menu in the bar. One late part. */
import { PlanMenu } from './PlanMenu.tsx'
import { UnderTheLead } from './UnderTheLead.tsx'

export function PlanTemplates({ where }: { readonly where: 'bar' | 'lead' }) {
  return where === 'bar' ? <PlanMenu /> : <UnderTheLead />
}
