// Passing a plan on from the page of a reader.

export const forwardWords = {
  title: 'Forward this plan',
  lead: (company: string) => `A link of its own for somebody else at ${company}.`,
}
