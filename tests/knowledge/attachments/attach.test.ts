import { describe, expect, it } from 'vitest'
import { type AttachedFile, attach } from '../../../src/knowledge/attachments/attach.js'
import type { Material } from '../../../src/knowledge/attachments/attachment.js'
import { fileLinks } from '../../../src/knowledge/attachments/file-links.js'
import { parsePost } from '../../../src/knowledge/post.js'
import type { Passage } from '../../../src/knowledge/session.js'

const deck = (title = '', text = 'words of a page'): Material => ({
  kind: 'deck',
  deck: { pages: [{ page: 1, title, text }], pageCount: 1, faults: [] },
})

const recording = (...moments: readonly (readonly [seconds: number, text: string])[]): Material => ({
  kind: 'recording',
  recording: { moments: moments.map(([seconds, text]) => ({ seconds, text })), seconds: 3600, faults: [] },
})

const files = (...entries: readonly (readonly [string, Material])[]): readonly AttachedFile[] =>
  entries.map(([path, material]) => ({ path: `notes/${path}`, material }))

function attached(
  posts: Readonly<Record<string, string>>,
  read: readonly AttachedFile[],
  publishedAt?: string,
) {
  const parsed = Object.entries(posts).map(([path, text]) => ({
    path: `notes/${path}`,
    post: parsePost(text, `notes/${path}`),
    links: fileLinks(text),
  }))
  const { posts: all, findings } = attach(parsed, read, {
    folder: 'notes',
    ...(publishedAt === undefined ? {} : { links: publishedAt }),
  })
  const sessions = all.flatMap(({ meetups }) => meetups.flatMap((each) => each.sessions))
  const fromFiles = (passages: readonly Passage[]) => passages.filter(({ source }) => source)
  return {
    sessions,
    findings: findings.map(({ file, line, message }) => `${file}:${line}: ${message}`),
    /** Titles of the talks that got words of files, and the words. */
    words: Object.fromEntries(
      sessions
        .filter(({ passages }) => fromFiles(passages).length > 0)
        .map(({ title, passages }) => [title, fromFiles(passages).map(({ text }) => text)]),
    ),
  }
}

const post = `# Hanbit DevOps Night 2024

## 대기열로 옮긴 이야기
발표자: 김한결
- 자료: [슬라이드](slides/queue.pdf)
- 브로커를 하나로 줄였다.

## Alerts that nobody reads
Speaker: Mina Park
- Three alerts are enough.
`

describe('attachments', () => {
  it('go to the talk in whose lines they are linked, behind its notes', () => {
    const { sessions, findings } = attached(
      { '2024.md': post },
      files(['slides/queue.pdf', deck('왜 옮겼나', '큐가 길었다')]),
    )
    expect(findings).toEqual([])
    expect(sessions[0]?.passages.at(-1)).toEqual({
      path: ['왜 옮겼나'],
      text: '큐가 길었다',
      source: { kind: 'page', page: 1 },
    })
    expect(sessions[0]?.passages[0]?.source).toBeUndefined()
  })

  it('are found behind spaces, angle brackets, percent signs, HTML and decomposed Hangul', () => {
    const links = [
      '[pdf](slides/open census.pdf)',
      '[pdf](<slides/open census.pdf> "Slides")',
      '[pdf](slides/open%20census.pdf#page=3)',
      '<a href="./slides/open census.pdf">PDF</a>',
      `[pdf](${'slides/개방 센서스.pdf'.normalize('NFD')})`,
    ]
    const names = ['open census', 'open census', 'open census', 'open census', '개방 센서스']
    const found = links.map((link, at) => {
      const text = `# Night\n\n## First talk of all\nSpeaker: Mina Park\n- ${link}\n\n## Second one here\nSpeaker: Jo Lee\n- Hello there.\n`
      return attached({ '2024.md': text }, files([`slides/${names[at]}.pdf`, deck()])).words
    })
    expect(found).toEqual(links.map(() => ({ 'First talk of all': ['words of a page'] })))
  })

  it('are named with their line when they are linked and not there', () => {
    expect(attached({ '2024.md': post }, []).findings).toEqual([
      'notes/2024.md:5: link to a file that is not there: slides/queue.pdf. Correct it, or add the file',
    ])
  })

  it('go to the talk that their name tells, by its title, its speaker or its number', () => {
    const text = post.replace('- 자료: [슬라이드](slides/queue.pdf)\n', '')
    const named = (name: string) =>
      Object.keys(attached({ '2024-night.md': text }, files([name, deck()])).words)
    expect(named('alerts-that-nobody-reads.pdf')).toEqual(['Alerts that nobody reads'])
    expect(named('slides/2024-05-07 Nobody Reads Alerts (final).pptx')).toEqual(['Alerts that nobody reads'])
    expect(named('mina_park.pdf')).toEqual(['Alerts that nobody reads'])
    expect(named('decks/김한결_발표자료.pdf'.normalize('NFD'))).toEqual(['대기열로 옮긴 이야기'])
    expect(named('2024-night-2.pdf')).toEqual(['Alerts that nobody reads'])
    expect(named('2024-night/대기열로옮긴이야기.ko.pdf')).toEqual(['대기열로 옮긴 이야기'])
  })

  it('go to the talk that their first page names, when their own name says nothing', () => {
    const text = post.replace('- 자료: [슬라이드](slides/queue.pdf)\n', '')
    const { words } = attached(
      { '2024.md': text },
      files(['final_v3.pdf', deck('Hello', 'Mina Park, May 2024')]),
    )
    expect(words).toEqual({ 'Alerts that nobody reads': ['Mina Park, May 2024'] })
  })

  it('go to the only talk of a post, and otherwise nowhere without a word', () => {
    const one = '# Night\n\n## Only talk tonight\nSpeaker: Mina Park\n- Hello.\n'
    expect(attached({ '2024.md': one }, files(['x1.pdf', deck()])).words).toEqual({
      'Only talk tonight': ['words of a page'],
    })
    const { words, findings } = attached(
      { '2024.md': post },
      files(['slides/queue.pdf', deck()], ['x1.pdf', deck()]),
    )
    expect(Object.keys(words)).toEqual(['대기열로 옮긴 이야기'])
    expect(findings).toEqual([
      'notes/x1.pdf:1: is of no talk that could be found, and is left out. Link it in the lines of its talk, or name it after the talk',
    ])
  })

  it('go to the part of the post that links them, where that is no talk', () => {
    const text = `${post.replace('- 자료: [슬라이드](slides/queue.pdf)\n', '')}\n## 오시는 길\n- [약도와 안내](guide.pdf)\n`
    const { sessions, words, findings } = attached(
      { '2024.md': text },
      files(['guide.pdf', deck('안내', '3번 출구')]),
    )
    expect(words).toEqual({ '오시는 길': ['3번 출구'] })
    expect(sessions.find(({ title }) => title === '오시는 길')?.kind).toBe('note')
    expect(findings).toEqual([])
  })

  it('keep to the posts of their own folder', () => {
    const other = post
      .replaceAll('slides/queue.pdf', 'queue.pdf')
      .replace('Alerts that nobody reads', 'Another evening')
    const { words } = attached(
      { '2023/a.md': other, '2024/b.md': post },
      files(['2024/slides/queue.pdf', deck()]),
    )
    expect(Object.keys(words)).toEqual(['대기열로 옮긴 이야기'])
  })

  it('are talks of their own where there is no post', () => {
    const { sessions, findings } = attached(
      {},
      files(['2024-05 night/queue.pdf', deck('Moving to a queue', 'Why')]),
    )
    expect(sessions.map(({ title, meetup }) => [title, meetup.title, meetup.date])).toEqual([
      ['Moving to a queue', '2024 05 night', '2024-05'],
    ])
    expect(findings).toEqual([])
  })

  it('link the page where the folder is published, and where the post links the file on the web', () => {
    const published = attached(
      { '2024.md': post },
      files(['slides/queue.pdf', deck()]),
      'https://example.com/notes/',
    )
    expect(published.sessions[0]?.passages.at(-1)?.source).toEqual({
      kind: 'page',
      page: 1,
      url: 'https://example.com/notes/slides/queue.pdf#page=1',
    })
    const own = `---\nlinks: https://files.example.com/2024/\n---\n${post}`
    expect(
      attached({ '2024.md': own }, files(['slides/queue.pdf', deck()])).sessions[0]?.passages.at(-1)?.source,
    ).toMatchObject({
      url: 'https://files.example.com/2024/slides/queue.pdf#page=1',
    })
    const web = post.replace('slides/queue.pdf', 'https://files.example.com/queue.pdf')
    const { sessions } = attached({ '2024.md': web }, files(['slides/queue.pdf', deck()]))
    expect(sessions[0]?.passages.at(-1)?.source).toMatchObject({
      url: 'https://files.example.com/queue.pdf#page=1',
    })
  })

  it('are without the page that says only the title and who speaks', () => {
    const pages = [
      { page: 1, title: '대기열로 옮긴 이야기', text: '김한결\n2024.5.7' },
      { page: 2, title: 'Kafka', text: '' },
      { page: 3, title: '대기열로 옮긴 이야기', text: '브로커를 하나로 줄이면 생기는 일' },
    ]
    const read = files(['slides/queue.pdf', { kind: 'deck', deck: { pages, pageCount: 3, faults: [] } }])
    expect(attached({ '2024.md': post }, read).words).toEqual({
      '대기열로 옮긴 이야기': ['Kafka', '브로커를 하나로 줄이면 생기는 일'],
    })
  })

  it('are read once when a deck lies there as PDF and as PPTX', () => {
    const { words } = attached(
      { '2024.md': post },
      files(['slides/queue.pdf', deck('', 'pdf')], ['slides/queue.pptx', deck('', 'pptx')]),
    )
    expect(words).toEqual({ '대기열로 옮긴 이야기': ['pdf'] })
  })

  const both = (pdf: DeckPages, pptx: DeckPages, counts: readonly [number, number]) => {
    const deckOf = (pages: DeckPages, pageCount: number): Material => ({
      kind: 'deck',
      deck: { pages, pageCount, faults: [] },
    })
    const read = files(
      ['slides/queue.pdf', deckOf(pdf, counts[0])],
      ['slides/queue.pptx', deckOf(pptx, counts[1])],
    )
    const [talk] = attached({ '2024.md': post }, read, 'https://notes.example').sessions
    return talk?.passages.filter(({ source }) => source).map(({ path, text, source }) => [path, text, source])
  }
  const at = (page: number) => ({
    kind: 'page',
    page,
    url: `https://notes.example/slides/queue.pdf#page=${page}`,
  })

  it('keep the speaker’s notes of the PPTX under the pages of the PDF', () => {
    const pdf = [{ page: 1, title: 'Brokers', text: 'One is enough' }]
    const pptx = [
      { page: 1, title: 'Brokers', text: 'One is enough', notes: 'Ask who runs two.' },
      { page: 2, title: '', text: '', notes: 'Show the picture of the queue.' },
    ]
    expect(both(pdf, pptx, [2, 2])).toEqual([
      [['Brokers'], 'One is enough\nAsk who runs two.', at(1)],
      [[], 'Show the picture of the queue.', at(2)],
    ])
    expect(both(pdf, pptx, [2, 3])).toEqual([[['Brokers'], 'One is enough', at(1)]])
  })

  it('are those of the PPTX where the PDF has no words', () => {
    const pptx = [{ page: 1, title: 'Brokers', text: 'One is enough' }]
    expect(both([], pptx, [1, 1])?.map(([, text]) => text)).toEqual(['One is enough'])
  })
})

type DeckPages = Extract<Material, { kind: 'deck' }>['deck']['pages']

const watched = `# Night

## Moving to a queue
Speaker: Mina Park
- 영상: <https://www.youtube.com/watch?v=uKATqtjK2eo>
- 00:00 Start
- 10:00 The broker
- 20:00 Questions
`

describe('recordings', () => {
  it('go to the talk whose video they name, and play at their second', () => {
    const { sessions } = attached(
      { '2024.md': watched },
      files(['video [uKATqtjK2eo].ko.vtt', recording([754, '브로커 이야기'])]),
    )
    expect(sessions[0]?.passages.at(-1)).toMatchObject({
      path: ['The broker'],
      text: '브로커 이야기',
      source: { kind: 'moment', seconds: 754, url: 'https://www.youtube.com/watch?v=uKATqtjK2eo&t=754s' },
    })
  })

  it('are parted among the talks that share one video', () => {
    const talk = (title: string, start: string) =>
      `## ${title}\nSpeaker: Mina Park\n- <https://youtu.be/uKATqtjK2eo?t=${start}>\n- Notes of it.\n\n`
    const text = `# Night\n\n${talk('Opening the evening', '0')}${talk('Moving to a queue', '10m')}`
    const { words } = attached(
      { '2024.md': text },
      files(['uKATqtjK2eo.vtt', recording([30, 'welcome'], [650, 'the queue'])]),
    )
    expect(words).toEqual({ 'Opening the evening': ['welcome'], 'Moving to a queue': ['the queue'] })
  })

  it('are named with another way out than decks when they are too much', () => {
    const faulty: Material = { kind: 'faulty', fault: 'too much memory' }
    const { findings } = attached(
      { '2024.md': post },
      files(['slides/queue.vtt', faulty], ['slides/queue.pdf', faulty]),
    )
    expect(findings).toEqual([
      'notes/slides/queue.vtt:1: holds captions that take more than 300 MB to read, and is not read. Split them by talks',
      'notes/slides/queue.pdf:1: takes more than 300 MB to read and is not read. Export it again with fonts as subsets and smaller pictures',
    ])
  })
})
