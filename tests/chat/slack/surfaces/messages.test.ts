import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../../src/chat/slack/surfaces/messages.js'

describe('the words of a message', () => {
  it.each([
    ['<@UBOT> 쿠버네티스', '쿠버네티스'],
    ['쿠버네티스 <@UBOT>', '쿠버네티스'],
    ['<@UBOT>', ''],
    ['<@UBOT|meetup-bot> help', 'help'],
    ['<@U2> said <#C1|general>', 'said general'],
    ['<https://a.example/x|a page> &amp; <https://b.example>', 'a page & https://b.example'],
    ['&lt;@UBOT&gt; &amp;lt;', '<@UBOT> &lt;'],
    ['<!channel> <!subteam^S1|@ops> hi', '@ops hi'],
    ['two\nlines', 'two lines'],
  ])('%s are: %s', (text, words) => {
    expect(wordsOf(text, 'UBOT')).toBe(words)
  })
})
