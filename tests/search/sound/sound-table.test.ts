import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishPhones } from '../../../src/search/sound/english-phones.js'
import { koreanPhones, spelledLetters } from '../../../src/search/sound/korean-phones.js'
import { similarity } from '../../../src/search/sound/similarity.js'
import { SoundTable, skeleton } from '../../../src/search/sound/sound-table.js'
import { EVERYDAY_WORDS } from '../../../src/search/text/everyday-words.js'
import { isHangul } from '../../../src/search/text/korean.js'

function tableOf(...words: string[]): SoundTable {
  const table = new SoundTable()
  for (const word of words) table.add(word)
  return table
}
const best = (table: SoundTable, word: string) => table.lookup(word)[0]?.word

describe('SoundTable', () => {
  it.each([
    ['모니터링', 'monitoring'],
    ['쿠버네티스', 'kubernetes'],
    ['프로메테우스', 'prometheus'],
    ['그라파나', 'grafana'],
    ['젠킨스', 'jenkins'],
    ['파이프라인', 'pipeline'],
    ['컬럼', 'column'],
    ['테라폼', 'terraform'],
    ['앤서블', 'ansible'],
    ['도커', 'docker'],
    ['스케줄러', 'scheduler'],
    ['마이그레이션', 'migration'],
    ['트레이싱', 'tracing'],
    ['포스트그레스', 'postgres'],
    ['클라이언트', 'client'],
    ['에어플로우', 'airflow'],
    ['플레이어', 'player'],
    ['스토리지', 'storage'],
    ['디자인', 'design'],
    ['쉐프', 'chef'],
  ])('finds %s and %s by each other', (hangul, latin) => {
    expect([best(tableOf(latin), hangul), best(tableOf(hangul), latin)]).toEqual([latin, hangul])
  })

  it.each([
    ['배포', 'before'],
    ['의지', 'easy'],
    ['점심', 'jump'],
    ['메뉴', 'money'],
    ['운영', 'onion'],
    ['비용', 'beyond'],
    ['스톰', 'stem'],
  ])('does not take %s for %s', (hangul, latin) => {
    expect(tableOf(latin).lookup(hangul)).toEqual([])
  })

  it('is empty for what has no sound', () => {
    expect(['', '123', 'ㅁㅗ', '🙇'].map((word) => tableOf('docker').lookup(word))).toEqual([[], [], [], []])
  })
})

it('hears every word when it is looked up, whatever letters are silent', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    minLength: 4,
    maxLength: 10,
  })
  fc.assert(
    fc.property(word, (text) => {
      const found = englishPhones(text).some((phones) => skeleton(phones).length > 1)
      expect(tableOf(text).lookup(text).length).toBe(found ? 1 : 0)
    }),
    { numRuns: 500 },
  )
})

it('writes Hangul in phones, one l for two', () => {
  expect(['쿠버', '클라우드', '웹', '가나다1'].map(koreanPhones)).toEqual(['kubE', 'k_laud_', 'wev', ''])
})

it('reads letters as Koreans may hear them', () => {
  expect([englishPhones('vault'), englishPhones('cache'), englishPhones('knight')]).toEqual([
    ['bolt'],
    ['kac', 'kak', 'kas'],
    ['nait'],
  ])
})

it('keeps the consonants that no loan changes', () => {
  expect([skeleton('k_laud_'), skeleton('open')]).toEqual(['KLT', '@PN'])
})

it('measures likeness from 0 to 1', () => {
  expect(similarity('kubE', 'kubE')).toBe(1)
  expect(similarity('kubE', 'sason')).toBeLessThan(0.3)
})

it.each([
  ['에이더블유에스', 'aws'],
  ['씨아이씨디', 'cicd'],
  ['가나다', ''],
])('reads the letters of %s', (word, letters) => {
  expect(spelledLetters(word)).toBe(letters)
})

it('finds most loanwords of a list by sound, and back, and hears few everyday words as others', async () => {
  const lines = (await readFile(new URL('loanwords.tsv', import.meta.url), 'utf8')).trim().split('\n')
  const pairs = lines.map((line) => line.split('\t'))
  const [korean, english] = [
    [...EVERYDAY_WORDS].filter(isHangul),
    [...EVERYDAY_WORDS].filter((word) => !isHangul(word)),
  ]
  const latin = tableOf(...pairs.map(([, word = '']) => word), ...english)
  const hangul = tableOf(...pairs.map(([word = '']) => word), ...korean)
  const count = <T>(items: readonly T[], test: (item: T) => boolean) =>
    `${items.filter(test).length} of ${items.length}`
  expect({
    there: count(pairs, ([word = '', other]) => best(latin, word) === other),
    back: count(pairs, ([word, other = '']) => best(hangul, other) === word),
    koreanTakenForEnglish: count(korean, (word) => best(latin, word) !== undefined),
    englishTakenForKorean: count(english, (word) => best(hangul, word) !== undefined),
  }).toEqual({
    there: '76 of 79',
    back: '76 of 79',
    koreanTakenForEnglish: '8 of 278',
    englishTakenForKorean: '19 of 654',
  })
})
