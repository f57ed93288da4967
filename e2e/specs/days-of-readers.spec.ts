// One plan, read in three countries: the same day in the manner of each, and typed as it is written there.
import { AppPage } from '../pages/app-page.ts'
import { makes, sendLink } from '../support/two-sides.ts'
import { expect, test } from '../support/story.ts'

test('everybody reads and types days as their own country writes them', async ({ person }) => {
  const dana = await makes(person)
  const link = await sendLink(dana, { side: 'Halden Foods', role: 'AP Director', name: 'Ingrid Solheim' })
  const [boston, hamburg] = await Promise.all([
    person({ locale: 'en-US' }).then((reader) => new AppPage(reader).openLink(link)),
    person({ locale: 'de-DE' }).then((reader) => new AppPage(reader).openLink(link)),
  ])

  // The fourth of March, where the month comes first.
  await boston.milestone(3).setDue('3/4/2027')
  await expect(boston.milestone(3).due).toHaveText(/Thu Mar 4, 2027/)
  await expect(dana.plan.milestone(3).due).toHaveText(/Thu 4 Mar 2027/)
  await expect(hamburg.milestone(3).due).toHaveText(/Do\. 4\. März 2027/)

  // What stands there can be typed, and so can the English names that the interface speaks.
  await hamburg.milestone(3).setDue('Fr. 5. März 2027')
  await expect(boston.milestone(3).due).toHaveText(/Fri Mar 5, 2027/)
  await hamburg.milestone(3).setDue('8 march 2027')
  await expect(dana.plan.milestone(3).due).toHaveText(/Mon 8 Mar 2027/)

  await hamburg.milestone(3).due.click()
  await hamburg.page.getByRole('button', { name: 'Milestone 3: due date: open the calendar' }).click()
  await expect(hamburg.page.getByRole('heading', { name: 'März 2027' })).toBeVisible()
})
