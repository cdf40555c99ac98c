import { beforeAll, describe, expect, it } from 'vitest'
import type { Concept } from '../../../src/knowledge/concepts/concepts.js'
import { loadLibrary } from '../../../src/knowledge/load-library.js'
import { SHIPPED_NOTES } from '../../../src/knowledge/shipped-notes.js'
import { createSearchIndex } from '../../../src/search/search-index.js'
import type { SearchIndex } from '../../../src/search/types.js'
import { buildConcept, buildLibrary, buildSession } from '../build-library.js'

const talks = [
  buildSession('신입이 석 달 만에 한 사람 몫을 하기까지', ['사수와 매일 짝으로 일했다']),
  buildSession('주문 서버를 다섯 조각으로 나눈 이야기', ['한 덩어리였던 코드를 팀마다 나눠 가졌다']),
  buildSession('Faster pictures on our shop', ['Thumbnails are cut when somebody asks for them']),
  buildSession('밤새 울리던 전화를 줄이다', ['당직자가 받는 경보를 절반으로 줄였다']),
]
let concepts: readonly Concept[]
let index: SearchIndex
beforeAll(async () => {
  concepts = (await loadLibrary(SHIPPED_NOTES)).concepts
  index = await createSearchIndex(buildLibrary(talks, [], concepts))
})

describe('what talks are about', () => {
  it.each([
    ['처음 입사해서 뭘 해야 할지', 0],
    ['커다란 프로그램 잘게 쪼갠 분', 1],
    ['사진이 늦게 떠요', 2],
    ['자다가 호출받기 싫어요', 3],
  ])('finds one of other words: %s', (question, place) => {
    expect(index.search(question).matches[0]?.session).toBe(talks[place])
  })

  it('is no sure answer, and shows a line', () => {
    const { outcome, matches } = index.search('커다란 프로그램 잘게 쪼갠 분')
    expect(outcome).toBe('unsure')
    expect(matches[0]?.passages.map(({ passage }) => passage.text)).toEqual(
      talks[1]?.passages.map(({ text }) => text),
    )
  })

  it('is narrowed by filters', () => {
    expect(index.search('커다란 프로그램 잘게 쪼갠 분', { speaker: '홍길동' }).matches).toEqual([])
  })

  it('has in a title what is said of the concepts that it names', async () => {
    const own = buildConcept('tool', ['Quuxbot'], {
      about: ['자다가 경보가 울리면 대신 전화를 받아 주는 비서'],
    })
    const titles = ['Quuxbot 도입기', '다른 발표'].map((title) => buildSession(title, []))
    const knows = await createSearchIndex(buildLibrary(titles, [], [...concepts, own]))
    expect(knows.explain('밤에 호출이 와도 안 일어나는 법').sessions[0]?.title).toBe('Quuxbot 도입기')
  })

  it('comes from a talk rather than from notes', async () => {
    const note = buildSession(talks[1]?.title ?? '', ['한 덩어리였던 코드를 팀마다 나눠 가졌다'], {
      kind: 'note',
    })
    const other = await createSearchIndex(buildLibrary([note, ...talks], [], concepts))
    expect(other.search('커다란 프로그램 잘게 쪼갠 분').matches[0]?.session.kind).toBe('talk')
  })

  it('is shown where no session says the name of it, and one means the same', async () => {
    const passages = ['어드민 계정', '두 번째 페이지'].map((text, i) => ({ path: [`${i}장`], text }))
    const apart = buildSession('아무 이야기', [], { passages })
    const find = async (title: string) => {
      const library = buildLibrary([buildSession(title), apart, ...talks], [], concepts)
      const { outcome, missing, matches } = (await createSearchIndex(library)).search('어드민 페이지')
      return [outcome, missing, matches[0]?.session.title]
    }
    expect(await find('백오피스 만든 이야기')).toEqual(['unsure', undefined, '백오피스 만든 이야기'])
    expect(await find('점심 이야기')).toEqual(['none', '어드민 페이지', undefined])
  })

  it('is in the explanation', () => {
    expect(index.explain('커다란 프로그램 잘게 쪼갠 분').sessions[0]?.likeness).toBeGreaterThan(0.4)
  })

  it('keeps nobody waiting while it is read', async () => {
    const other = await createSearchIndex(buildLibrary(talks, [], concepts))
    let quiet = (_: boolean) => {}
    const prepared = other.prepare(
      new Promise((resolve) => {
        quiet = resolve
      }),
    )
    expect(other.explain('커다란 프로그램 잘게 쪼갠 분').sessions[0]?.likeness).toBeUndefined()
    quiet(true)
    await prepared
    expect(other.explain('커다란 프로그램 잘게 쪼갠 분').sessions[0]?.likeness).toBeGreaterThan(0.4)
  })

  it('has the words of concepts that a folder adds', async () => {
    const own = buildConcept('topic', ['당직 근무표'], { about: ['뽀글이가 당직자를 밤에 깨우다'] })
    const other = await createSearchIndex(buildLibrary(talks, [], [...concepts, own]))
    expect(other.explain('뽀글이 무서워요').sessions[0]?.title).toBe(talks[3]?.title)
  })
})
