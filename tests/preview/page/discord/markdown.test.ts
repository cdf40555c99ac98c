import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeStart } from '../../../../src/chat/discord/render/text.js'
import { readLine, readMarkdown } from '../../../../src/preview/page/discord/markdown.js'
import type { InlinePiece } from '../../../../src/preview/page/inline.js'

const text = (words: string): InlinePiece => ({ kind: 'text', text: words })

describe('Discord’s Markdown', () => {
  it('is read by lines: headings, lists in lists, small print', () => {
    expect(readMarkdown('## 제목\n하나\n- 둘\n  - 셋\n1. 넷\n-# 다섯')).toEqual([
      { kind: 'heading', level: 2, inlines: [text('제목')] },
      { kind: 'text', inlines: [text('하나')] },
      {
        kind: 'list',
        items: [
          { depth: 0, bullet: '•', inlines: [text('둘')] },
          { depth: 1, bullet: '•', inlines: [text('셋')] },
          { depth: 0, bullet: '1.', inlines: [text('넷')] },
        ],
      },
      { kind: 'small', inlines: [text('다섯')] },
    ])
  })

  it('keeps a particle beside a bold word, without a space between', () => {
    expect(readLine('**대시보드**는 있다')).toEqual([
      { kind: 'styled', style: 'bold', inlines: [text('대시보드')] },
      text('는 있다'),
    ])
  })

  it('links a title, and shows one that looks like an address as typed', () => {
    expect(readLine('[자료](https://a.example/x) <https://b.example>')).toEqual([
      { kind: 'link', url: 'https://a.example/x', inlines: [text('자료')] },
      text(' '),
      { kind: 'link', url: 'https://b.example', inlines: [text('https://b.example')] },
    ])
    expect(readLine('[www.a.example](https://b.example)')[0]).toEqual(text('[www.a.example]('))
  })

  it('makes no link of anything but http and https', () => {
    expect(readLine('[x](javascript:alert(1))')).toEqual([text('[x](javascript:alert(1))')])
  })

  it('shows a command as one', () => {
    expect(readLine('</devops session:123>')).toEqual([{ kind: 'mention', text: '/devops session' }])
  })

  it('shows any text that the bot escapes letter by letter', () => {
    const line = fc.stringMatching(/^[\w가-힣 *_~`|<>@:#\-+.()[\]\\/]{0,40}$/u)
    fc.assert(
      fc.property(line, (words) => {
        const trimmed = words.trim()
        const shown = readMarkdown(escapeStart(trimmed)).flatMap((block) =>
          'inlines' in block ? block.inlines.map((inline) => ('text' in inline ? inline.text : '?')) : ['?'],
        )
        expect(shown.join('')).toBe(trimmed)
      }),
    )
  })
})
