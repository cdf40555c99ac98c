// A bot's process that dies on command: reads `{ built, place, boards, death }` from its first argument, then for each
// line on stdin, a moment on the wall clock and on the monotonic one in milliseconds, does what is due then and prints `done`. A board is the chat's own, on
// its configuration, or for `{ url }` one that posts to a test's channels.
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const { built, place, boards, death } = JSON.parse(process.argv[2])
const load = (file) => import(pathToFileURL(`${built}/${file}`).href)
const { openStore } = await load('store/open-store.js')
const { Daily } = await load('daily/daily.js')

const quiet = () => undefined
const log = { error: quiet, warn: quiet, info: quiet, debug: quiet }
let now = 0
let monotonic = 0
const clock = {
  now: () => now,
  monotonic: () => monotonic,
  sleep: async (milliseconds) => {
    now += milliseconds
    monotonic += milliseconds
  },
}
let stepsLeft = death?.count ?? 0

function dieIf(step) {
  if (death?.step !== step) return
  stepsLeft -= 1
  if (stepsLeft === 0) process.kill(process.pid, 'SIGKILL')
}

function plainBoard(url) {
  const ask = async (path, body) => {
    const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })
    return response.text()
  }
  return {
    postsPerSecond: 1_000,
    post: (channel, _reply, delivery) => ask('/post', { channel, delivery }),
    findDelivery: (channel, delivery) => ask('/find', { channel, delivery }),
    obstacle: async () => undefined,
    tell: async () => undefined,
  }
}

async function boardOf(chat, config) {
  if (config.url) return plainBoard(config.url)
  const { createNoticeboard } = await load(`chat/${chat}/surfaces/noticeboard.js`)
  if (chat === 'discord') return createNoticeboard(config, () => undefined, { sendFailed: quiet })
  const { createWeb } = await load('chat/slack/wire/web.js')
  return createNoticeboard(
    createWeb(config, { log, meter: { sendFailed: quiet }, failed: quiet, sleep: clock.sleep }),
  )
}

async function mortalBoard(chat, config) {
  const board = await boardOf(chat, config)
  const post = async (...args) => {
    await board.post(...args)
    dieIf('after post')
  }
  return [chat, { ...board, post }]
}

const store = await openStore(place, log, clock)
const mortalStore = {
  ...store,
  deliveries: {
    ...store.deliveries,
    claim: async (delivery, leaseSeconds) => {
      dieIf('before claim')
      const claimed = await store.deliveries.claim(delivery, leaseSeconds)
      if (claimed) dieIf('after claim')
      return claimed
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
  boards: new Map(await Promise.all(Object.entries(boards).map((entry) => mortalBoard(...entry)))),
  library: () => ({ meetups: [], sessions: [], tips, glossary: [], warnings: [] }),
  locale: 'ko',
  clock,
  log,
  channels: [],
  catchUpHours: 6,
  organisers: () => [],
  counted: () => undefined,
})

process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  ;[now, monotonic] = line.split(' ').map(Number)
  await daily.check()
  await daily.idle()
  process.stdout.write('done\n')
}
