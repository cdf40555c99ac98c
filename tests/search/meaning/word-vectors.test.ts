import { describe, expect, it } from 'vitest'
import { meaningTexts } from '../../../src/search/meaning/concept-texts.js'
import { dot, unit } from '../../../src/search/meaning/vectors.js'
import { WordVectors, wordTable } from '../../../src/search/meaning/word-vectors.js'
import { buildConcept } from '../build-library.js'

const concepts = [
  buildConcept('topic', ['비용 절감', 'cost saving'], { about: ['요금 아끼다', 'spend less money'] }),
  buildConcept('topic', ['클라우드 요금', 'cloud bill'], {
    about: ['비용 나가다', 'money spent on servers'],
  }),
  buildConcept('topic', ['채용', 'hiring'], { about: ['면접 보다', 'interview people for a job'] }),
  buildConcept('topic', ['면접', 'interview'], { about: ['사람 뽑다', 'questions for a job'] }),
]
const words = new WordVectors(wordTable(meaningTexts(concepts)))
const cosine = (one: string, other: string) => dot(unit(words.sumOf(one)), unit(words.sumOf(other)))

describe('words', () => {
  it('that stand in the same texts point in like directions, in both languages', () => {
    expect(cosine('비용', 'money')).toBeGreaterThan(cosine('비용', 'job') + 0.3)
    expect(cosine('뽑다', 'interview')).toBeGreaterThan(cosine('뽑다', 'bill') + 0.3)
  })

  it('are the same in any inflection', () => {
    expect(cosine('요금을', '요금')).toBeCloseTo(1, 5)
    expect(cosine('servers', 'server')).toBeCloseTo(1, 5)
  })

  it('that are made of two known ones stand for both', () => {
    expect(cosine('채용면접', '채용 면접')).toBeGreaterThan(0.9)
  })

  it('that nobody knows stand for nothing, and make a text less sure', () => {
    expect([...words.sumOf('기린')].every((one) => one === 0)).toBe(true)
    expect(words.knownShareOf('비용')).toBe(1)
    expect(words.knownShareOf('비용 기린')).toBeLessThan(1)
    expect(words.knownShareOf('비용 기린 코끼리')).toBeLessThan(words.knownShareOf('비용 기린'))
    expect(words.knownShareOf('기린')).toBe(0)
  })

  it('of other texts are learnt by the words beside them', () => {
    const other = new WordVectors(wordTable(meaningTexts(concepts)))
    for (const _ of other.learn([
      new Map([
        ['기린', 1],
        ['채용', 1],
        ['면접', 1],
      ]),
    ]));
    const like = (text: string) => dot(unit(other.sumOf('기린')), unit(other.sumOf(text)))
    expect(like('면접')).toBeGreaterThan(like('비용') + 0.3)
  })
})
