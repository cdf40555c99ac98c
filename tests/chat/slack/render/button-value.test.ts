import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '../../../../src/answer/action.js'
import { limits } from '../../../../src/chat/slack/limits.js'
import { decodeButtonValue, encodeButtonValue } from '../../../../src/chat/slack/render/button-value.js'

const vote: Action = { kind: 'vote', locale: 'ko', vote: 'up', question: 'AbCdEfGhIjKl' }
const open: Action = { kind: 'session', locale: 'en', session: '2019/monitoring' }

describe("a button's value", () => {
  it('brings back the words that its reply answers', () => {
    expect(decodeButtonValue(encodeButtonValue(vote, 'session "쿠버네티스"'))).toEqual({
      action: vote,
      origin: 'session "쿠버네티스"',
    })
  })

  it('brings back the press that made its reply', () => {
    const share: Action = { kind: 'share', locale: 'ko' }
    expect(decodeButtonValue(encodeButtonValue(share, open))).toEqual({ action: share, origin: open })
  })

  it('carries no origin where nobody needs it', () => {
    expect(encodeButtonValue(open, 'words')).toBe('en:session:2019/monitoring')
    expect(decodeButtonValue('en:session:2019/monitoring')).toEqual({ action: open })
  })

  it('stays within its limit whatever was typed, and keeps the beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 4000, size: 'max' }), (words) => {
        const value = encodeButtonValue(vote, words)
        expect(value.length).toBeLessThanOrEqual(limits.buttonValue)
        const { origin } = decodeButtonValue(value) ?? {}
        expect(words.startsWith(typeof origin === 'string' ? origin : 'none')).toBe(true)
      }),
    )
  })

  it.each(['', '{', '{}', '{"action":7}', '{"action":"ko:vote"}', 'ko', 'fr:share', 'null'])(
    'that is none of ours means nothing: %s',
    (value) => {
      expect(decodeButtonValue(value)).toBeUndefined()
    },
  )
})
