import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply, ReplyPart } from '../../../../src/answer/reply.js'
import { linkAddress } from '../../../../src/chat/discord/render/links.js'
import { renderReply } from '../../../../src/chat/discord/render/render.js'
import { messageProblems } from '../../../wire/discord/message-rules.js'
import { arbitraryReply } from '../../arbitrary-reply.js'

function reply(parts: readonly ReplyPart[], more: Partial<Reply> = {}): Reply {
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

const text = (words: string): ReplyPart => ({ kind: 'text', line: [{ text: words }] })
const small = (words: string): ReplyPart => ({ kind: 'small', line: [{ text: words }] })

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
      content: '**Prometheus + Grafana**\n김진웅 · 2019',
      embeds: [
        {
          description: [
            '- **모니터링**은 \\* 하나로',
            '  - `kubectl top`',
            '**1.** **다른 발표**',
            '-# 한지민',
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
          components: [{ type: 2, style: 2, label: '1', custom_id: 'ko:session:x' }],
        },
        {
          type: 1,
          components: [
            { type: 2, style: 5, label: '발표 자료 열기', url: 'https://a.example/deck' },
            { type: 2, style: 2, label: '채널에 공유', custom_id: 'ko:share' },
          ],
        },
      ],
      allowed_mentions: { parse: [], replied_user: false },
    })
  })

  it('shows the answer and the title beside the card, where notifications find them, and nowhere else', () => {
    const url = 'https://a.example/talk'
    const { content, embeds } = renderReply(
      reply([
        { kind: 'lead', line: [{ text: '지금은 ' }, { text: 'Kibana', style: 'match' }, { text: '로' }] },
        { kind: 'heading', line: [{ text: '모니터링 [2]' }], url },
        { kind: 'small', line: [{ text: '독고혁' }] },
        { kind: 'list', items: [{ line: [{ text: '대시보드' }] }] },
      ]),
    )
    expect(content).toBe('지금은 **Kibana**로\n**[모니터링 (2)](<https://a.example/talk>)**')
    expect(embeds).toEqual([{ description: '-# 독고혁\n- 대시보드' }])
  })

  it('makes no box for small print alone', () => {
    const tip = reply([
      small('오늘의 팁'),
      { kind: 'lead', line: [{ text: '대시보드는 이미 있다' }] },
      { kind: 'heading', line: [{ text: '모니터링' }] },
      small('독고혁'),
    ])
    expect(renderReply(tip)).toMatchObject({
      content: '-# 오늘의 팁\n대시보드는 이미 있다\n**모니터링**\n-# 독고혁',
      embeds: [],
    })
  })

  it('numbers rows through the whole message, those that do the same alike, and puts the numbers on buttons', () => {
    const row = (title: string, session: string) => ({
      line: [{ text: title }],
      button: { label: '열기', action: { kind: 'session', locale: 'ko', session } as const },
    })
    const { embeds, components } = renderReply(
      reply(
        [
          text('목록'),
          { kind: 'rows', rows: ['가', '나', '다', '라', '마', '바'].map((each) => row(each, each)) },
        ],
        {
          after: [{ kind: 'rows', rows: [row('다시 가', '가'), row('사', '사')] }],
        },
      ),
    )
    expect(embeds[0]?.description?.split('\n')).toEqual([
      '**1.** 가',
      '**2.** 나',
      '**3.** 다',
      '**4.** 라',
      '**5.** 마',
      '**6.** 바',
      '**1.** 다시 가',
      '**7.** 사',
    ])
    expect(
      components.map((each) => each.components.map((button) => 'label' in button && button.label)),
    ).toEqual([['1', '2', '3', '4', '5'], ['6'], ['7']])
  })

  it('needs no card for a line of words', () => {
    expect(renderReply(reply([text('a')]))).toMatchObject({ content: 'a', embeds: [] })
  })

  it('makes commands clickable that Discord knows, and shows the others as code', () => {
    const line = [{ text: '/devops session', style: 'command' as const }, { text: ' …' }]
    const known = (name: string) => (name === 'session' ? '</devops session:7>' : undefined)
    expect(renderReply(reply([{ kind: 'text', line }]), known).content).toBe('</devops session:7> …')
    expect(renderReply(reply([{ kind: 'text', line }])).content).toBe('`/devops session` …')
  })

  it('leaves pictures that are not safe to fetch to their links', () => {
    const pictures = [{ url: 'http://a.example/1.png', alt: 'a chart' }]
    expect(renderReply(reply([{ kind: 'pictures', pictures }])).embeds).toEqual([
      { description: '[a chart](http://a.example/1.png)' },
    ])
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

  const rowsOf = (links: readonly { readonly title: string; readonly url: string }[]): ReplyPart => ({
    kind: 'rows',
    rows: links.map(({ title, url }) => ({ line: [{ text: title }], button: { label: 'open', url } })),
  })

  it('cuts text, and keeps the slide link that comes after it', () => {
    const link = { title: 'Slides', url: 'https://a.example/slides#slide=id.p' }
    const { embeds } = renderReply(reply([small('모니터링 '.repeat(2000)), rowsOf([link])]))
    const description = embeds[0]?.description ?? ''
    expect(description.endsWith('…\n- [Slides](https://a.example/slides#slide=id.p)')).toBe(true)
    expect(description.length).toBeLessThanOrEqual(4096)
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
        const { content, embeds } = renderReply(any)
        const shown = `${content}\n${embeds[0]?.description ?? ''}`
        const all = [...any.parts, ...any.after].flatMap(addresses)
        for (const url of all) expect(shown).toContain(linkAddress(url))
      }),
      { numRuns: 300 },
    )
  })

  it('never lets words ping or become markup', () => {
    fc.assert(
      fc.property(arbitraryReply, (any) => {
        const { content, embeds } = renderReply(any)
        const shown = `${content}\n${embeds[0]?.description ?? ''}`
        // What is code or escaped leaves its place, or its neighbours would seem to touch.
        const bare = shown.replace(/`[^`\n]*`|\\[^0-9A-Za-z\s]/g, '·')
        expect(bare).not.toMatch(/@everyone|@here|<@|<#|<t:|<\/|\|\||\]\(https:\/\/evil|<https:\/\/evil/)
      }),
      { numRuns: 300 },
    )
  })
})

function addresses(part: ReplyPart): readonly string[] {
  if (part.kind === 'rows') return part.rows.flatMap(({ button }) => ('url' in button ? [button.url] : []))
  if (part.kind === 'heading') return part.url ? [part.url] : []
  return part.kind === 'pictures' ? part.pictures.map(({ url }) => url) : []
}
