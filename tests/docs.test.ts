import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { commands } from '../src/answer/commands.js'
import { createAsk } from '../src/cli/ask.js'
import { environment } from '../src/config/environment.js'
import { shippedNotes } from './shipped-notes.js'

const root = join(import.meta.dirname, '..')
const pages = [
  'README.md',
  'README.ko.md',
  'CONTRIBUTING.md',
  'knowledge/README.md',
  'knowledge/README.ko.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(root, 'docs/ko')).map((name) => `docs/ko/${name}`),
]
const read = (page: string) => readFileSync(join(root, page), 'utf8')
const all = (page: string, pattern: RegExp) =>
  [...read(page).matchAll(pattern)].map(([, found = '']) => found)

/** Variables of the shape of ours that others read, or that only tests do. */
const notOurs = /^(NODE_ENV|REQUIRE_\w+)$/u

describe('the documentation', () => {
  it.each(pages)('names only scripts that there are: %s', (page) => {
    const scripts = Object.keys(manifest.scripts)
    expect(all(page, /npm run (?:--silent )?([\w:]+)/gu).filter((name) => !scripts.includes(name))).toEqual(
      [],
    )
  })

  it.each(pages)('names only variables that the bot reads: %s', (page) => {
    const named = all(
      page,
      /`((?:SLACK|DISCORD|TIP|QUESTIONS|LOG|OPERATIONS|KNOWLEDGE|DATA|DATABASE)_[A-Z_]+)/gu,
    )
    expect(named.filter((name) => !(name in environment.shape) && !notOurs.test(name))).toEqual([])
  })

  it.each(pages)('links to and shows only files that there are: %s', (page) => {
    const links = all(page, /(?:\]\(|<img src="|srcset=")(?!<?https?:|#|mailto:)([^)#\s"]+)/gu).filter(
      (link) => !/^slides\//u.test(link),
    )
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })

  it('names every variable in the README, and every command in both', () => {
    const readme = read('README.md')
    const variables = Object.keys(environment.shape).filter((name) => name !== 'NODE_ENV')
    expect(variables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
    for (const page of ['README.md', 'README.ko.md']) {
      expect(commands.filter(({ name }) => !read(page).includes(`\`${name}`))).toEqual([])
    }
  })

  it.each(['README.md', 'README.ko.md'])('shows an answer as the bot gives it: %s', async (page) => {
    const [, question = '', answer] = /```text\n> (.*)\n([^`]*)\n```/u.exec(read(page)) ?? []
    expect(await askedWith({ explain: false }, question)).toBe(answer)
  })

  it('explains answers as the bot does, line by line: docs/search.md', async () => {
    const page = read('docs/search.md')
    const questions = [...page.matchAll(/^question {2}(.*)$/gmu)].map(([, question = '']) => question)
    expect(questions.length).toBeGreaterThan(1)
    for (const question of questions) {
      const shown = page.slice(page.indexOf(`question  ${question}\n`)).split('```')[0] ?? ''
      const said = new Set((await askedWith({ explain: true }, question)).split('\n'))
      expect(shown.split('\n').filter((line) => !said.has(line))).toEqual([])
    }
  })

  it.each(['slack', 'discord', 'daily-tip', 'operations', 'privacy'])(
    'says the same in Korean: the same variables, metrics, alerts and log lines in %s',
    (name) => {
      const facts = (page: string) =>
        [...new Set(all(page, /`((?:meetup_bot_|MeetupBot|[A-Z]{3,}_)\w*|\/\w+)/gu))].sort()
      expect(facts(`docs/ko/${name}.md`)).toEqual(facts(`docs/${name}.md`))
    },
  )
})

/** What `npm run ask` prints for a question about the shipped notes. */
async function askedWith({ explain }: { readonly explain: boolean }, question: string): Promise<string> {
  const log = pino({ level: 'silent' })
  const now = () => Date.parse('2026-12-01T00:00:00Z')
  const manner = {
    json: false,
    explain,
    locale: undefined,
    fallback: 'ko',
    zone: 'Asia/Seoul',
    now,
    log,
  } as const
  return createAsk(await shippedNotes(), manner)(question)
}
