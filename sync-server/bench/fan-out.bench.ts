// What the relay costs beside a server that only passes messages on: people who type in many rooms, in one large room, and
// as fast as they can. The relay has checked each change and written it to the disk before anybody hears of it; the other
// keeps nothing, or (a third one) writes it to the disk and does nothing else. Processor time of the server's own process, in
// one run on one machine. Prints JSON lines.
import { Crowd } from './support/crowd.ts'
import { startMeasured, type ServerKind } from './support/measured-server.ts'

const WARM_UP_MS = 2_000
const MEASURED_MS = 4_000
/** Changes of one person on their way at the same time, where all type as fast as they can. */
const IN_FLIGHT = 8

interface Workload {
  readonly name: string
  readonly rooms: number
  readonly perRoom: number
  /** A second and person; null: as fast as they can. */
  readonly rate: number | null
  readonly goal: string
}

const WORKLOADS: readonly Workload[] = [
  { name: '50 rooms of 4 who type', rooms: 50, perRoom: 4, rate: 10, goal: '<= 1.6' },
  { name: 'a room of 100 who type', rooms: 1, perRoom: 100, rate: 2, goal: '<= 1' },
  { name: '20 rooms of 5, as fast as they can', rooms: 20, perRoom: 5, rate: null, goal: '<= 1' },
]

interface Measured {
  readonly cpuPerDelivery: number
  readonly waits: readonly number[]
}

async function measure(kind: ServerKind, workload: Workload): Promise<Measured> {
  const server = await startMeasured(kind)
  const crowd = await Crowd.join(server, workload.rooms, workload.perRoom)
  const stop = workload.rate === null ? typeAtOnce(crowd) : typeAtRate(crowd, workload.rate)
  await after(WARM_UP_MS)
  crowd.isMeasuring = true
  const [cpu, deliveries] = [await server.cpuSeconds(), crowd.deliveries]
  await after(MEASURED_MS)
  const cpuPerDelivery = ((await server.cpuSeconds()) - cpu) / (crowd.deliveries - deliveries)
  stop()
  crowd.leave()
  await server.stop()
  return { cpuPerDelivery, waits: crowd.waits.toSorted((a, b) => a - b) }
}

/** Each in his own rhythm, not all at once. */
function typeAtRate(crowd: Crowd, rate: number): () => void {
  const every = 1_000 / rate
  const next = Array.from({ length: crowd.size }, (_, writer) => performance.now() + ((writer * 0.618) % 1) * every)
  const timer = setInterval(() => {
    const now = performance.now()
    for (const [writer, at] of next.entries()) {
      if (at > now) continue
      crowd.type(writer)
      next[writer] = at + every
    }
  }, 1)
  return () => clearInterval(timer)
}

/** The next one when all others have one of the last. */
function typeAtOnce(crowd: Crowd): () => void {
  const missing = new Map<string, number>()
  const others = crowd.perRoom - 1
  const due: number[] = []
  let isDue = false
  const send = () => {
    isDue = false
    for (const writer of due.splice(0)) crowd.type(writer)
  }
  const sendSoon = (writer: number) => {
    due.push(writer)
    if (isDue) return
    isDue = true
    setImmediate(send)
  }
  crowd.arrived = (writer, n) => {
    const key = `${writer} ${n}`
    const left = (missing.get(key) ?? others) - 1
    if (left > 0) missing.set(key, left)
    else {
      missing.delete(key)
      sendSoon(writer)
    }
  }
  for (let at = 0; at < IN_FLIGHT; at++) for (let writer = 0; writer < crowd.size; writer++) sendSoon(writer)
  return () => (crowd.arrived = () => {})
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function print(name: string, value: number, unit: string, goal?: string): void {
  console.log(JSON.stringify({ name, value: Number(value.toPrecision(3)), unit, goal }))
}

for (const workload of WORKLOADS) {
  const bare = await measure('bare', workload)
  const writing = await measure('writing', workload)
  const relay = await measure('relay', workload)
  print(`${workload.name}: processor time, bare that writes beside bare`, writing.cpuPerDelivery / bare.cpuPerDelivery, 'x') // prettier-ignore
  print(`${workload.name}: processor time, relay beside bare`, relay.cpuPerDelivery / bare.cpuPerDelivery, 'x', workload.goal) // prettier-ignore
  print(`${workload.name}: relay, for 1,000 deliveries`, relay.cpuPerDelivery * 1e6, 'ms')
  for (const [share, goal] of [
    [0.5, '< 1'],
    [0.99, '< 3'],
  ] as const) {
    // prettier-ignore
    const wait = relay.waits[Math.floor(relay.waits.length * share)] ?? 0
    if (workload.rate !== null) print(`${workload.name}: from key to reader, disk included, p${share * 100}`, wait, 'ms', goal) // prettier-ignore
  }
}
process.exit(0)
