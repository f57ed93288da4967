// 24, the part about restoring to an earlier point: devices send what the backup lacks, nothing is doubled, nobody who was
// shut out since comes in again. (Rolling upgrade and shutdown: STOP-1 to STOP-3.)
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { runBackupProcess } from '../support/backup-process.ts'
import { rawClient } from '../support/raw-client.ts'
import { relayProcess } from '../support/relay-process.ts'
import { stockClient } from '../support/stock-client.ts'
import { call, createPlan, freshFolder, makeLink } from '../support/test-relay.ts'

function folder(): string {
  const { dir, remove } = freshFolder()
  onTestFinished(remove)
  return dir
}

test.each([[[]], [['--old-links']]])(
  '[RESTORE-6] restored with %j: every change comes back once, from those who have it',
  async (flags) => {
    const dir = folder()
    // Held against forgers all the while: after a restore others' changes are taken from honest hands.
    const env = { MILEPOST_BIND_CLIENTS: 'enforce' }
    let relay = await relayProcess(dir, env)
    onTestFinished(() => void relay.kill('SIGKILL'))
    const plan = await createPlan(relay.origin)
    const [bobsLink, fired] = [await makeLink(relay.origin, plan, 'edit'), await makeLink(relay.origin, plan, 'edit')]
    const ann = stockClient(relay.origin, plan.planId, plan.secret)
    const bob = stockClient(relay.origin, plan.planId, bobsLink.secret)
    await Promise.all([ann.synced(), bob.synced()])
    const epochOf = async (origin: string) => (await rawClient(origin, plan.planId, plan.secret).next('hello')).epoch
    const epoch = await epochOf(relay.origin)
    ann.text.insert(0, 'before the backup, and gone after it. ')
    await ann.barrier()
    const file = join(folder(), 'backup.sqlite')
    await runBackupProcess(dir, 'backup', file)

    // What the backup lacks: text of both, a deletion, a link, a revocation.
    bob.text.insert(0, 'Bob after it. ')
    await bob.barrier()
    ann.text.delete(ann.text.length - 20, 20)
    ann.text.insert(0, 'Ann after it. ')
    await ann.barrier()
    const late = await makeLink(relay.origin, plan, 'view')
    await call(relay.origin, plan.secret, 'DELETE', `/api/plans/${plan.planId}/grants/${fired.id}`)
    const [annHas, bobHas] = [Y.encodeStateAsUpdate(ann.doc), Y.encodeStateAsUpdate(bob.doc)]
    ann.leave()
    bob.leave()
    await relay.kill('SIGKILL')

    expect(await runBackupProcess(dir, 'restore', file, ...flags)).toMatchObject({ code: 0 })
    relay = await relayProcess(dir, env)
    expect(await epochOf(relay.origin)).toBe(epoch)
    const docWith = (update: Uint8Array) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, update)
      return doc
    }
    // Bob alone brings Ann's changes too: he had seen them.
    const texts: string[] = []
    for (const [secret, has] of [
      [bobsLink.secret, bobHas],
      [plan.secret, annHas],
    ] as const) {
      const again = stockClient(relay.origin, plan.planId, secret, { doc: docWith(has) })
      onTestFinished(() => again.leave())
      await again.synced()
      expect(await again.barrier()).toBe(0)
      const fresh = stockClient(relay.origin, plan.planId, plan.secret)
      onTestFinished(() => fresh.leave())
      await fresh.synced()
      texts.push(fresh.text.toJSON())
    }
    const all = docWith(annHas)
    Y.applyUpdate(all, bobHas)
    expect(texts.at(-1)).toBe(all.getText('t').toJSON())
    expect(texts[0]).toContain('Bob after it. ')
    expect(texts.at(-1)?.match(/after it\. /g)).toHaveLength(2)
    expect(texts.at(-1)).not.toContain('gone after it')

    const statusOf = async (secret: string) => (await call(relay.origin, secret, 'GET', `/api/plans/${plan.planId}/me`)).status // prettier-ignore
    const wantsOld = flags.length > 0
    expect(await statusOf(fired.secret)).toBe(wantsOld ? 200 : 401)
    expect(await statusOf(late.secret)).toBe(wantsOld ? 401 : 200)
    expect(await statusOf(bobsLink.secret)).toBe(200)
  },
)
