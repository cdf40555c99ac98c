import { describe, expect, it } from 'vitest'
import { exampleTexts } from '../../../src/answer/replies/examples.js'
import type { Notes } from '../../../src/answer/reply-context.js'
import type { Concept } from '../../../src/knowledge/concepts/concepts.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import { buildConcept, buildLibrary, buildMeetup, buildSession } from '../../search/build-library.js'
import { shippedNotes } from '../../shipped-notes.js'

const concept = (kind: Concept['kind'], ...names: string[]) => buildConcept(kind, names)

const under = (heading: string, ...lines: string[]) => lines.map((text) => ({ path: [heading], text }))

async function notesOf(): Promise<Notes> {
  const meetup = buildMeetup({ title: '데브옵스 밋업' })
  const library = {
    ...buildLibrary([
      buildSession('첫 발표', [], {
        meetup,
        speakers: [{ name: '김하나', aliases: ['Hana Kim'] }],
        passages: [
          ...under('모니터링', '지표를 모은다', '알림은 적을수록 좋다'),
          ...under('데브옵스', '데브옵스는 문화다', '데브옵스는 팀이 아니다'),
          ...under('Prometheus', 'Prometheus는 당긴다', 'Prometheus는 오래 두지 않는다'),
        ],
      }),
      buildSession('빌드 이야기', [], {
        meetup,
        speakers: [{ name: '박두리', aliases: [] }],
        passages: under('빌드', '캐시로 빌드를 줄인다', '빌드는 한 번만 한다'),
      }),
    ]),
    meetups: [meetup],
    concepts: [
      concept('topic', '데브옵스', 'DevOps'),
      concept('topic', '모니터링', 'monitoring'),
      concept('topic', '빌드', 'build'),
      concept('topic', '블록체인', 'blockchain'),
      concept('tool', 'Prometheus', '프로메테우스'),
    ],
  }
  return { library, index: await createSearchIndex(library) }
}

describe('examples', () => {
  it('are what the notes treat of, in the reader’s language, and not what the meetup is called after', async () => {
    const notes = await notesOf()
    expect(exampleTexts(notes, 'ko').toSorted()).toEqual(['Prometheus', '모니터링', '빌드'].toSorted())
    expect(exampleTexts(notes, 'en').toSorted()).toEqual(['Prometheus', 'build', 'monitoring'].toSorted())
  })

  it.each(['ko', 'en'] as const)('of the shipped notes have an answer with lines in %s', async (locale) => {
    const notes = await shippedNotes()
    const texts = exampleTexts(notes, locale)
    expect(texts).toHaveLength(3)
    for (const text of texts) {
      const { outcome, matches } = notes.index.search(text, {}, 1)
      expect([text, outcome, (matches[0]?.passages.length ?? 0) > 1]).toEqual([text, 'answered', true])
    }
  })

  it('are no concepts that a title names and no line', async () => {
    const talk = buildSession('온보딩', ['첫 주에는 책상을 고른다', '둘째 주에는 이름을 외운다'])
    const library = buildLibrary([talk], [], [concept('topic', '온보딩', '신입 맞이', 'onboarding')])
    expect(exampleTexts({ library, index: await createSearchIndex(library) }, 'en')).toEqual(['온보딩'])
  })

  it('are titles where the notes name no concept', async () => {
    const library = buildLibrary([buildSession('손으로 만든 시계', ['톱니를 깎는다', '태엽을 감는다'])])
    expect(exampleTexts({ library, index: await createSearchIndex(library) }, 'ko')).toEqual([
      '손으로 만든 시계',
    ])
  })
})
