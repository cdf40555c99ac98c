import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText } from '../../../../src/chat/slack/render/text.js'
import type { InlinePiece } from '../../../../src/preview/page/inline.js'
import { readMrkdwn } from '../../../../src/preview/page/slack/mrkdwn.js'

const text = (words: string): InlinePiece => ({ kind: 'text', text: words })

describe('Slack’s mrkdwn', () => {
  it('marks between words', () => {
    expect(readMrkdwn('*제목*\n`코드` ~줄~ _기울임_')).toEqual([
      { kind: 'styled', style: 'bold', inlines: [text('제목')] },
      { kind: 'break' },
      { kind: 'code', text: '코드' },
      text(' '),
      { kind: 'styled', style: 'strike', inlines: [text('줄')] },
      text(' '),
      { kind: 'styled', style: 'italic', inlines: [text('기울임')] },
    ])
  })

  it('shows a mark beside a letter as typed, as Slack does', () => {
    expect(readMrkdwn('*대시보드*는 a*b*c')).toEqual([text('*대시보드*는 a*b*c')])
  })

  it('knows no Markdown of others', () => {
    expect(readMrkdwn('# a [b](https://c.example) ![d](https://e.example)')).toEqual([
      text('# a [b](https://c.example) ![d](https://e.example)'),
    ])
  })

  it('links what stands in angle brackets, if it is an address of the web', () => {
    expect(readMrkdwn('<https://a.example/?x&amp;y|자료> <javascript:alert(1)|x>')).toEqual([
      { kind: 'link', url: 'https://a.example/?x&y', inlines: [text('자료')] },
      text(' <javascript:alert(1)|x>'),
    ])
  })

  it('shows escaped text letter by letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w가-힣 <>&;|@#!:/.]{0,40}$/u), (words) => {
        const plain = words.replaceAll('_', '')
        expect(readMrkdwn(escapeText(plain))).toEqual(plain === '' ? [] : [text(plain)])
      }),
    )
  })
})
