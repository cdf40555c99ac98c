import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply, ReplyPart } from '../../../../src/answer/reply.js'
import { budgets } from '../../../../src/chat/slack/limits.js'
import { renderHome, renderMessages, renderModal } from '../../../../src/chat/slack/render/render.js'
import { codePoint } from '../../../code-point.js'
import { refusedBlocks, refusedView } from '../../../wire/slack/blocks.js'
import { arbitraryReply } from '../../arbitrary-reply.js'

const base: Reply = {
  question: 'AbCdEfGhIjKl',
  locale: 'ko',
  outcome: 'answered',
  visibility: 'private',
  parts: [],
  links: [],
  buttons: [],
  after: [],
}
const replyOf = (...parts: ReplyPart[]): Reply => ({ ...base, parts })

const wild = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: codePoint, maxLength: 200 }),
  fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '`*_~',
    '쿠버네티스는',
    '👨‍👩‍👧',
    '',
    ' ',
    'x'.repeat(5000),
    '"\\\n'.repeat(900),
  ),
)
const urlsOf = ({ parts, links, after }: Reply) => [
  ...[...parts, ...after].flatMap(urlsIn),
  ...links.map((each) => each.url),
]

function urlsIn(each: ReplyPart): readonly string[] {
  if (each.kind === 'pictures') return each.pictures.map((picture) => picture.url)
  if (each.kind === 'rows') return each.rows.flatMap(({ button: own }) => ('url' in own ? [own.url] : []))
  return each.kind === 'heading' && each.url ? [each.url] : []
}

describe('any reply', () => {
  it('gives messages that Slack takes', () => {
    fc.assert(
      fc.property(arbitraryReply, wild, (any, origin) => {
        for (const { text, blocks } of renderMessages(any, origin)) {
          expect(refusedBlocks(blocks)).toBeUndefined()
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(budgets.blocks + 200)
          expect(text.length).toBeGreaterThan(0)
          expect(text.length).toBeLessThanOrEqual(40_000)
        }
      }),
    )
  })

  it('keeps every link, in the blocks and in the words', () => {
    fc.assert(
      fc.property(arbitraryReply, (any) => {
        const messages = renderMessages(any)
        const blocks = JSON.stringify(messages.map((message) => message.blocks))
        const text = messages.map((message) => message.text).join('\n')
        for (const url of urlsOf(any)) {
          expect(blocks).toContain(JSON.stringify(url).slice(1, -1))
          expect(text).toContain(url.replaceAll('&', '&amp;'))
        }
      }),
    )
  })

  it('has no markup in its words: nobody is pinged, no half characters', () => {
    fc.assert(
      fc.property(arbitraryReply, (any) => {
        for (const { text, blocks } of renderMessages(any)) {
          expect(text).not.toMatch(/[<>]/u)
          expect(`${text}${JSON.stringify(blocks)}`).not.toMatch(/\p{Surrogate}|\\ud[89a-f]/u)
        }
      }),
    )
  })

  it('splits no grapheme of a long line', () => {
    const family = '👨‍👩‍👧'
    fc.assert(
      fc.property(fc.nat(1500), fc.constantFrom('text', 'small'), (count, kind) => {
        const messages = renderMessages(
          replyOf({ kind, line: [{ text: 'x' }, { text: family.repeat(count) }] }),
        )
        const shown = messages.map((message) => message.text).join('')
        expect(shown.split(family).length - 1).toBe(count)
        expect(shown.replaceAll(family, '').replaceAll('\n', '')).toBe('x')
      }),
      { numRuns: 20 },
    )
  })

  it('gives a modal and a Home tab that Slack takes', () => {
    fc.assert(
      fc.property(arbitraryReply, wild, (any, origin) => {
        expect(refusedView(renderModal(any, origin))).toBeUndefined()
        expect(refusedView(renderHome(any))).toBeUndefined()
      }),
    )
  })
})

describe('a reply', () => {
  it('marks words with flags, so that particles do not break the emphasis', () => {
    const [{ blocks, text }] = renderMessages(
      replyOf({ kind: 'text', line: [{ text: '쿠버네티스', style: 'match' }, { text: '는 <좋다>' }] }),
    )
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '쿠버네티스', style: { bold: true } },
              { type: 'text', text: '는 <좋다>' },
            ],
          },
        ],
      },
    ])
    expect(text).toBe('쿠버네티스는 &lt;좋다&gt;')
  })

  it('nests bullets by indentation', () => {
    const [{ blocks, text }] = renderMessages(
      replyOf({
        kind: 'list',
        items: [{ line: [{ text: 'a' }], items: [{ line: [{ text: 'b' }] }] }, { line: [{ text: 'c' }] }],
      }),
    )
    const bullet = (word: string) => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: word }],
    })
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [bullet('a')] },
          { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [bullet('b')] },
          { type: 'rich_text_list', style: 'bullet', indent: 0, elements: [bullet('c')] },
        ],
      },
    ])
    expect(text).toBe('• a\n  • b\n• c')
  })

  it('shows a command and its argument as one stretch', () => {
    const line = [
      { text: '/devops slides', style: 'command' as const },
      { text: ' ' },
      { text: '<words>', style: 'code' as const },
      { text: ' Slides' },
    ]
    const [{ blocks }] = renderMessages(replyOf({ kind: 'text', line }))
    expect(blocks).toMatchObject([
      {
        elements: [
          {
            elements: [{ text: '/devops slides <words>', style: { code: true } }, { text: ' Slides' }],
          },
        ],
      },
    ])
  })

  it('makes a row that opens an address the link itself, the whole width wide', () => {
    const button = { label: 'Open', url: 'https://a.example/1.pdf' }
    const row = { line: [{ text: 'On <call>' }], detail: [{ text: 'Kim · 2019' }], button }
    const [{ blocks, text }] = renderMessages(replyOf({ kind: 'rows', rows: [row] }))
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'link', url: button.url, text: 'On <call>', style: { bold: true } },
              { type: 'text', text: '\nKim · 2019' },
            ],
          },
        ],
      },
    ])
    expect(text).toBe('• On &lt;call&gt; · Kim · 2019 https://a.example/1.pdf')
  })

  it('keeps links and buttons in one row where a phone has room for them, else in two', () => {
    const share = { label: '채널에 공유', action: { kind: 'share', locale: 'ko' } as const }
    const link = { label: '발표 자료 열기', url: 'https://a.example/1.pdf' }
    const rowsWith = (buttons: Reply['buttons']) =>
      renderMessages({ ...base, links: [link], buttons })[0].blocks.map((block) =>
        block.type === 'actions' ? block.elements.length : 0,
      )
    expect(rowsWith([share])).toEqual([2])
    expect(rowsWith([share, share, share])).toEqual([1, 3])
  })

  it('shows pictures as links', () => {
    const [{ blocks }] = renderMessages(
      replyOf({ kind: 'pictures', pictures: [{ alt: '', url: 'https://a.example/x.png' }] }),
    )
    expect(blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'link', url: 'https://a.example/x.png' }],
          },
        ],
      },
    ])
  })

  it('that is too long for one message goes on in the next, with the buttons last', () => {
    const parts = Array.from(
      { length: 40 },
      (_, at): ReplyPart => ({
        kind: 'text',
        line: [{ text: `${at} ${'가'.repeat(900)}` }],
      }),
    )
    const buttons = [{ label: '👍', action: { kind: 'share', locale: 'ko' } as const }]
    const messages = renderMessages({ ...base, parts, buttons })
    expect(messages.length).toBeGreaterThan(1)
    expect(messages.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'))).toEqual([
      ...messages.slice(1).map(() => false),
      true,
    ])
    expect(
      messages
        .map(({ text }) => text)
        .join('\n')
        .split('\n'),
    ).toHaveLength(40)
  })

  it('with nothing in it is still a message', () => {
    expect(renderMessages(base)[0].text).toBe('—')
    expect(refusedBlocks(renderMessages(base)[0].blocks)).toBeUndefined()
  })
})
