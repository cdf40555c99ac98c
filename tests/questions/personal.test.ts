import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestQuestion, withoutPersonalParts } from '../../src/questions/personal.js'

describe('a kept question', () => {
  it.each([
    ['메일은 gildong.hong+bot@example.co.kr 로 주세요', '메일은 로 주세요'],
    ['<mailto:kim@example.com|kim@example.com> 슬라이드', '슬라이드'],
    ['제 번호 010-1234-5678 이에요', '제 번호 이에요'],
    ['01012345678로 연락', '로 연락'],
    ['010.1234.5678 또는 010 1234 5678', '또는'],
    ['０１０－１２３４－５６７８', ''],
    ['+82-10-1234-5678 발표', '발표'],
    ['+82 (0)10 1234 5678 발표', '발표'],
    ['821012345678 발표', '발표'],
    ['02-123-4567, 031)123-4567', ','],
    ['call +1 (415) 555-0100 or 415-555-0100', 'call or'],
    ['주민 번호 900101-1234567', '주민 번호'],
    ['카드 1234-5678-9012-3456', '카드'],
    ['<@U0123ABCD> kubernetes', 'kubernetes'],
    ['<@U0123ABCD|gildong> <!subteam^S012|@ops> <#C012|secret-channel> k8s', 'k8s'],
    ['<@!123456789012345678> <@&123456789012345678> <#123456789012345678> k8s', 'k8s'],
    ['@홍길동 님, 모니터링?', '님, 모니터링?'],
    ['ask @jinwoong.kim: tracing', 'ask : tracing'],
    ['see https://example.com/a?email=me&token=1#x for k8s', 'see https://example.com/a for k8s'],
    ['<https://example.com/a?q=1|title> k8s', '<https://example.com/a|title> k8s'],
    ['https://me:pw@example.com/#access_token=1', 'https://example.com/'],
    ['example.com/find?name=gildong k8s', 'example.com/find k8s'],
  ])('loses what looks personal: %s', (text, expected) => {
    expect(withoutPersonalParts(text)).toBe(expected)
  })

  it.each([
    '쿠버네티스 1.29.3 업그레이드, 10.0.0.1:8080',
    'meetup 2019-07-06 발표?',
    'how to use @slack/bolt with node 24',
    '왜 502가 나나요? a?b:c',
    'https://example.com/talk#slides',
    'RFC 2119, p99 < 250 ms, 5000000 rows',
  ])('keeps what is not: %s', (text) => {
    expect(withoutPersonalParts(text)).toBe(text)
  })

  it('is cut to 200 characters without splitting a grapheme', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(withoutPersonalParts('가'.repeat(195) + family)).toBe('가'.repeat(195))
    expect(withoutPersonalParts('가'.repeat(500))).toBe('가'.repeat(longestQuestion))
  })

  it('never keeps an address or a number that stands at the place of the cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2100 }), (length) => {
        const kept = withoutPersonalParts(`${'가 '.repeat(length)}me@example.com 010-1234-5678`)
        expect(kept).not.toMatch(/me@|example|010|1234/)
      }),
    )
  })

  it('is short, whole and without addresses, whatever was typed', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 3000 })
    fc.assert(
      fc.property(typed, typed, (before, after) => {
        const kept = withoutPersonalParts(`${before} hong@example.com ${after}`)
        expect(kept.length).toBeLessThanOrEqual(longestQuestion)
        expect(kept).not.toContain('hong@example.com')
        expect(kept).not.toMatch(/\p{Cs}/u)
      }),
    )
  })
})
