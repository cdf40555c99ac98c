import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTipChannels } from '../../src/daily/tip-channels.js'

describe('TIP_CHANNELS', () => {
  test('names channels with their hours, 09:00 in Seoul where nothing is said', () => {
    const text =
      'slack:C0123456789@07:30@Europe/London, discord:300000000000000001,slack:G1@8:00 ,discord:2@UTC,'
    expect(parseTipChannels(text)).toEqual({
      channels: [
        { chat: 'slack', channel: 'C0123456789', time: '07:30', zone: 'Europe/London' },
        { chat: 'discord', channel: '300000000000000001', time: '09:00', zone: 'Asia/Seoul' },
        { chat: 'slack', channel: 'G1', time: '08:00', zone: 'Asia/Seoul' },
        { chat: 'discord', channel: '2', time: '09:00', zone: 'UTC' },
      ],
      mistakes: [],
    })
  })

  test('may be empty', () => {
    expect(parseTipChannels('')).toEqual({ channels: [], mistakes: [] })
  })

  test('gets all of its mistakes named at once', () => {
    const text =
      'slak:C1,slack:general,discord:#tips,slack:C1@9h,slack:C2@24:00,slack:C3@09:00@Seoul,slack:C4@09:00@UTC@x,slack:C5,slack:C5@10:00'
    expect(parseTipChannels(text)).toEqual({
      channels: [{ chat: 'slack', channel: 'C5', time: '09:00', zone: 'Asia/Seoul' }],
      mistakes: [
        'TIP_CHANNELS: "slak:C1": write slack:<channel id> or discord:<channel id>, such as slack:C0123456789@09:00@Asia/Seoul',
        'TIP_CHANNELS: "slack:general": a Slack channel id looks like C0123456789; copy it from the end of "View channel details"',
        'TIP_CHANNELS: "discord:#tips": a Discord channel id has digits only; turn on Developer Mode and choose "Copy Channel ID"',
        'TIP_CHANNELS: "slack:C1@9h": write the time as HH:MM from 00:00 to 23:59, such as 09:00',
        'TIP_CHANNELS: "slack:C2@24:00": write the time as HH:MM from 00:00 to 23:59, such as 09:00',
        'TIP_CHANNELS: "slack:C3@09:00@Seoul": write the zone as its IANA name, such as Asia/Seoul',
        'TIP_CHANNELS: "slack:C4@09:00@UTC@x": write at most a time and a zone after the channel, such as slack:C0123456789@09:00@Asia/Seoul',
        'TIP_CHANNELS: "slack:C5@10:00": this channel is there twice; keep one of them',
      ],
    })
  })

  test('is read or complained of, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const entries = text.split(',').filter((entry) => entry.trim() !== '')
        const { channels, mistakes } = parseTipChannels(text)
        expect(channels.length + mistakes.length).toBe(entries.length)
      }),
    )
  })
})
