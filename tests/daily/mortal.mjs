// A bot's process that dies on command: reads `{ built, place, channelUrl, death }` from its first argument, then for
// each line on stdin, a moment in epoch milliseconds, does what is due then and prints `done`.
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const { built, place, channelUrl, death } = JSON.parse(process.argv[2])
const load = (file) => import(pathToFileURL(`${built}/${file}`).href)
const { openStore } = await load('store/open-store.js')
const { Daily } = await load('daily/daily.js')

const quiet = () => undefined
const log = { error: quiet, warn: quiet, info: quiet, debug: quiet }
let now = 0
let stepsLeft = death?.count ?? 0

function dieIf(step) {
  if (death?.step !== step) return
  stepsLeft -= 1
  if (stepsLeft === 0) process.kill(process.pid, 'SIGKILL')
}

async function ask(path, body) {
  const response = await fetch(channelUrl + path, { method: 'POST', body: JSON.stringify(body) })
  return response.text()
}

const board = {
  postsPerSecond: 1_000,
  post: async (channel, _reply, delivery) => {
    await ask('/post', { channel, delivery })
    dieIf('after post')
  },
  findDelivery: (channel, delivery) => ask('/find', { channel, delivery }),
  obstacle: async () => undefined,
  tell: async () => undefined,
}

const store = await openStore(place, log)
const mortalStore = {
  ...store,
  deliveries: {
    ...store.deliveries,
    claim: async (wish, leaseSeconds) => {
      dieIf('before claim')
      const delivery = await store.deliveries.claim(wish, leaseSeconds)
      if (delivery) dieIf('after claim')
      return delivery
    },
    finish: async (delivery, end) => {
      await store.deliveries.finish(delivery, end)
      dieIf('after mark')
    },
  },
}

const tips = Array.from({ length: 20 }, (_, index) => ({ id: `tip-${index}`, text: `Tip ${index}` }))
const daily = new Daily({
  store: mortalStore,
  boards: new Map([['slack', board]]),
  library: () => ({ meetups: [], sessions: [], tips, glossary: [], warnings: [] }),
  locale: 'ko',
  clock: {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds
    },
  },
  log,
  channels: [],
  catchUpHours: 6,
  organisers: () => [],
  counted: () => undefined,
})

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  now = Number(line)
  await daily.check()
  await daily.idle()
  process.stdout.write('done\n')
}
