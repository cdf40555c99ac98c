import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { neededScopes } from '../../src/chat/slack/manifest.js'
import { FakeDiscord } from '../wire/discord/fake-discord.js'
import { token } from '../wire/discord/world.js'
import { type FakeSlack, startFakeSlack } from '../wire/slack/fake-slack.js'
import { People } from '../wire/slack/people.js'

/** The bot as a process of its own, on both fakes. */
export interface BothChats {
  readonly slack: FakeSlack
  readonly discord: FakeDiscord
  readonly people: People
  /** Megabytes that the bot's process holds. */
  readonly resident: () => number
  /** Whether a token stands anywhere in what the process has written. */
  readonly leaks: () => boolean
  readonly isAlive: () => boolean
  readonly stop: () => Promise<void>
}

const secrets = { SLACK_BOT_TOKEN: 'xoxb-right', SLACK_APP_TOKEN: 'xapp-right', DISCORD_TOKEN: token }

/** Starts it; resolves when both chats are ready. */
export async function startBothChats(directory: string): Promise<BothChats> {
  const slack = await startFakeSlack(neededScopes)
  const discord = await FakeDiscord.start()
  const urls = { SLACK_API_URL: slack.apiUrl, DISCORD_API_URL: discord.apiUrl }
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.js')], {
    env: { PATH: process.env.PATH, DATA_DIR: directory, ...secrets, ...urls },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let output = ''
  await new Promise<void>((resolve) => {
    const listen = (chunk: unknown) => {
      output += String(chunk)
      if (output.split('"Ready"').length > 2) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
  })
  return {
    slack,
    discord,
    people: new People(slack, (kind, payload) => slack.sockets.deliver(kind, payload)),
    resident: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024)
    },
    leaks: () => Object.values(secrets).some((secret) => output.includes(secret)),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      await Promise.all([slack.stop(), discord.stop()])
    },
  }
}
