// "Saved" and what may go wrong on the way to it.
import { CLOSE, decodeFrame, encodeMessage } from '@milepost/protocol'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fakeTimer } from './support/fake-timer.ts'
import { faultyStorage } from './support/faulty-storage.ts'
import { stage } from './support/stage.ts'
import { until } from './support/stock-client.ts'
import { keystrokes, textOf, textReceived, typed } from './support/updates.ts'

const EMPTY = Uint8Array.of(0, 0)

describe('[BARRIER-1] on disk, then answered, then shown', () => {
  test('while the disk is busy nobody is told and nobody sees', async () => {
    const storage = faultyStorage()
    const { raw, plan } = await stage({ storage })
    const [ann, bob] = [raw(plan.secret), raw(plan.secret)]
    await Promise.all([ann.next('hello'), bob.next('hello')])
    const release = storage.holdAppends()
    ann.send({ type: 'syncStep2', update: EMPTY }, { type: 'update', update: typed('x') }, { type: 'barrier', n: 1 })
    await ann.served()
    await bob.served()
    expect(ann.received.some(({ type }) => type === 'barrierAnswer')).toBe(false)
    expect(bob.received.some(({ type }) => type === 'update')).toBe(false)
    const [answer, seen] = [ann.next('barrierAnswer'), bob.next('update')]
    release()
    expect(await answer).toEqual({ type: 'barrierAnswer', n: 1, status: 0 })
    expect(textOf([(await seen).update])).toBe('x')
    expect(storage.appends).toBe(1)
  })

  test('[BARRIER-3] a barrier that overtakes the upload waits for it', async () => {
    const { raw, plan, storedText } = await stage()
    const ann = raw(plan.secret)
    await ann.next('syncStep1')
    ann.send({ type: 'barrier', n: 7 })
    await ann.served()
    expect(ann.received.some(({ type }) => type === 'barrierAnswer')).toBe(false)
    const answer = ann.next('barrierAnswer')
    ann.send({ type: 'syncStep2', update: typed('offline') })
    expect(await answer).toMatchObject({ n: 7, status: 0 })
    expect(await storedText()).toBe('offline')
  })

  test('[BARRIER-3] what a stock client wrote offline is on disk when its first barrier is answered', async () => {
    const { stock, plan, storedText } = await stage()
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'written in a train')
    const ann = stock(plan.secret, { doc })
    // On `sync`, as a client might: earlier than its own upload.
    await ann.synced()
    expect(await ann.barrier()).toBe(0)
    expect(await storedText()).toBe('written in a train')
  })
})

test('[ROOM-4] a change does not come back to its author', async () => {
  const { raw, plan } = await stage()
  const ann = raw(plan.secret)
  await ann.next('hello')
  const answer = ann.next('barrierAnswer')
  ann.send({ type: 'syncStep2', update: EMPTY }, { type: 'update', update: typed('x') }, { type: 'barrier', n: 1 })
  await answer
  expect(ann.received.some(({ type }) => type === 'update')).toBe(false)
})

test('[ROOM-5] every outbound frame holds one message', async () => {
  const { raw, plan } = await stage()
  const [ann, bob] = [raw(plan.secret), raw(plan.secret)]
  await Promise.all([ann.next('hello'), bob.next('hello')])
  const frames: Uint8Array[] = []
  bob.ws.on('message', (data: Buffer) => frames.push(Uint8Array.from(data)))
  const last = keystrokes('many keys at once')
  ann.send(...last.map((update) => ({ type: 'update', update }) as const))
  await bob.until((received) => textReceived(received) === 'many keys at once')
  expect(frames).toHaveLength(last.length)
  for (const frame of frames) expect(decodeFrame(frame, 'relay')).toHaveLength(1)
})

test('[ROOM-6] the empty update is confirmed and not stored; V2 bytes are refused', async () => {
  const { raw, plan, stored } = await stage()
  const ann = raw(plan.secret)
  await ann.next('hello')
  const answer = ann.next('barrierAnswer')
  ann.send({ type: 'syncStep2', update: EMPTY }, { type: 'update', update: EMPTY }, { type: 'barrier', n: 1 })
  expect(await answer).toMatchObject({ status: 0 })
  expect((await stored()).head).toBe(0)
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'second encoding')
  ann.send({ type: 'update', update: Y.encodeStateAsUpdateV2(doc) })
  expect(await ann.closed).toBe(4400)
  expect((await stored()).head).toBe(0)
})

test('[ROOM-7] a frame lost on the way is asked for again and heals', async () => {
  const { raw, plan, storedText } = await stage()
  const [first, lost, third] = keystrokes('abc')
  const ann = raw(plan.secret)
  await ann.next('syncStep1')
  ann.send({ type: 'syncStep2', update: first! })
  const question = ann.next('syncStep1')
  ann.send({ type: 'update', update: third! })
  const { vector } = await question
  expect([...Y.decodeStateVector(vector)]).toEqual([[1, 1]])
  expect(await storedText()).toBe('a')
  const answer = ann.next('barrierAnswer')
  ann.send(
    { type: 'syncStep2', update: Y.diffUpdate(Y.mergeUpdates([first!, lost!, third!]), vector) },
    { type: 'barrier', n: 1 },
  )
  await answer
  expect(await storedText()).toBe('abc')
})

describe('[ROOM-8] a disk that fails', () => {
  test.each(['before', 'after'] as const)(
    '%s writing: 4503 and no answer, and after it the client sends again',
    async (when) => {
      const storage = faultyStorage()
      const { raw, stock, link, plan, storedText } = await stage({ storage })
      const viewer = raw((await link('view')).secret)
      const ann = raw(plan.secret)
      await Promise.all([viewer.next('hello'), ann.next('hello')])
      storage.failAppends = when
      ann.send({ type: 'syncStep2', update: typed('kept?') }, { type: 'barrier', n: 1 })
      expect(await ann.closed).toBe(CLOSE.storage.code)
      expect(ann.received.some(({ type }) => type === 'barrierAnswer')).toBe(false)
      storage.failAppends = null

      const doc = new Y.Doc()
      Y.applyUpdate(doc, typed('kept?'))
      const again = stock(plan.secret, { doc })
      await again.synced()
      expect(await again.barrier()).toBe(0)
      expect(await storedText()).toBe('kept?')
      // Who only reads stayed, and has it.
      await viewer.until((received) => textReceived(received) === 'kept?')
    },
  )

  test('what was written although it failed reaches readers, even where reading it again failed first', async () => {
    const storage = faultyStorage()
    const timer = fakeTimer()
    const { raw, link, plan } = await stage({ storage, timer })
    const { secret } = await link('view')
    const viewer = raw(secret)
    await viewer.next('hello')
    const ann = raw(plan.secret)
    await ann.next('hello')
    storage.failAppends = 'after'
    storage.failReads = true
    ann.send({ type: 'update', update: typed('on disk all the same') })
    expect(await ann.closed).toBe(4503)
    const seen = viewer.next('update')
    storage.failAppends = null
    storage.failReads = false
    await viewer.served()
    timer.advance(1_000)
    expect(textOf([(await seen).update])).toBe('on disk all the same')
  })

  test('while it fails, writers are sent away and readers let in', async () => {
    const storage = faultyStorage()
    const { raw, link, plan } = await stage({ storage })
    const keeper = raw((await link('view')).secret)
    const ann = raw(plan.secret)
    await Promise.all([keeper.next('hello'), ann.next('hello')])
    storage.failAppends = 'before'
    storage.failReads = true
    ann.send({ type: 'update', update: typed('x') })
    expect(await ann.closed).toBe(4503)
    // The room is still being recovered: nothing is taken in on top of what is not known.
    const bob = raw(plan.secret)
    expect(await bob.closed).toBe(4503)
    storage.failReads = false
    storage.failAppends = null
    await keeper.served()
  })

  test('the stock client gets there by itself', async () => {
    const storage = faultyStorage()
    const { stock, plan, storedText } = await stage({ storage })
    const [ann, bob] = [stock(plan.secret), stock(plan.secret)]
    await Promise.all([ann.synced(), bob.synced()])
    storage.failAppends = 'before'
    const dropped = new Promise<void>((resolve) => ann.provider.once('connection-close', () => resolve()))
    ann.text.insert(0, 'never lost')
    await dropped
    storage.failAppends = null
    await until(bob.doc, () => bob.text.toJSON() === 'never lost')
    await ann.synced()
    expect(await ann.barrier()).toBe(0)
    expect(await storedText()).toBe('never lost')
  })
})

test('[ROOM-9] a busy room is compacted under way, and nobody notices', async () => {
  const { raw, stock, plan, stored, storedText } = await stage()
  const ann = raw(plan.secret)
  await ann.next('hello')
  const text = 'The plan reaches from the first possible fit to running. '.repeat(20)
  const bob = stock(plan.secret)
  await bob.synced()
  ann.send({ type: 'syncStep2', update: EMPTY })
  for (const update of keystrokes(text)) ann.send({ type: 'update', update })
  const answer = ann.next('barrierAnswer')
  ann.send({ type: 'barrier', n: 1 })
  await answer
  await until(bob.doc, () => bob.text.toJSON() === text)
  // Compaction follows the change that made it due; a few more give it the occasion.
  for (let more = 0; (await stored()).segments.length === 0; more++) {
    const done = ann.next('barrierAnswer')
    ann.send({ type: 'update', update: typed('.', 100 + more) }, { type: 'barrier', n: 2 + more })
    await done
  }
  const late = stock(plan.secret)
  await late.synced()
  expect(late.text.toJSON()).toContain(text)
  expect(late.text.toJSON()).toBe(await storedText())
})

test('[FRAME-7] one frame may hold several messages, each takes effect in order', async () => {
  const { raw, plan } = await stage()
  const ann = raw(plan.secret)
  await ann.next('hello')
  const [answer, state] = [ann.next('barrierAnswer'), ann.next('syncStep2')]
  ann.sendBytes(
    ...encodeMessage({ type: 'syncStep2', update: typed('x') }),
    ...encodeMessage({ type: 'barrier', n: 3 }),
    ...encodeMessage({ type: 'syncStep1', vector: Uint8Array.of(0) }),
  )
  expect(await answer).toMatchObject({ n: 3, status: 0 })
  await state
})

test('[FRAME-7] one bad message in a frame, and none of it takes effect', async () => {
  const { raw, plan, stored } = await stage()
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'second encoding')
  const ann = raw(plan.secret)
  await ann.next('hello')
  ann.send({ type: 'update', update: typed('good') }, { type: 'update', update: Y.encodeStateAsUpdateV2(doc) })
  expect(await ann.closed).toBe(4400)
  expect((await stored()).head).toBe(0)
})
