import { answer } from '../../src/answer/answer.js'
import { readQuestion } from '../../src/answer/question.js'
import { meetupsNamed } from '../../src/answer/replies/meetups.js'
import type { Notes } from '../../src/answer/reply-context.js'
import { renderReply } from '../../src/chat/discord/render/render.js'
import { renderMessages } from '../../src/chat/slack/render/render.js'
import { withoutPersonalParts } from '../../src/questions/personal.js'
import { randomFrom } from '../bench/random.js'
import { strangeQuestion } from './strange-questions.js'

/** What became of the strange questions. */
export interface Fuzzed {
  readonly questions: number
  /** The slowest, from its words to both rendered messages: the best of three tries, as others share this machine. */
  readonly slowestMilliseconds: number
  readonly slowest: string
  /** Questions that threw, or whose messages would ping somebody. */
  readonly faults: readonly string[]
}

/** Asks strange questions, through answer and both renderers. */
export function fuzz(notes: Notes, count: number): Fuzzed {
  const random = randomFrom(7)
  const faults: string[] = []
  let slowest = { milliseconds: 0, text: '' }
  for (let number = 0; number < count; number += 1) {
    const text = strangeQuestion(random)
    try {
      const milliseconds = bestOfThree(() => ask(text, notes), slowest.milliseconds)
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text }
    } catch (error) {
      faults.push(`${JSON.stringify(text.slice(0, 60))}: ${error instanceof Error ? error.message : error}`)
    }
  }
  const shown = `${slowest.text.length} characters, ${JSON.stringify(slowest.text.slice(0, 40))}`
  return { questions: count, slowestMilliseconds: slowest.milliseconds, slowest: shown, faults }
}

/** Milliseconds; tried again only when it would be the slowest so far. */
function bestOfThree(run: () => void, slowest: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const started = performance.now()
    run()
    best = Math.min(best, performance.now() - started)
    if (best <= slowest) return best
  }
  return best
}

function ask(text: string, notes: Notes): void {
  const question = readQuestion(text, (words) => meetupsNamed(words, notes.library).length > 0)
  const setting = { id: 'abcdefghijkl', locale: 'ko', visibility: 'private', direct: false } as const
  const { reply } = answer(question, notes, { ...setting, page: 0, remembers: true, prefix: '', manages: [] })
  for (const message of renderMessages(reply)) refusePings(message)
  const card = renderReply(reply)
  if (card.allowed_mentions?.parse?.length !== 0) throw new Error('Discord would look for mentions')
  withoutPersonalParts(text)
}

/** Slack reads mentions in mrkdwn and in the text of a message; elsewhere text is text. */
function refusePings(part: unknown): void {
  if (Array.isArray(part)) {
    for (const each of part) refusePings(each)
  } else if (typeof part === 'object' && part !== null) {
    const fields: Record<string, unknown> = { ...part }
    const { type, text } = fields
    if (type === 'user' || type === 'usergroup' || type === 'broadcast') throw new Error('Slack would ping')
    const isMarkup = type === 'mrkdwn' || type === undefined
    if (isMarkup && typeof text === 'string' && /<[@!#]/u.test(text)) throw new Error('Slack would ping')
    refusePings(Object.values(fields))
  }
}
