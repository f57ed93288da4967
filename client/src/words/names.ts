// What stands for a name that nobody gave.

export const nameWords = {
  buyer: 'Buyer',
  seller: 'Seller',
  plan: 'A plan',
  link: 'a link without a name',
}
