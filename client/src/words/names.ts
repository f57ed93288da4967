// What stands for a name that nobody gave. It imports nothing, because `format` uses it.

export const nameWords = {
  buyer: 'Buyer',
  seller: 'Seller',
  plan: 'A plan',
  link: 'a link without a name',
  list: (but: string, last: string) => `${but} and ${last}`,
}
