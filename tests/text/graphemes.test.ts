import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryAt, cutText, headOf } from '../../src/text/graphemes.js'
import { codePoint } from '../code-point.js'

const family = '👨‍👩‍👧'

describe('cutting text', () => {
  it('keeps a text that fits as it is', () => {
    expect(cutText('모니터링', 4)).toBe('모니터링')
  })

  it('puts an ellipsis where something is missing, within the limit', () => {
    expect(cutText('모니터링', 3)).toBe('모니…')
    expect(cutText('a b c', 3)).toBe('a…')
    expect(cutText('abc', 0)).toBe('')
  })

  it('keeps an emoji of several characters whole or leaves it out', () => {
    expect(headOf(`ab${family}c`, 5)).toBe('ab')
    expect(headOf(`ab${family}c`, 2 + family.length)).toBe(`ab${family}`)
  })

  it('cuts a letter under a thousand accents all the same', () => {
    expect(headOf(`a${'\u0301'.repeat(2000)}`, 1500).length).toBeLessThanOrEqual(1500)
  })

  it('never exceeds its limit, and gives a beginning of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), fc.nat(40), (text, limit) => {
        expect(cutText(text, limit).length).toBeLessThanOrEqual(limit)
        expect(text.startsWith(headOf(text, limit))).toBe(true)
        expect(boundaryAt(text, limit)).toBeLessThanOrEqual(Math.max(limit, 0))
      }),
    )
  })
})
