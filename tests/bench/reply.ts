import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLibrary } from '../../src/knowledge/load-library.js'
import { benchDiscord, sessionCount } from './reply-discord.js'
import { questionsFrom } from './reply-questions.js'
import type { RaceResult } from './reply-race.js'
import { benchSlack, type SlackResult } from './reply-slack.js'

/** `npm run bench:reply -- [--json] [--rounds 500]`: what the bot adds to a bare app's time, chat by chat. */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '500' } },
})

const different = 100
const questions = questionsFrom(await loadLibrary(join(process.cwd(), 'knowledge')), different)
const slack = await benchSlack(questions, Number(values.rounds))
const discord = await benchDiscord(
  questions.map((question) => question.replace(/^session /, '')),
  Number(values.rounds),
)
const report = { questions: different, rounds: Number(values.rounds), slack, discord }
process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : table())
process.exit(0)

function table(): string {
  const rows = [
    ['', 'ours p50', 'bare p50', 'added', 'ratio', 'ours p99', 'bare p99', 'added', 'ratio'],
    ['Slack command', ...row(slack.command)],
    ['Slack mention', ...row(slack.mention)],
    ['Discord command', ...row(discord.command)],
    ['Discord mention', ...row(discord.mention)],
    ['Discord typing', ...row(discord.completion)],
  ]
  const { p50, p99 } = discord.largeCompletion
  return [
    ...rows.map((cells) => cells.map((cell) => cell.padStart(15)).join('')),
    startLine('Slack', slack.start),
    startLine('Discord', discord.start),
    `Discord typing over ${sessionCount} sessions: p50 ${shown(p50)} ms, p99 ${shown(p99)} ms`,
    '',
  ].join('\n')
}

function startLine(chat: string, { ours, bare, ratio }: SlackResult['start']): string {
  return `${chat} start to first answer: ${shown(ours)} ms, bare ${shown(bare)} ms, ratio ${shown(ratio)}`
}

function row({ ours, bare, addedP50, addedP99, ratioP50, ratioP99 }: RaceResult): readonly string[] {
  return [ours.p50, bare.p50, addedP50, ratioP50, ours.p99, bare.p99, addedP99, ratioP99].map(shown)
}

function shown(value: number): string {
  return value.toFixed(3)
}
