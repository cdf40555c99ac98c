import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTipsSetting } from '../../src/daily/setting.js'

describe('tips', () => {
  test.for([
    ['', { kind: 'status' }],
    ['status', { kind: 'status' }],
    ['OFF', { kind: 'off' }],
    ['on', { kind: 'on' }],
    ['on 9:05', { kind: 'on', time: '09:05' }],
    ['on 23:59 Europe/London', { kind: 'on', time: '23:59', zone: 'Europe/London' }],
    ['on america/new_york', { kind: 'on', zone: 'America/New_York' }],
    ['on 00:00 Asia/Kolkata', { kind: 'on', time: '00:00', zone: 'Asia/Kolkata' }],
    ['on 07:00 UTC', { kind: 'on', time: '07:00', zone: 'UTC' }],
  ] as const)('reads “%s”', ([words, setting]) => {
    expect(readTipsSetting(words)).toEqual(setting)
  })

  test.for([
    ['on 25:00', 'time', '25:00'],
    ['on 9', 'time', '9'],
    ['on 09:60 Asia/Seoul', 'time', '09:60'],
    ['on 09:00am', 'time', '09:00am'],
    ['on 09:00 Asia/Soul', 'zone', 'Asia/Soul'],
    ['on 09:00 KST', 'zone', 'KST'],
    ['on 09:00 +09:00', 'zone', '+09:00'],
    ['on 09:00 Asia/Seoul please', 'setting', '09:00 Asia/Seoul please'],
    ['off now', 'setting', 'off now'],
    ['maybe', 'setting', 'maybe'],
  ] as const)('says what is wrong with “%s”', ([words, what, word]) => {
    expect(readTipsSetting(words)).toEqual({ kind: 'wrong', what, word })
  })

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readTipsSetting(text)
        readTipsSetting(`on ${text}`)
        readTipsSetting(`on 09:00 ${text}`)
      }),
    )
  })
})
