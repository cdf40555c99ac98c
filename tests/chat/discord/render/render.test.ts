import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part, Reply } from '../../../../src/answer/reply.js'
import { limits } from '../../../../src/chat/discord/limits.js'
import { linkAddress } from '../../../../src/chat/discord/render/links.js'
import { renderReply } from '../../../../src/chat/discord/render/render.js'
import { messageProblems } from '../../../wire/discord/message-rules.js'
import { arbitraryReply } from '../arbitrary-reply.js'

function reply(parts: readonly Part[], more: Partial<Reply> = {}): Reply {
  return {
    question: 'abcdefghijkl',
    locale: 'ko',
    outcome: 'answered',
    visibility: 'private',
    parts,
    links: [],
    buttons: [],
    after: [],
    ...more,
  }
}

const text = (words: string): Part => ({ kind: 'text', line: [{ text: words }] })

describe('renderReply', () => {
  it('shapes a card of every kind of part', () => {
    const card = renderReply(
      reply(
        [
          { kind: 'heading', line: [{ text: 'Prometheus + ' }, { text: 'Grafana', style: 'match' }] },
          { kind: 'text', line: [{ text: '김진웅 · 2019' }] },
          {
            kind: 'list',
            items: [
              {
                line: [{ text: '모니터링', style: 'match' }, { text: '은 * 하나로' }],
                items: [{ line: [{ text: 'kubectl top', style: 'code' }] }],
              },
            ],
          },
          {
            kind: 'rows',
            rows: [
              {
                line: [{ text: '다른 발표', style: 'strong' }],
                detail: [{ text: '한지민' }],
                button: { label: '열기', action: { kind: 'session', locale: 'ko', session: 'x' } },
              },
              {
                line: [{ text: 'Slides [1]' }],
                button: { label: '자료 열기', url: 'https://a.example/x_(1)' },
              },
            ],
          },
          { kind: 'pictures', pictures: [{ url: 'https://a.example/p.png', alt: '' }] },
        ],
        {
          links: [{ label: '발표 자료 열기', url: 'https://a.example/deck' }],
          buttons: [{ label: '채널에 공유', action: { kind: 'share', locale: 'ko' } }],
          after: [{ kind: 'small', line: [{ text: '주관이 담긴 글입니다' }] }],
        },
      ),
    )
    expect(card).toEqual({
      embeds: [
        {
          description: [
            '### Prometheus + **Grafana**',
            '김진웅 · 2019',
            '- **모니터링**은 \\* 하나로',
            '  - `kubectl top`',
            '- **다른 발표**',
            '  -# 한지민',
            '- [Slides (1)](https://a.example/x_%281%29)',
            '<https://a.example/p.png>',
            '-# 주관이 담긴 글입니다',
          ].join('\n'),
          image: { url: 'https://a.example/p.png' },
        },
      ],
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 5, label: '발표 자료 열기', url: 'https://a.example/deck' },
            { type: 2, style: 2, label: '채널에 공유', custom_id: 'ko:share' },
            { type: 2, style: 2, label: '다른 발표', custom_id: 'ko:session:x' },
          ],
        },
      ],
      allowed_mentions: { parse: [], replied_user: false },
    })
  })

  it('shows several pictures as one gallery', () => {
    const pictures = [1, 2].map((number) => ({ url: `https://a.example/${number}.png`, alt: `${number}` }))
    expect(renderReply(reply([{ kind: 'pictures', pictures }])).embeds).toEqual([
      {
        description: '[1](https://a.example/1.png)\n[2](https://a.example/2.png)',
        url: 'https://a.example/1.png',
        image: { url: 'https://a.example/1.png' },
      },
      { url: 'https://a.example/1.png', image: { url: 'https://a.example/2.png' } },
    ])
  })

  const rowsOf = (links: readonly { readonly title: string; readonly url: string }[]): Part => ({
    kind: 'rows',
    rows: links.map(({ title, url }) => ({ line: [{ text: title }], button: { label: 'open', url } })),
  })

  it('cuts text, and keeps the slide link that comes after it', () => {
    const link = { title: 'Slides', url: 'https://a.example/slides#slide=id.p' }
    const { embeds } = renderReply(reply([text('모니터링 '.repeat(2000)), rowsOf([link])]))
    const description = embeds[0]?.description ?? ''
    expect(description.endsWith('…\n- [Slides](https://a.example/slides#slide=id.p)')).toBe(true)
    expect(description.length).toBeLessThanOrEqual(limits.embedDescription)
  })

  it('drops titles before it drops links', () => {
    const links = Array.from({ length: 30 }, (_, number) => ({
      title: 'a title '.repeat(15),
      url: `https://a.example/${number}/${'x'.repeat(90)}`,
    }))
    const { embeds } = renderReply(reply([rowsOf(links)]))
    for (const { url } of links) expect(embeds[0]?.description).toContain(url)
  })

  it('shows one button where two would do the same', () => {
    const button = { label: 'a', action: { kind: 'share', locale: 'ko' } } as const
    expect(renderReply(reply([text('a')], { buttons: [button, button] })).components).toEqual([
      { type: 1, components: [{ type: 2, style: 2, label: 'a', custom_id: 'ko:share' }] },
    ])
  })

  it('gives a message that Discord takes, whatever the reply', () => {
    fc.assert(
      fc.property(arbitraryReply, (any) => {
        expect(messageProblems(JSON.parse(JSON.stringify(renderReply(any))))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('loses no link, whatever the reply', () => {
    fc.assert(
      fc.property(arbitraryReply, (any) => {
        const shown = renderReply(any).embeds[0]?.description ?? ''
        const all = [...any.parts, ...any.after].flatMap(addresses)
        for (const url of all) expect(shown).toContain(linkAddress(url))
      }),
      { numRuns: 300 },
    )
  })

  it('never lets words ping or become markup', () => {
    fc.assert(
      fc.property(arbitraryReply, (any) => {
        const shown = renderReply(any).embeds[0]?.description ?? ''
        // What is code or escaped leaves its place, or its neighbours would seem to touch.
        const bare = shown.replace(/`[^`\n]*`|\\[^0-9A-Za-z\s]/g, '·')
        expect(bare).not.toMatch(/@everyone|@here|<@|<#|<t:|<\/|\|\||\]\(https:\/\/evil|<https:\/\/evil/)
      }),
      { numRuns: 300 },
    )
  })
})

function addresses(part: Part): readonly string[] {
  if (part.kind === 'rows') return part.rows.flatMap(({ button }) => ('url' in button ? [button.url] : []))
  if (part.kind === 'heading') return part.url ? [part.url] : []
  return part.kind === 'pictures' ? part.pictures.map(({ url }) => url) : []
}
