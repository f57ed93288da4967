// The table of rooms is held here: what each breach looks like, and that the linter really stops on one.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { breachOf } from './rooms.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

test.each([
  ['packages/schedule/src/forecast.ts', './local-date.ts'],
  ['packages/plan/src/plan-to-schedule.ts', '@milepost/schedule'],
  ['sync-server/src/app.ts', './rooms/room.ts'],
  ['sync-server/src/rooms/compaction.ts', 'yjs'],
  ['client/src/features/share/ShareDialog.tsx', '../../hooks/use-plan.ts'],
  ['client/src/features/share/ShareDialog.tsx', './GrantRow.tsx'],
  ['client/src/app/PlanPage.tsx', '../features/people/PeopleRail.tsx'],
  ['client/src/data/device.ts', '../sync/plan-connection.ts'],
  ['packages/plan/src/rank.test.ts', 'fast-check'],
])('%s may import %s', (file, specifier) => {
  expect(breachOf(file, specifier)).toBeNull()
})

test.each([
  ['packages/schedule/src/forecast.ts', '@milepost/plan'],
  ['packages/schedule/src/forecast.ts', 'yjs'],
  ['packages/protocol/src/codec.ts', 'node:crypto'],
  ['sync-server/src/app.ts', '@milepost/plan'],
  ['sync-server/src/app.ts', 'yjs'],
  ['client/src/ui/Stone.tsx', '../hooks/use-plan.ts'],
  ['client/src/ui/Stone.tsx', '@milepost/plan'],
  ['client/src/sync/plan-connection.ts', '../data/device.ts'],
  ['client/src/hooks/use-plan.ts', '../features/share/ShareDialog.tsx'],
  ['client/src/features/share/ShareDialog.tsx', '../people/PeopleRail.tsx'],
  ['client/src/features/share/ShareDialog.tsx', '../../data/device.ts'],
  ['client/src/features/share/ShareDialog.tsx', 'dexie'],
  ['client/src/features/share/ShareDialog.tsx', '@milepost/plan/src/steps.ts'],
  ['client/src/features/share/ShareDialog.tsx', '../../../../packages/plan/src/index.ts'],
  ['client/src/app/PlanPage.tsx', 'left-pad'],
  ['e2e/specs/two-people.spec.ts', '@milepost/plan'],
  ['somewhere/new.ts', 'react'],
])('%s may not import %s', (file, specifier) => {
  expect(breachOf(file, specifier)).not.toBeNull()
})

test('the linter fails on one breach', () => {
  // A copy of the layout elsewhere, so that a check running at the same time does not meet the breach.
  const house = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    mkdirSync(join(house, 'packages/schedule/src'), { recursive: true })
    writeFileSync(
      join(house, 'packages/schedule/src/a.ts'),
      `import { readPlan } from '@milepost/plan'\nexport const a = readPlan\n`,
    )
    const oxlint = createRequire(import.meta.url)
      .resolve('oxlint/package.json')
      .replace('package.json', 'bin/oxlint')
    const run = spawnSync(process.execPath, [oxlint, '-c', join(root, '.oxlintrc.json'), 'packages'], {
      cwd: house,
      encoding: 'utf8',
    })
    expect(run.stdout).toContain('packages/schedule may not import packages/plan')
    expect(run.status).toBe(1)
  } finally {
    rmSync(house, { recursive: true })
  }
})
