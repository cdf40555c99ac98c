import { expect, test } from 'vitest'
import type { Library } from '../../../src/knowledge/library.js'
import { buildIndex } from '../../../src/search/ranking/build.js'
import { packIndex, unpackIndex } from '../../../src/search/ranking/packed-index.js'
import { Searcher } from '../../../src/search/searcher.js'
import type { SearchIndex } from '../../../src/search/types.js'
import { buildLibrary, buildSession, buildSpeaker } from '../build-library.js'

const words = '모니터링 배포 쿠버네티스 파이프라인 tracing terraform deploying kubernetes 로그 장애'.split(
  ' ',
)
const wordAt = (at: number) => words[at % words.length] ?? ''

/** Talks of which most words are frequent in a large archive. */
function archive(sessions: number): Library {
  const talks = Array.from({ length: sessions }, (_, at) =>
    buildSession(
      `${wordAt(at)} ${wordAt(at * 7 + 3)} ${at}`,
      [`${wordAt(at * 3)} ${wordAt(at + 5)}을 v${at % 97}`],
      { speakers: [buildSpeaker('김진웅')], tags: [wordAt(at + 1)] },
    ),
  )
  const concepts: Library['concepts'] = [
    {
      id: '관측',
      names: ['관측', 'observability'],
      kind: 'topic',
      about: [],
      isA: [],
      usedFor: [],
      leadsTo: [],
    },
    {
      id: '모니터링',
      names: ['모니터링', 'monitoring'],
      kind: 'topic',
      about: [],
      isA: ['관측'],
      usedFor: [],
      leadsTo: [],
    },
  ]
  return { ...buildLibrary(talks, [['쿠버네티스', 'k8s']]), concepts }
}

const questions = [
  ...words,
  ...words.map((word, at) => `${word} v${at * 7} ${wordAt(at + 3)}`),
  ...[
    '모니터링은 뭘로 했어요?',
    'teraform',
    'observability',
    'k8s 로그',
    '테라폼',
    'jinwoong kim',
    'deploy',
    '없는말',
  ],
]

const answers = (index: SearchIndex) =>
  questions.map((question) => [
    index.search(question).matches.map(({ session, score, passages }) => [session.id, score, passages]),
    index.explain(question),
    index.suggest('session', question.slice(0, 3)),
    index.suggest('tag', question.slice(0, 2)),
    index.bySpeaker(question).length,
  ])

test.each([3, 300, 2100])('answers as the index did that was packed, over %d sessions', async (sessions) => {
  const library = archive(sessions)
  const built = await buildIndex(library)
  const lines = [...packIndex(built)]
  // None takes long.
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(200_000)
  const unpacked = await unpackIndex(library, lines)
  expect(answers(new Searcher(library, unpacked))).toEqual(answers(new Searcher(library, built)))
})

test('answers as it does when its tables are made beforehand', async () => {
  const library = archive(300)
  const [prepared, growing] = [
    new Searcher(library, await buildIndex(library)),
    new Searcher(library, await buildIndex(library)),
  ]
  await prepared.prepare()
  expect(answers(prepared)).toEqual(answers(growing))
})

test('is refused where it is of another library, or its end is missing', async () => {
  const library = archive(3)
  const lines = [...packIndex(await buildIndex(library))]
  await expect(unpackIndex(archive(4), lines)).rejects.toThrow('It is of another library')
  await expect(unpackIndex(library, lines.slice(0, -1))).rejects.toThrow('Its end is missing')
})

test.each(['terms', 'lengths', 'documents'])('is refused where a line of its %s is missing', async (what) => {
  const library = archive(3)
  const lines = [...packIndex(await buildIndex(library))]
  const rest = lines.filter((line) => !line.includes(`"${what}"`) || line === lines[0])
  expect(rest.length).toBe(lines.length - 1)
  await expect(unpackIndex(library, rest)).rejects.toThrow('Some of its lines are missing')
})
