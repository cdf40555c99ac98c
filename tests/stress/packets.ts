import { packets } from '../wire/discord/packets.js'
import { mutations } from '../wire/mutations.js'
import { payloads } from '../wire/slack/payloads.js'
import { startBothChats } from './both-chats.js'

/** What came of packets that no platform should send. */
export interface Mutated {
  readonly packets: number
  /** Chats that answered all the same afterwards. */
  readonly answering: readonly string[]
  readonly leaks: boolean
}

/** Sends the real process each packet with each field in turn missing, null or of another type; then asks both chats. */
export async function sendMutations(directory: string): Promise<Mutated> {
  const bot = await startBothChats(directory)
  let count = 0
  for (const [, event, packet] of packets) {
    for (const wrong of [...mutations(packet), null, 'x', 1, []]) {
      bot.discord.gateway.dispatch(event, wrong)
      count += 1
    }
  }
  for (const [, kind, payload] of payloads) {
    for (const wrong of mutations(payload)) {
      // What is wrong need not be acknowledged.
      void bot.slack.sockets.deliver(kind, wrong)
      count += 1
    }
  }
  const answering: string[] = []
  await bot.people.command('session opencensus')
  if (bot.slack.board.messages.some(({ text }) => /opencensus/iu.test(text ?? ''))) answering.push('slack')
  const { original } = await bot.discord.slash('session', { query: 'opencensus' })
  if (/opencensus/iu.test(JSON.stringify(original ?? ''))) answering.push('discord')
  const leaks = bot.leaks()
  await bot.stop()
  return { packets: count, answering, leaks }
}
