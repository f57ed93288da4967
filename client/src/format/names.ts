// Companies, people and their links in sentences.
import { nameWords } from '../words/names.ts'

/** 'Halden Foods' -> 'Halden': the first word, where a heading has no room for all of it. */
export function shortCompany(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? ''
}

/** 'Halden' -> 'Halden’s', 'Adidas' -> 'Adidas’'. */
export function possessive(name: string): string {
  return /[sxz]$/iu.test(name) ? `${name}’` : `${name}’s`
}

/** ['Ann', 'Bob', 'Cy'] -> 'Ann, Bob and Cy'. */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : nameWords.list(names.slice(0, -1).join(', '), last)
}

/** The company of one side; one without a name that can be seen is called by its part: 'Buyer', 'Seller'. */
export function companyOf(plan: { readonly buyer: string; readonly seller: string }, side: 'buyer' | 'seller'): string {
  const name = plan[side].trim()
  return isSeen(name) ? name : nameWords[side]
}

/** What a plan is called in lists and in the bar: both companies, the buyer first. */
export function companiesText(buyer: string, seller: string): string {
  if (!isSeen(buyer) && !isSeen(seller)) return nameWords.plan
  const plan = { buyer, seller }
  return listText([companyOf(plan, 'buyer'), companyOf(plan, 'seller')])
}

/** Whether anything of it can be seen: not only spaces, controls and letters that have no shape. */
function isSeen(name: string): boolean {
  return /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u.test(name)
}

/** 'CFO – Astrid Nygaard', 'CFO', 'Astrid Nygaard', or what can be said of a link without either. */
export function holderText({ role, name }: { readonly role: string; readonly name: string }): string {
  const parts = [role.trim(), name.trim()].filter((part) => part !== '')
  return parts.length === 0 ? nameWords.link : parts.join(' – ')
}
