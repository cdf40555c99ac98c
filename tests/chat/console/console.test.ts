import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createBot } from '../../../src/bot.js'
import { createConsoleChat } from '../../../src/chat/console/console.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../../search/build-library.js'

const library = buildLibrary([buildSession('Kubernetes upgrades', ['Drain one node at a time'])])
const index = await createSearchIndex(library)
const bot = createBot({
  notes: () => ({ library, index }),
  locale: 'en',
  commands: {},
  todaysTip: () => ({ outcome: 'command', parts: [] }),
  remembers: false,
  listener: { answered: () => {}, voted: () => {} },
  log: pino({ level: 'silent' }),
  logQuestions: false,
  now: () => 0,
})

/** What the console prints for lines typed at a terminal, or piped into it. */
async function talk(lines: readonly string[], terminal = false): Promise<string> {
  const input = Object.assign(new PassThrough(), { isTTY: terminal, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: terminal, columns: 400 })
  const ended = new Promise<void>((resolve) => {
    const chat = createConsoleChat({ input, output, ended: resolve })
    void chat.start(bot)
  })
  // A key press comes by itself: what is pasted is not completed.
  for (const keys of lines
    .map((line) => `${line}\n`)
    .join('')
    .split(/(?<=\t)/u))
    input.write(keys)
  input.end()
  await ended
  return String(output.read() ?? '')
}

describe('a console chat', () => {
  it('answers each piped line, an empty line between answers, and ends with the input', async () => {
    expect(await talk(['/devops session kubernetes', '', 'slides kubernetes'])).toBe(
      [
        'Kubernetes upgrades',
        "DevOps meetup '19",
        '• Drain one node at a time',
        '',
        'Kubernetes upgrades',
        "DevOps meetup '19",
        '• Drain one node at a time',
        '',
      ].join('\n'),
    )
  })

  it('opens the choice whose number is typed', async () => {
    const text = await talk(['sessions', '1'])
    expect(text).toContain('1) Kubernetes upgrades\n\nDrain one node at a time\nKubernetes upgrades')
  })

  it('prompts and uses colour at a terminal', async () => {
    const text = await talk(['kubernetes', 'exit'], true)
    expect(text).toContain('> ')
    expect(text).toContain('\u001b[1m')
  })

  it('completes at Tab what was begun, at a terminal', async () => {
    expect(await talk(['slides Kub\t', 'exit'], true)).toContain('slides Kubernetes upgrades')
  })

  it('says which shell command does what needs a store', async () => {
    expect(await talk(['tips', 'gaps'])).toBe(
      [
        'This command does not work here. In a shell, run: npm run --silent tips',
        '',
        'This command does not work here. In a shell, run: npm run --silent gaps',
        '',
      ].join('\n'),
    )
  })

  it('stops at "exit"', async () => {
    expect(await talk(['exit', 'kubernetes'])).toBe('')
  })
})
