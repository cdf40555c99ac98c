import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Library } from '../../src/knowledge/library.js'
import { loadLibrary } from '../../src/knowledge/load-library.js'
import type { NotesReader, NotesSnapshot } from '../../src/live-notes/notes-reader.js'
import { makePdf, slide } from '../knowledge/decks/make-pdf.js'
import { makePptx } from '../knowledge/decks/make-pptx.js'
import { folderWith } from './folder.js'
import { openReader, unprepared } from './reader.js'

async function readAll(reader: NotesReader): Promise<NotesSnapshot> {
  let reading = await reader.read()
  while (reading.more) reading = await reader.read()
  return reading
}

function put(folder: string, files: Readonly<Record<string, Uint8Array | string>>): void {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}

const post = `# Hanbit DevOps Night 2024

## 대기열로 옮긴 이야기
발표자: 김한결
- 자료: [pdf](slides/queue.pdf)
- 영상: <https://www.youtube.com/watch?v=uKATqtjK2eo>
- 브로커를 하나로 줄였다.

## Alerts that nobody reads
Speaker: Mina Park
- Three alerts are enough.
`

/** A PPTX is read with less than PDF.js. */
const pptxPost = post.replace('[pdf](slides/queue.pdf)', '[pptx](slides/queue.pptx)')

const captions = 'WEBVTT\n\n00:12:30.000 --> 00:12:34.000\n큐가 가득 찬 날\n'

const words = ({ sessions }: Library) =>
  sessions.map(({ title, passages }) => [
    title,
    passages.flatMap(({ text, source }) => (source ? [`${JSON.stringify(source)} ${text}`] : [])),
  ])

describe('decks and recordings beside a post', () => {
  it('are read in the thread, as this one would have read them', async () => {
    const folder = folderWith({ '2024.md': post })
    put(folder, {
      'slides/queue.pdf': makePdf([slide('왜 옮겼나', ['큐가 가득 찼다'])]),
      'alerts-that-nobody-reads.pptx': makePptx([{ title: 'Three alerts', notes: 'Ask who was paged.' }]),
      'night [uKATqtjK2eo].ko.vtt': captions,
    })
    const { library } = await readAll(openReader(folder, { prepared: unprepared }))
    expect(library).toEqual(await loadLibrary(folder))
    const url = 'https://www.youtube.com/watch?v=uKATqtjK2eo&t=750s'
    expect(words(library)).toEqual([
      [
        '대기열로 옮긴 이야기',
        [
          '{"kind":"page","page":1} 큐가 가득 찼다',
          `{"kind":"moment","seconds":750,"url":"${url}"} 큐가 가득 찬 날`,
        ],
      ],
      ['Alerts that nobody reads', ['{"kind":"page","page":1} Ask who was paged.']],
    ])
  })

  it('are read once, by what is in them: a restart takes the words that were kept', async () => {
    const folder = folderWith({ '2024.md': pptxPost })
    const kept = join(folder, '.data')
    put(folder, { 'slides/queue.pptx': makePptx([{ title: '왜 옮겼나', points: ['큐가 가득 찼다'] }]) })
    await readAll(openReader(folder, { kept }))
    const [name = ''] = readdirSync(kept)
    writeFileSync(join(kept, name), readFileSync(join(kept, name), 'utf8').replace('가득 찼다', '비었다'))
    expect(words((await readAll(openReader(folder, { kept }))).library)[0]).toEqual([
      '대기열로 옮긴 이야기',
      ['{"kind":"page","page":1} 큐가 비었다'],
    ])
    writeFileSync(join(kept, name), '{"kind":"deck"}')
    expect(words((await readAll(openReader(folder, { kept }))).library)[0]).toEqual([
      '대기열로 옮긴 이야기',
      ['{"kind":"page","page":1} 큐가 가득 찼다'],
    ])
  })

  it('stop nothing when they cannot be read: each says what is wrong with it', async () => {
    const folder = folderWith({ '2024.md': post })
    put(folder, {
      'slides/queue.pdf': makePdf([slide('비밀', ['암호'])], { encrypted: true }),
      'alerts/alerts that nobody reads.pdf': 'no deck',
      'alerts/alerts that nobody reads 2.pdf': '',
      'mina park.pdf': makePdf([slide('Pictures', ['Words']), [], []]),
      'park.srt': 'no captions',
    })
    const { library, unusable } = await readAll(openReader(folder))
    expect(unusable).toEqual([])
    expect(
      library.findings.map(({ file, message }) => `${file.slice(folder.length + 1)} ${message}`),
    ).toEqual([
      'alerts/alerts that nobody reads 2.pdf is empty. Copy it again, or take it out',
      'alerts/alerts that nobody reads.pdf is damaged, or no deck, and not read. Export it again',
      'mina park.pdf 2 of 3 pages have no words, only pictures: page 2-3',
      'park.srt holds no captions. Download them as .vtt or .srt again, or take the file out',
      'slides/queue.pdf is encrypted and not read. Save a copy without a password',
    ])
    expect(words(library)[1]).toEqual(['Alerts that nobody reads', ['{"kind":"page","page":1} Words']])
  })

  it('follow their files', async () => {
    const folder = folderWith({ '2024.md': pptxPost })
    put(folder, { 'slides/queue.pptx': makePptx([{ title: '왜 옮겼나', points: ['큐가 가득 찼다'] }]) })
    const reader = openReader(folder)
    const first = await readAll(reader)
    expect((await reader.read()).library).toBe(first.library)
    put(folder, { 'slides/queue.pptx': makePptx([{ title: '왜 옮겼나', points: ['밤마다 멈췄다'] }]) })
    expect(words((await readAll(reader)).library)[0]).toEqual([
      '대기열로 옮긴 이야기',
      ['{"kind":"page","page":1} 밤마다 멈췄다'],
    ])
  })
})
