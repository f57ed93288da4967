// @vitest-environment jsdom
import {
  addMilestone,
  addStep,
  readPlan,
  setGoLive,
  setMilestoneAfter,
  setMilestoneDone,
  setMilestoneDue,
  setResult,
  setStepAfter,
  setStepDone,
  skipMilestone,
  textOf,
  type MilestoneId,
  type PlanDoc,
} from '@milepost/plan'
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import type { LocalDate } from '@milepost/schedule'
import { afterEach, describe, expect, test } from 'vitest'
import { drawn, focused, line, lines, press, said, select, titleOf, type, write } from './testing/outline-driver.ts'
import { READ, showPlanPage, TODAY } from './testing/plan-page.tsx'

afterEach(cleanup)

/** 'A a1 a2 / B / C c1': milestones with their steps. */
function planOf(drawing: string): (doc: PlanDoc) => void {
  return (doc) => {
    for (const part of drawing.split(' / ')) {
      const [title = '', ...steps] = part.split(' ')
      const id = addMilestone(doc, { title })
      for (const step of steps) addStep(doc, id!, { title: step })
    }
  }
}

function show(drawing: string, more?: (doc: PlanDoc) => void) {
  const parts = showPlanPage({
    fill: (doc) => {
      planOf(drawing)(doc)
      more?.(doc)
    },
  })
  const id = (title: string) => readPlan(parts.doc).milestones.find((one) => one.title === title)!.id
  return { ...parts, id }
}

function unfoldAll(): void {
  fireEvent.click(screen.getByRole('button', { name: 'Unfold all' }))
}

describe('folding', () => {
  test('steps are not on the page until their milestone is unfolded', () => {
    show('A a1 a2 / B')
    expect(drawn()).toBe('A / B')
    select('A')
    press('ArrowRight')
    expect(drawn()).toBe('A a1 a2 / B')
    press('ArrowLeft')
    expect(drawn()).toBe('A / B')
  })
  test('Right on an unfolded milestone goes to its first step, Left comes back', () => {
    show('A a1 / B')
    select('A')
    press('ArrowRight')
    press('ArrowRight')
    expect(focused()).toBe('line a1')
    press('ArrowLeft')
    expect(focused()).toBe('line A')
  })
})

describe('one tab stop', () => {
  test('the first line at first, then the one that was used last', () => {
    show('A a1 / B')
    expect(lines().map((row) => row.tabIndex)).toEqual([0, -1])
    select('B')
    expect(lines().map((row) => row.tabIndex)).toEqual([-1, 0])
  })
  test('nothing inside a line is a tab stop', () => {
    show('A a1 / B')
    unfoldAll()
    const list = document.querySelector('ol')!
    const stops = [...list.querySelectorAll<HTMLElement>('button, textarea, input, [tabindex]')].filter(
      (one) => one.tabIndex >= 0,
    )
    expect(stops).toEqual([line('A')])
  })
  test('arrows walk over lines and over what is added below them', () => {
    show('A a1 / B')
    unfoldAll()
    select('A')
    const seen = [focused()]
    for (let i = 0; i < 4; i += 1) {
      press('ArrowDown')
      seen.push(focused())
    }
    expect(seen).toEqual(['line A', 'line a1', 'add a step', 'line B', 'add a step'])
    press('Home')
    expect(focused()).toBe('line A')
  })
})

describe('Enter', () => {
  test('in a title makes a milestone below and goes on in it', () => {
    const { doc } = show('A / B')
    write('A')
    press('Enter')
    expect(drawn()).toBe('A / _ / B')
    expect(focused()).toBe('title of _')
    type('New')
    expect(readPlan(doc).milestones.map(({ title }) => title)).toEqual(['A', 'New', 'B'])
  })
  test('inside steps makes a step below', () => {
    show('A a1 a2 / B')
    unfoldAll()
    write('a1')
    press('Enter')
    expect(drawn()).toBe('A a1 _ a2 / B')
    expect(focused()).toBe('title of _')
  })
  test('on an empty step leaves the list', () => {
    show('A a1 / B')
    unfoldAll()
    write('a1')
    press('Enter')
    press('Enter')
    expect(drawn()).toBe('A a1 / B')
    expect(focused()).toBe('line A')
  })
  test('that ends an input method makes nothing', () => {
    show('A / B')
    fireEvent.keyDown(write('A'), { key: 'Enter', isComposing: true })
    expect(drawn()).toBe('A / B')
  })
})

describe('Tab in a title', () => {
  test('makes a milestone a step of the one above, and back', () => {
    show('A / B b1 / C')
    write('B')
    press('Tab')
    expect(drawn()).toBe('A B b1 / C')
    expect(focused()).toBe('title of B')
    expect(said()).toBe('Now a step of milestone 1')
    press('Shift+Tab')
    expect(drawn()).toBe('A b1 / B / C')
    expect(focused()).toBe('title of B')
  })
  test('keeps go-live a milestone', () => {
    const { doc } = show('A / B', (doc) => setGoLive(doc, readPlan(doc).milestones[1]!.id))
    write('B')
    press('Tab')
    expect(drawn()).toBe('A / B')
    expect(said()).toBe('Go-live stays a milestone')
    expect(readPlan(doc).goLiveId).not.toBe(null)
  })
  test('goes on as usual once Escape has left the text', () => {
    show('A / B')
    write('A')
    press('Escape')
    expect(focused()).toBe('line A')
    const kept = fireEvent.keyDown(line('A'), { key: 'Tab' })
    expect(kept).toBe(true)
  })
})

describe('moving', () => {
  test('Alt and the arrows move a milestone with its steps and say so', () => {
    show('A / B b1 / C')
    unfoldAll()
    select('B')
    press('Alt+ArrowDown')
    expect(drawn()).toBe('A / C / B b1')
    expect(said()).toBe('Milestone 2 moved to place 3')
    expect(focused()).toBe('line B')
    press('Alt+ArrowDown')
    expect(said()).toBe('Already the last milestone')
  })
  test('a step moves on into the next milestone, with the caret in its text', () => {
    show('A a1 / B b1')
    unfoldAll()
    write('a1').setSelectionRange(1, 1)
    press('Alt+ArrowDown')
    expect(drawn()).toBe('A / B a1 b1')
    expect(focused()).toBe('title of a1')
  })
})

describe('completing', () => {
  test('Space on a selected line completes and reopens', () => {
    const { doc } = show('A / B')
    select('B')
    press('Space')
    expect(readPlan(doc).milestones[1]!.done?.on).toBe(TODAY)
    expect(said()).toBe('Milestone 2 done')
    press('Space')
    expect(readPlan(doc).milestones[1]!.done).toBe(null)
  })
  test('Cmd or Ctrl with Enter does it in a text', () => {
    const { doc } = show('A / B')
    write('A')
    press('Mod+Enter')
    expect(readPlan(doc).milestones[0]!.done?.on).toBe(TODAY)
    expect(drawn()).toBe('A / B')
  })
  test('what is done before what it waits for says so, until that one is done too', () => {
    const { doc, id } = show('A budget contract / B')
    const [budget, contract] = readPlan(doc).milestones[0]!.steps
    unfoldAll()
    act(() => {
      setStepAfter(doc, contract!.id, [budget!.id])
      setMilestoneAfter(doc, id('B'), [id('A')])
      setStepDone(doc, contract!.id, TODAY as never, TODAY as never)
      setMilestoneDone(doc, id('B'), TODAY as never, TODAY as never)
    })
    expect(within(line('contract')).getByText('Done before “budget”')).toBeTruthy()
    expect(line('contract').getAttribute('aria-label')).toContain('Done before “budget”')
    expect(within(line('B')).getByText('Done before 1')).toBeTruthy()
    act(() => void setStepDone(doc, budget!.id, TODAY as never, TODAY as never))
    expect(screen.queryByText('Done before “budget”')).toBeNull()
  })

  test('all steps done offers to complete the milestone, and does no more than that', () => {
    const { doc } = show('A a1 / B')
    unfoldAll()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Done: a1' }))
    expect(readPlan(doc).milestones[0]!.done).toBe(null)
    fireEvent.click(within(line('A')).getByRole('button', { name: 'All steps done, complete it' }))
    expect(readPlan(doc).milestones[0]!.done?.on).toBe(TODAY)
  })
})

describe('undo', () => {
  test('takes back moves and titles one by one, and gives the keyboard a line', () => {
    const { doc } = show('A / B')
    write('A')
    press('Enter')
    type('New')
    press('Escape')
    press('Alt+ArrowDown')
    expect(drawn()).toBe('A / B / New')
    const area = write('New')
    fireEvent.keyDown(area, { key: 'z', ctrlKey: true })
    expect(drawn()).toBe('A / New / B')
    fireEvent.keyDown(document.activeElement!, { key: 'z', ctrlKey: true })
    expect(readPlan(doc).milestones[1]!.title).toBe('')
    fireEvent.keyDown(document.activeElement!, { key: 'z', ctrlKey: true })
    expect(drawn()).toBe('A / B')
    expect(focused()).toBe('line B')
  })
})

describe('removing', () => {
  function openMenu(title: string): void {
    fireEvent.click(within(line(title)).getByRole('button', { name: /^More for/u }))
  }
  test('is undone from the notice', () => {
    show('A / B b1')
    openMenu('B')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }))
    expect(drawn()).toBe('A')
    expect(screen.getByText('Milestone 2 removed with 1 step')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /Undo/u }))
    expect(drawn()).toBe('A / B')
  })
  function showDated(skipped: boolean) {
    return show('A / B / C', (doc) => {
      const ids = readPlan(doc).milestones.map((one) => one.id)
      setGoLive(doc, ids[2] as MilestoneId)
      setMilestoneDue(doc, ids[1] as MilestoneId, '2026-06-30' as LocalDate)
      skipMilestone(doc, ids[1] as MilestoneId, skipped)
    })
  }
  test('what is not needed stays readable, without a day to set', () => {
    const { doc } = showDated(false)
    openMenu('B')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Not needed here' }))
    expect(drawn()).toBe('A / B / C')
    expect(readPlan(doc).milestones[1]?.skipped).not.toBeNull()
    expect(line('B').getAttribute('aria-label')).toContain('not needed')
    expect(line('B').querySelector('[data-anchor="due"]')).toBeNull()
    expect(line('B').querySelector('del')?.textContent).toBe('Tue 30 Jun')
  })
  test('it can be needed after all', () => {
    const { doc } = showDated(true)
    openMenu('B')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Needed after all' }))
    expect(readPlan(doc).milestones[1]?.skipped).toBeNull()
    expect(line('B').querySelector('[data-anchor="due"]')?.textContent).toContain('Tue 30 Jun')
  })
  test('go-live is always needed', () => {
    showDated(false)
    openMenu('C')
    expect(screen.getByRole('menuitem', { name: 'Remove' })).toBeTruthy()
    expect(screen.queryByRole('menuitem', { name: /needed/u })).toBeNull()
  })
  test('of go-live asks which milestone takes its place', () => {
    const { doc, id } = show('A / B / C', (doc) => {
      const ids = readPlan(doc).milestones.map((one) => one.id)
      setGoLive(doc, ids[1] as MilestoneId)
      setResult(doc, ids[2] as MilestoneId)
    })
    openMenu('B')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }))
    expect(screen.getByRole('dialog', { name: 'Milestone 2 is go-live' })).toBeTruthy()
    expect(readPlan(doc).milestones).toHaveLength(3)
    fireEvent.click(screen.getByRole('button', { name: 'Remove milestone 2' }))
    expect(readPlan(doc).goLiveId).toBe(id('A'))
    expect(readPlan(doc).milestones).toHaveLength(2)
  })
  test('without a go-live the page asks for one', () => {
    show('A / B')
    expect(screen.getByText('Which milestone is go-live?')).toBeTruthy()
  })
})

describe('drawing', () => {
  test('one changed milestone draws one line again', () => {
    const { doc, id } = show('A / B / C')
    const before = lines().map((row) => row.getAttribute('aria-label'))
    act(() => void setMilestoneDone(doc, id('B'), TODAY as never, TODAY as never))
    const after = lines().map((row) => row.getAttribute('aria-label'))
    expect(after.filter((label, index) => label !== before[index])).toEqual(['Milestone 2, B, done, folded'])
  })
  test('the count says what is right for most plans outside 7 to 9', () => {
    show('A / B')
    expect(screen.getByText('2 milestones')).toBeTruthy()
    expect(screen.getByText('7 to 9 is right for most plans')).toBeTruthy()
  })
})

describe('a reader', () => {
  test('gets words and no control that would not work', () => {
    const { view } = showPlanPage({
      access: READ,
      fill: (doc) => {
        planOf('A a1 / B')(doc)
        setMilestoneDone(doc, readPlan(doc).milestones[1]!.id, TODAY as never, TODAY as never)
      },
    })
    unfoldAll()
    expect(
      view.container.querySelectorAll('textarea, input, [contenteditable], [role="textbox"], [draggable="true"]'),
    ).toHaveLength(0)
    const buttons = [...view.container.querySelectorAll('button')].map((button) => button.textContent)
    expect(
      buttons.filter((text) => !/^(Fold all|Unfold all)$/u.test(text) && !/steps? done|No steps/u.test(text)),
    ).toEqual([])
    expect(drawn()).toBe('A a1 / B')
  })
  test('still walks the lines and unfolds them, and no key changes anything', () => {
    const { doc } = showPlanPage({ access: READ, fill: planOf('A a1 / B') })
    const before = readPlan(doc)
    select('A')
    press('ArrowRight')
    press('ArrowDown')
    expect(focused()).toBe('line a1')
    for (const keys of ['Space', 'Enter', 'd', '@', 'Alt+ArrowUp', 'Mod+Enter', 'F2']) press(keys)
    expect(readPlan(doc)).toBe(before)
  })
  test('becomes one when the right is lowered while the page is open', () => {
    const { access, view } = show('A / B')
    expect(titleOf(line('A'))).toBeTruthy()
    act(() => access.set(READ))
    expect(view.container.querySelectorAll('textarea')).toHaveLength(0)
    expect(drawn()).toBe('A / B')
  })
})

test('what is typed stands in the plan letter by letter', () => {
  const { doc, id } = show('A / B')
  write('A')
  type('lpha')
  expect(textOf(doc, { in: 'milestones', id: id('Alpha'), field: 'title' })).toBe('Alpha')
})
