// The parts that people have in a deal.
import type { RoleFunction } from '@milepost/plan'

const functions: Readonly<Record<RoleFunction, string>> = {
  champion: 'Champion',
  economicBuyer: 'Economic buyer',
  coordinator: 'Coordinator',
  business: 'Business',
  technical: 'Technical',
  security: 'Security',
  legal: 'Legal',
  purchasing: 'Purchasing',
  finance: 'Finance',
  operations: 'Operations',
  endUser: 'End user',
  sponsor: 'Sponsor',
  sales: 'Sales',
  solutions: 'Solutions',
  delivery: 'Delivery',
  customerSuccess: 'Customer success',
}

export const functionWords = { functions, notSaid: 'Not said' }
