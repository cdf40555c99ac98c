import { setImmediate as nextTurn } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { runChats } from '../../src/app/run-chats.js'
import type { Bot, Chat, ChatName } from '../../src/chat/chat.js'
import { createDeferred } from '../../src/time/deferred.js'

const bot = {} as Bot

function chat(name: ChatName, start: () => Promise<void>): Chat {
  return { name, start, stop: async () => {}, health: () => ({ connected: true, seenAt: undefined }) }
}

const works = async () => {}
const fails = () => Promise.reject(new Error('DISCORD_TOKEN is wrong'))

function run(chats: readonly Chat[], required: readonly ChatName[]) {
  const codes: number[] = []
  const logged: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) })
  return { running: runChats(chats, required, log, (code) => codes.push(code)), codes, logged }
}

describe('runChats', () => {
  it('goes on without a chat that failed to start, and names it', async () => {
    const { running, codes, logged } = run([chat('slack', works), chat('discord', fails)], [])
    await running.start(bot)
    expect(codes).toEqual([])
    expect(logged.join('')).toMatch(/DISCORD_TOKEN is wrong.*"chat":"discord"/u)
  })

  it('ends when a chat that was asked for by name fails', async () => {
    const { running, codes } = run([chat('slack', works), chat('discord', fails)], ['discord'])
    await running.start(bot)
    expect(codes).toEqual([1])
  })

  it('calls no chat ready that was stopped while it connected', async () => {
    const said: string[] = []
    const log = pino({}, { write: (line: string) => said.push(line) })
    const stopped = createDeferred<void>()
    const slow = { ...chat('slack', () => stopped.promise), stop: async () => stopped.resolve() }
    const running = runChats([slow, chat('discord', works)], [], log, () => {})
    const started = running.start(bot)
    await nextTurn()
    await running.stop()
    await started
    expect(said.map((line) => JSON.parse(line).chat)).toEqual(['discord'])
  })

  it('ends when the last chat is lost', async () => {
    const { running, codes } = run([chat('slack', works), chat('discord', works)], [])
    await running.start(bot)
    running.lost('slack', new Error('token revoked'))
    expect(codes).toEqual([])
    running.lost('discord', new Error('token reset'))
    running.lost('discord', new Error('token reset'))
    expect(codes).toEqual([1])
  })
})
