import { describe, expect, it } from 'vitest'
import { isSuffix, stem, withoutSuffix } from '../../../src/search/text/korean.js'
import { SUFFIX_LISTS } from '../../../src/search/text/suffixes.js'

describe('stem', () => {
  it.each([
    [
      'after a final consonant',
      '운영은 운영이 운영을 운영과 운영으로 운영으로는 운영이나 운영이라는',
      '운영',
    ],
    ['after a vowel', '배포는 배포가 배포를 배포와 배포라는 배포였다', '배포'],
    ['after a vowel or ㄹ', '터미널로 터미널로는 터미널로의', '터미널'],
    [
      'after anything',
      '서버의 서버에 서버에서 서버에서는 서버도 서버만 서버부터 서버까지 서버처럼 서버마다',
      '서버',
    ],
    ['of people', '김진웅님 김진웅씨 김진웅님의 김진웅님께서', '김진웅'],
    ['of many', '개발자들 개발자들은 개발자들이 개발자들에게', '개발자'],
    ['하다', '자동화하다 자동화하는 자동화한 자동화할 자동화했나요 자동화하려면 자동화합니다', '자동화'],
    ['되다', '통합되다 통합되는 통합된 통합될 통합됐나요 통합됩니다', '통합'],
    ['시키다, 받다, 당하다', '단축시키다 단축시킨 단축받은 단축당한', '단축'],
  ])('takes off suffixes: %s', (_, words, root) => {
    expect(words.split(' ').map(stem)).toEqual(words.split(' ').map(() => root))
  })

  it('takes off two suffixes', () => {
    expect(stem('개발자들에게는')).toBe('개발자')
  })

  it.each([
    '가을',
    '마을',
    '제한',
    '사은',
    '도구',
    '배포',
    '쿠버네티스',
    '노자',
    '파이프라인',
    '도메인',
    '디자인',
    '로그인',
    '매크로',
  ])('leaves %s whole', (word) => {
    expect(stem(word)).toBe(word)
  })

  it('keeps a stem of one syllable only where its final consonant or 에 vouches for it', () => {
    expect(['책을', '앱에서', '무한'].map(stem)).toEqual(['책', '앱', '무한'])
  })
})

it('takes off one suffix at a time', () => {
  expect(withoutSuffix('파이프라인은')).toBe('파이프라인')
})

it('knows particles that stand alone after a Latin word', () => {
  expect(['에서', '는', '은', '으로', '개발'].map(isSuffix)).toEqual([true, true, true, true, false])
})

it('lists every suffix under one condition', () => {
  const all = SUFFIX_LISTS.flatMap(({ suffixes }) => suffixes.split(/\s+/))
  expect(all.filter((suffix, i) => all.indexOf(suffix) !== i)).toEqual([])
})
