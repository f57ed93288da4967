import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { endsKey, readSendQueues } from './send-queues.ts'

async function pair(): Promise<{ readonly sender: Socket; readonly reader: Socket }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [sender] = (await once(server, 'connection')) as [Socket]
  onTestFinished(() => {
    for (const socket of [reader, sender]) socket.destroy()
    server.close()
  })
  reader.pause()
  return { sender, reader }
}

test.skipIf(process.platform !== 'linux')(
  '[OUT-7] the system tells how much of what was sent it still holds',
  async () => {
    const { sender, reader } = await pair()
    const held = async () => (await readSendQueues()).get(endsKey(sender)) ?? -1
    await expect.poll(held).toBe(0)
    for (let at = 0; at < 200; at++) sender.write(new Uint8Array(65_536))
    await expect.poll(held).toBeGreaterThan(65_536)
    reader.resume()
    await expect.poll(held).toBe(0)
  },
)

test('[OUT-7] a connection that is not there has no queue', async () => {
  expect((await readSendQueues()).get(endsKey({}))).toBeUndefined()
})
