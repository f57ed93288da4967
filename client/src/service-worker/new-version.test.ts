// A new version is offered, taken only on a person's word, and only after what was typed is kept.
import { expect, test } from 'vitest'
import { takeNewVersion, watchForNewVersion } from './new-version.ts'
import { CLAIM, TAKE_OVER } from './messages.ts'

class FakeWorker extends EventTarget {
  state = 'installing'
  readonly messages: unknown[] = []
  postMessage(message: unknown) {
    this.messages.push(message)
  }
  become(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class FakeRegistration extends EventTarget {
  waiting: FakeWorker | null = null
  installing: FakeWorker | null = null
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>) {
    super.addEventListener(...args)
    // The watcher is in place when it listens for updates.
    if (args[0] === 'updatefound') this.dispatchEvent(new Event('watched'))
  }
}

function fakeContainer(
  registration: FakeRegistration,
  controlled: boolean,
  ready: Promise<unknown> = new Promise(() => {}),
) {
  const container = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    register: async () => registration,
    ready,
  })
  // Only what the function uses is there.
  return container as unknown as ServiceWorkerContainer
}

async function watched({
  controlled = true,
  flush = async () => {},
}: {
  controlled?: boolean
  flush?: () => Promise<void>
}) {
  const registration = new FakeRegistration()
  const container = fakeContainer(registration, controlled)
  const offers: (() => void)[] = []
  let reloads = 0
  let registered = () => {}
  const ready = new Promise<void>((resolve) => (registered = resolve))
  registration.addEventListener('watched', () => registered())
  watchForNewVersion({
    container,
    flush,
    onWaiting: (take) => offers.push(take),
    reload: () => (reloads += 1),
  })
  await ready
  const install = () => {
    const worker = new FakeWorker()
    registration.installing = worker
    registration.dispatchEvent(new Event('updatefound'))
    worker.become('installed')
    return worker
  }
  return { container, offers, install, reloads: () => reloads }
}

test('the first version of all is not offered as a new one', async () => {
  const { offers, install } = await watched({ controlled: false })
  install()
  expect(offers).toEqual([])
})

test.each([
  { page: 'a page without a worker asks the one in charge to take it', controlled: false, said: [CLAIM] },
  { page: 'a page that has one asks nothing', controlled: true, said: [] },
])('$page', async ({ controlled, said }) => {
  const active = new FakeWorker()
  const ready = Promise.resolve({ active })
  watchForNewVersion({
    container: fakeContainer(new FakeRegistration(), controlled, ready),
    flush: async () => {},
    onWaiting: () => {},
    reload: () => {},
  })
  await new Promise((resolve) => setTimeout(resolve))
  expect(active.messages).toEqual(said)
})

test('a newer version is offered, and nothing happens until it is taken', async () => {
  const { offers, install, reloads } = await watched({})
  const worker = install()
  expect(offers).toHaveLength(1)
  expect(worker.messages).toEqual([])
  expect(reloads()).toBe(0)
})

test('taking it waits for what was typed, and the page loads again when the new version is in charge', async () => {
  let flushed = () => {}
  const flush = () => new Promise<void>((resolve) => (flushed = resolve))
  const { container, offers, install, reloads } = await watched({ flush })
  const worker = install()
  offers[0]?.()
  expect(worker.messages).toEqual([])
  flushed()
  await expect.poll(() => worker.messages).toEqual([TAKE_OVER])
  expect(reloads()).toBe(0)
  container.dispatchEvent(new Event('controllerchange'))
  expect(reloads()).toBe(1)
})

test('taken in another tab already, the page is only loaded again', async () => {
  const { offers, install, reloads } = await watched({})
  const worker = install()
  worker.become('activated')
  offers[0]?.()
  await expect.poll(reloads).toBe(1)
  expect(worker.messages).toEqual([])
})

test('a page that may not go on takes the newer version without asking, and waits until it is in charge', async () => {
  const registration = Object.assign(new FakeRegistration(), {
    update: async () => {
      registration.installing = new FakeWorker()
    },
  })
  // Only what the function uses is there.
  const container = { getRegistration: async () => registration } as unknown as ServiceWorkerContainer
  let taken = false
  const taking = takeNewVersion(container).then(() => (taken = true))
  await expect.poll(() => registration.installing).not.toBeNull()
  const worker = registration.installing
  await expect.poll(() => worker?.state).toBe('installing')
  worker?.become('installed')
  await expect.poll(() => worker?.messages).toEqual([TAKE_OVER])
  expect(taken).toBe(false)
  worker?.become('activating')
  await taking
})

test('without a worker there is nothing to wait for', async () => {
  await expect(takeNewVersion(undefined)).resolves.toBeUndefined()
})
