import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, escapeText, piecesOf, unescapeText } from '../../../../src/chat/slack/render/text.js'
import { cutText } from '../../../../src/text/graphemes.js'

const words = fc.string({ unit: 'grapheme', maxLength: 300 })
const graphemesOf = (text: string) =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)

describe('text', () => {
  it('is cut between graphemes, with an ellipsis', () => {
    expect(cutText('가나👨‍👩‍👧라', 5)).toBe('가나…')
    expect(cutText('가나다', 3)).toBe('가나다')
  })

  it('never exceeds its limit, and begins as it did', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 100 }), (text, limit) => {
        const cut = cutText(text, limit)
        expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 1))
        const kept = graphemesOf(cut.replace(/…$/u, ''))
        expect(graphemesOf(text).slice(0, kept.length)).toEqual(kept)
      }),
    )
  })

  it('is the same when its pieces are put together, each within the limit', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 50, max: 100 }), (text, limit) => {
        const pieces = piecesOf(text, limit)
        expect(pieces.join('')).toBe(text)
        expect(pieces.every((piece) => piece !== '' && piece.length <= limit)).toBe(true)
      }),
    )
  })

  it('ends its pieces even for a letter under a thousand accents', () => {
    const letter = `e${'\u0301'.repeat(5000)}`
    expect(piecesOf(letter, 100).join('')).toBe(letter)
  })

  it('is escaped for Slack, and comes back', () => {
    expect(escapeText('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;')
    fc.assert(
      fc.property(words, (text) => {
        expect(unescapeText(escapeText(text))).toBe(text)
      }),
    )
  })

  it('has no control characters and no half characters', () => {
    expect(cleanText('a\u0000b\u001b[1m\nc\ud83d')).toBe('a b [1m\nc\ufffd')
  })
})
