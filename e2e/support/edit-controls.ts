// Every control of a page that could change a plan, read from the whole accessibility tree: what somebody who may only
// read must never be offered. What is allowed is listed, not what is forbidden, so that a new control shows up here.
import type { Page } from '@playwright/test'
import { PlanPage } from '../pages/plan-page.ts'

const CONTROL =
  /^\s*- '?(textbox|searchbox|combobox|spinbutton|slider|checkbox|switch|radio|button|menuitem|link|option)\b(?: "((?:[^"\\]|\\.)*)")?(.*)$/

/** What a reader may press: folding, the way to the plans, what is known about saving, a link of
 * their own side, the stones of the road (they lead to their row), words to copy for a meeting, the findings of the review. */
const HARMLESS: readonly RegExp[] = [
  /^link "(Milepost, all plans|Plans)"/,
  /^button "(Fold all|Unfold all)"/,
  /^button "(\d+ of \d+ steps? done|No steps)"/,
  /^button "Share"/,
  /^button "(Dismiss|Got it)"/,
  // What it offers is what its reader may do.
  /^button "Search"/,
  /^button "(Saved on this device|Sending|Offline)/,
  /^button "Milestone \d+, .*(Forecast|Done) /,
  /^button "(Agenda|Escalation note|Agreement|Milestone|Role|Side|Person)"/,
  // The review: each finding leads to its place, the others are folded away.
  /^button ".+, show where"/,
  /^button "(\d+ more|Fewer|\d+ in place|\d+ switched off)"/,
  // The roster: who owes what, and the way to it.
  /^button "Who (does what|writes the plan, by person)"/,
  // The terms: what is looked at when somebody wants to.
  /^button "(Side by side|\d+ options compared)"/,
  // A done step is read, not ticked.
  /^checkbox ".*" .*\[disabled\]/,
]

/** The controls of an open plan that should not be there, by role and name. */
export async function editControls(page: Page): Promise<readonly string[]> {
  await new PlanPage(page).isWhole()
  const tree = await page.locator('body').ariaSnapshot()
  // The card of the next step leads to it.
  const next = await page.getByRole('complementary', { name: 'Next step' }).getByRole('button').allTextContents()
  return tree
    .split('\n')
    .flatMap((line) => {
      const found = CONTROL.exec(line)
      return found === null ? [] : [`${found[1]} "${found[2] ?? ''}"${found[3] ?? ''}`]
    })
    .filter((control) => !HARMLESS.some((pattern) => pattern.test(control)))
    .filter((control) => !next.some((title) => control.startsWith(`button "${title}"`)))
}
