import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Action, decodeAction, encodeAction } from '../../src/answer/action.js'

const locale = fc.constantFrom('ko' as const, 'en' as const)
const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('session' as const), locale, session: fc.string({ maxLength: 60 }) }),
  fc.record({
    kind: fc.constant('page' as const),
    locale,
    list: fc.constantFrom('sessions' as const, 'slides' as const, 'speaker' as const, 'home' as const),
    page: fc.nat(9999),
    argument: fc.string({ maxLength: 60 }),
  }),
  fc.record({ kind: fc.constant('share' as const), locale }),
  fc.record({
    kind: fc.constant('vote' as const),
    locale,
    vote: fc.constantFrom('up' as const, 'down' as const),
    question: fc.string({ minLength: 12, maxLength: 12 }).filter((text) => !text.includes(':')),
  }),
  fc.record({ kind: fc.constant('ask' as const), locale, text: fc.string({ maxLength: 60 }) }),
)

describe('encodeAction', () => {
  it('gives at most 100 characters that decode to the same action', () => {
    fc.assert(
      fc.property(actions, (action) => {
        expect(encodeAction(action).length).toBeLessThanOrEqual(100)
        expect(decodeAction(encodeAction(action))).toEqual(action)
      }),
    )
  })
})

describe('decodeAction', () => {
  it.each([
    '',
    'fr:share',
    'ko:unknown:1',
    'ko:page:sessions:x:',
    'ko:page:others:0:',
    'ko:vote:sideways:abc',
  ])('does not know %j', (text) => {
    expect(decodeAction(text)).toBeUndefined()
  })
})
