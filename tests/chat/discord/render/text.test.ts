import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeStart, escapeText, oneLine } from '../../../../src/chat/discord/render/text.js'
import { cutText } from '../../../../src/text/graphemes.js'

describe('escapeText', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'ordinary words as they are',
      'Kubernetes + CI/CD (2019): 모니터링, 24/7!',
      'Kubernetes + CI/CD (2019): 모니터링, 24/7!',
    ],
    ['emphasis', '*a* _b_ ~~c~~ `d`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`'],
    ['spoilers, but not a single bar', '||a|| b | c', '\\|\\|a\\|\\| b | c'],
    ['masked links', '[prize](https://evil.example)', '\\[prize](https\\://evil.example)'],
    ['mentions of people, roles and channels', '<@1> <@&2> <#3>', '\\<@1> \\<@&2> \\<#3>'],
    ['times, commands and emoji', '<t:1:R> </a:1> <:e:1> :fire:', '\\<t\\:1:R> \\</a:1> \\<\\:e:1> \\:fire:'],
    ['the pings of everybody', '@everyone @here a@b', '\\@everyone \\@here a@b'],
    ['backslashes', 'a\\*b', 'a\\\\\\*b'],
    ['comparisons as they are', 'a < b > c', 'a < b > c'],
  ]
  it.each(cases)('keeps or disarms %s', (_what, text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  it('takes no longer than a blink for long hostile text', () => {
    const text = ':'.repeat(20_000) + '|'.repeat(20_000) + '<'.repeat(20_000)
    expect(escapeText(text).replaceAll('\\', '')).toBe(text)
  })
})

describe('escapeStart', () => {
  const cases = [
    ['# heading', '\\# heading'],
    ['-# small', '\\-# small'],
    ['- item', '\\- item'],
    ['  + item', '\\+ item'],
    ['> quote', '\\> quote'],
    ['12. item', '12\\. item'],
    ['1) item', '1\\) item'],
    ['2019 monitoring', '2019 monitoring'],
  ]
  it.each(cases)('shows %s letter by letter', (text, escaped) => {
    expect(escapeStart(text)).toBe(escaped)
  })
})

describe('cutText', () => {
  it('keeps what fits', () => expect(cutText('모니터링', 4)).toBe('모니터링'))
  it('ends what it cuts with an ellipsis', () => expect(cutText('모니터링과 알림', 6)).toBe('모니터링과…'))
  it('drops a family rather than splitting it', () => expect(cutText('가족👨‍👩‍👧‍👦과', 8)).toBe('가족…'))
  it('keeps a syllable of decomposed Hangul whole', () => {
    expect(cutText('가각간'.normalize('NFD'), 6)).toBe(`${'가각'.normalize('NFD')}…`)
  })

  it('splits no grapheme and never grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(60), (text, max) => {
        const cut = cutText(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        const whole = [...new Intl.Segmenter().segment(text)].map(({ index }) => index)
        const kept = cut === text ? text.length : cut.length - 1
        const boundaries = new Set([...whole, text.length])
        // White space before the ellipsis is dropped, so the boundary may lie behind it.
        const behind = kept + (text.slice(kept).length - text.slice(kept).trimStart().length)
        if (max > 0) expect([kept, behind].some((at) => boundaries.has(at))).toBe(true)
      }),
    )
  })
})

describe('oneLine', () => {
  it('makes line breaks and control characters a space', () => {
    expect(oneLine('a\r\n\tb\u2028c\u0000d')).toBe('a b c d')
  })
  it('replaces half a surrogate pair', () => expect(oneLine('a\ud800b🙂')).toBe('a\uFFFDb🙂'))
})
