import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestLine, excerpt } from '../../../src/answer/cards/excerpt.js'

const textOf = (runs: readonly { readonly text: string }[]) => runs.map((run) => run.text).join('')

describe('excerpt', () => {
  it('leaves a short line whole and marks its matches', () => {
    expect(
      excerpt(
        [
          { text: '우리는 ', marked: false },
          { text: '쿠버네티스', marked: true },
          { text: '를\n쓴다', marked: false },
        ],
        200,
      ),
    ).toEqual([{ text: '우리는 ' }, { text: '쿠버네티스', style: 'match' }, { text: '를 쓴다' }])
  })

  it('keeps the first match of a long line in sight, between ellipses', () => {
    const line = excerpt(
      [
        { text: '가'.repeat(1000), marked: false },
        { text: 'Prometheus', marked: true },
        { text: '나'.repeat(1000), marked: false },
      ],
      200,
    )
    expect(line.at(0)).toEqual({ text: '… ' })
    expect(line).toContainEqual({ text: 'Prometheus', style: 'match' })
    expect(line.at(-1)).toEqual({ text: ' …' })
    expect(textOf(line).length).toBeLessThanOrEqual(204)
  })

  it('is the stretch in which most of the marked words stand', () => {
    const gap = { text: '가'.repeat(300), marked: false }
    const line = excerpt(
      [
        { text: '비용', marked: true },
        gap,
        { text: '비용', marked: true },
        { text: '을 ', marked: false },
        { text: '절감', marked: true },
        gap,
      ],
      100,
    )
    expect(textOf(line)).toContain('비용을 절감')
  })

  it.each([
    ['앞말이 길다. 뒷말은 짧다. ', '… 뒷말은 짧다. 캐시'],
    ['앞말이 길고길고길고 뒷말은 더더욱 ', '… 길고길고길고 뒷말은 더더욱 캐시'],
  ])('begins with a sentence, or else with a word: %j', (before, begins) => {
    const line = excerpt(
      [
        { text: `${'가'.repeat(200)}${before}`, marked: false },
        { text: '캐시', marked: true },
        { text: '나'.repeat(200), marked: false },
      ],
      80,
    )
    expect(textOf(line).startsWith(begins)).toBe(true)
  })

  it('never splits a character', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
    const unit = fc.constantFrom('👩‍👩‍👧‍👦', '가', 'e\u0301', 'a', '🇰🇷', ' ')
    fc.assert(
      fc.property(fc.array(unit, { minLength: 200, maxLength: 400 }), fc.nat(200), (units, at) => {
        const runs = [
          { text: units.slice(0, at).join(''), marked: false },
          { text: units.slice(at).join(''), marked: true },
        ]
        const whole = new Set([...graphemes.segment(textOf(runs))].map(({ segment }) => segment))
        const shown = textOf(excerpt(runs, 200)).replace(/^… | …$/gu, '')
        expect([...graphemes.segment(shown)].filter(({ segment }) => !whole.has(segment))).toEqual([])
      }),
    )
  })
})

describe('bestLine', () => {
  const runs = [
    { text: '목차\n', marked: false },
    { text: '브로커', marked: true },
    { text: '\n큐와 ', marked: false },
    { text: '브로커', marked: true },
    { text: '의 ', marked: false },
    { text: '지연', marked: true },
  ]

  it('is the line of a page that has most of the marked words', () => {
    expect(textOf(bestLine(runs))).toBe('큐와 브로커의 지연')
  })

  it('is the first line where nothing is marked', () => {
    expect(textOf(bestLine([{ text: '하나\n둘', marked: false }]))).toBe('하나')
  })
})
