import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { buildIndex } from '../../../src/search/ranking/build.js'
import { FIELDS, sessionTerms } from '../../../src/search/ranking/document.js'
import { Misheard } from '../../../src/search/sound/misheard.js'
import { buildLibrary, buildSession, buildSpeaker } from '../build-library.js'

const words = '배포 monitoring 로그 kubernetes 장애 pipelines'.split(' ')
const word = (at: number) => words[at % words.length] ?? ''

const library = buildLibrary(
  Array.from({ length: 40 }, (_, at) =>
    buildSession(
      `${word(at)} ${word(at * 5 + 1)}`,
      at % 3 === 0 ? [] : [`${word(at)} ${word(at * 7)}`, word(at)],
      {
        speakers: [buildSpeaker(at % 2 === 0 ? '김진웅' : 'Ada Park')],
        tags: at % 4 === 0 ? [word(at + 2)] : [],
      },
    ),
  ),
)

test.each(['배포', 'monitoring 로그', 'kubernete pipeline 장애', '~cInUN 배포', 'nothing'])(
  'finds and scores "%s" as MiniSearch does that was given the same documents',
  async (question) => {
    const options = {
      fields: [...FIELDS],
      tokenize: (text: string) => text.split(' '),
      processTerm: (term: string) => term,
    }
    const plain = new MiniSearch(options)
    for (const [id, session] of library.sessions.entries()) {
      const { value } = sessionTerms(session, new Misheard([], [])).next()
      const fields = FIELDS.map((field) => [
        field,
        value?.[field].map(({ text }) => text).join(' ') || undefined,
      ])
      plain.add({ id, ...Object.fromEntries(fields) })
    }
    const { index } = await buildIndex(library)
    const asked = { tokenize: (text: string) => text.split(' '), boost: { title: 2 } }
    expect(index.search(question, asked)).toEqual(plain.search(question, asked))
  },
)
