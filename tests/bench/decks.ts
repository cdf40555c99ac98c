import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { createAttachmentReader } from '../../src/knowledge/attachments/reading/attachment-reader.js'
import { type LiveNotes, watchNotes } from '../../src/live-notes/live-notes.js'
import { openThreadReader } from '../../src/live-notes/notes-reader.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { makePdf, slide } from '../knowledge/decks/make-pdf.js'
import { threadMilliseconds } from './thread-time.js'

const pages = 40
const words =
  '모니터링 배포 장애 알림 인프라 로그 비용 대기열 추적 지표 queue broker deploy rollback latency budget'.split(
    ' ',
  )

/** What reading decks costs, and what those who ask notice of it: `npm run bench:notes -- --decks`. */
export async function benchDecks(
  decks: number,
  arriving: number,
  print: (line: string) => void,
): Promise<void> {
  await readAlone(decks, print)
  const folder = await mkdtemp(join(tmpdir(), 'decks-'))
  const kept = join(folder, '.kept')
  await writePost(folder, 'first', decks)
  for (const state of ['cold', 'warm']) {
    const started = performance.now()
    const live = await open(folder, kept)
    const answered = performance.now() - started
    await until(live, wordOf('first', decks - 1))
    const whole = performance.now() - started
    print(
      `${decks} decks, ${state}: first answers after ${seconds(answered)}, all pages after ${seconds(whole)}`,
    )
    if (state === 'warm') await arrive(folder, live, arriving, print)
    await live.stop()
  }
  await rm(folder, { recursive: true })
}

/** The thread by itself. */
async function readAlone(decks: number, print: (line: string) => void): Promise<void> {
  const reader = createAttachmentReader()
  await reader.read({ format: 'pdf', bytes: deck('warm', 0) })
  const before = process.memoryUsage.rss()
  let most = 0
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() - before)
  }, 20)
  const files = Array.from({ length: decks }, (_, number) => deck('alone', number))
  const started = performance.now()
  for (const bytes of files) await reader.read({ format: 'pdf', bytes })
  const taken = performance.now() - started
  clearInterval(look)
  await reader.close()
  const perSecond = Math.round((decks * pages) / (taken / 1000))
  print(
    `${decks} decks of ${pages} pages: ${perSecond} pages a second, at most ${Math.round(most / 1e6)} MB more`,
  )
}

/** Copies decks into the folder, and looks how long nobody is answered until the last is found. */
async function arrive(
  folder: string,
  live: LiveNotes,
  count: number,
  print: (line: string) => void,
): Promise<void> {
  const away = await mkdtemp(join(tmpdir(), 'decks-away-'))
  await writePost(away, 'second', count)
  const started = performance.now()
  await copyFile(join(away, 'second.md'), join(folder, 'second.md'))
  await mkdir(join(folder, 'second'))
  const copying = Promise.all(
    Array.from({ length: count }, (_, number) => {
      const name = join('second', `${number}.pdf`)
      return copyFile(join(away, name), join(folder, name))
    }),
  )
  const { block, work } = await until(live, wordOf('second', count - 1))
  await copying
  await rm(away, { recursive: true })
  const whole = seconds(performance.now() - started)
  const blocks = `longest block ${block.toFixed(1)} ms, of which our own work ${work.toFixed(1)} ms`
  print(`${count} decks arrive: found after ${whole}; ${blocks}`)
}

async function open(folder: string, kept: string): Promise<LiveNotes> {
  const reader = openThreadReader({ folder, kept })
  const log = pino({ level: 'error' })
  return watchNotes(await reader.read(), { folder, reader, build: createSearchIndex, log, now: Date.now })
}

const pauseMilliseconds = 2

/** The longest stretch in which nobody was answered, and that of this thread's own work, in milliseconds. */
interface Longest {
  readonly block: number
  readonly work: number
}

/** Asks until a word is found. */
async function until(live: LiveNotes, word: string): Promise<Longest> {
  let block = 0
  let work = 0
  let last = performance.now()
  let lastWork = threadMilliseconds()
  while (live.notes().index.search(word).outcome !== 'answered') {
    await setTimeout(pauseMilliseconds)
    const now = performance.now()
    block = Math.max(block, now - last - pauseMilliseconds)
    last = now
    const worked = threadMilliseconds()
    work = Math.max(work, worked - lastWork)
    lastWork = worked
  }
  return { block, work }
}

/** A post whose talks link a deck each. */
async function writePost(folder: string, name: string, decks: number): Promise<void> {
  const talks = Array.from({ length: decks }, (_, number) => {
    return `## ${words[number % words.length]} 이야기 ${number}\n발표자: 발표자${number}\n\n- [pdf](${name}/${number}.pdf)\n`
  })
  await writeFile(join(folder, `${name}.md`), `# Night ${name}\n\n${talks.join('\n')}`)
  await mkdir(join(folder, name))
  for (let number = 0; number < decks; number += 1) {
    await writeFile(join(folder, name, `${number}.pdf`), deck(name, number))
  }
}

/** Pages of a heading and six points, and one word that no other deck has. */
function deck(name: string, number: number): Uint8Array {
  const word = (place: number) => words[(number * 7 + place * 3) % words.length] ?? ''
  const slides = Array.from({ length: pages }, (_, page) => {
    const points = Array.from(
      { length: 6 },
      (_, point) => `${word(page + point)} ${word(page)} ${number}-${page}-${point}`,
    )
    return slide(
      `${word(page)} ${page}`,
      page === pages - 1 ? [wordOf(name, number), ...points] : points,
      page + 1,
    )
  })
  return makePdf(slides)
}

function wordOf(name: string, number: number): string {
  return `zyx${name}${number}wvu`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
