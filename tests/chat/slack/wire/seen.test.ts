import { describe, expect, it } from 'vitest'
import { Seen } from '../../../../src/chat/slack/wire/seen.js'

describe('Seen', () => {
  it('knows a key that came before', () => {
    const seen = new Seen(2)
    expect([seen.first('a'), seen.first('b'), seen.first('a')]).toEqual([true, true, false])
  })

  it('forgets the oldest when it is full, and what it is told to', () => {
    const seen = new Seen(2)
    for (const key of ['a', 'b', 'c']) seen.first(key)
    expect(seen.first('a')).toBe(true)
    seen.forget('c')
    expect(seen.first('c')).toBe(true)
  })
})
