// The two sides to choose from, the buyer first, each with its mark. What the companies are called the caller knows.
import type { SelectOption } from './Select.tsx'
import type { Side } from './side.ts'
import { SideMark } from './SideMark.tsx'

export function sideOptions(companyOf: (side: Side) => string): readonly SelectOption<Side>[] {
  const option = (side: Side) => ({ value: side, label: companyOf(side), icon: <SideMark side={side} /> })
  return [option('buyer'), option('seller')]
}
