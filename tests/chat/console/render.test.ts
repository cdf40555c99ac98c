import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/answer/reply.js'
import { choicesOf, renderText } from '../../../src/chat/console/render.js'

const reply: Reply = {
  question: 'abcdefghijkl',
  locale: 'en',
  outcome: 'answered',
  visibility: 'public',
  parts: [
    { kind: 'heading', line: [{ text: 'Gardening clusters' }] },
    { kind: 'text', line: [{ text: 'Type ' }, { text: 'help', style: 'code' }] },
    { kind: 'list', items: [{ line: [{ text: 'Tools' }], items: [{ line: [{ text: 'line 1\nline 2' }] }] }] },
    { kind: 'pictures', pictures: [{ url: 'https://pictures.example/1.png', alt: '' }] },
    { kind: 'small', line: [{ text: 'Mind you.' }] },
  ],
  links: [{ label: 'Open slides', url: 'https://slides.example/1' }],
  buttons: [
    { label: 'Share', action: { kind: 'share', locale: 'en' } },
    { label: 'Next', action: { kind: 'page', locale: 'en', list: 'sessions', page: 1, argument: '' } },
  ],
  after: [
    {
      kind: 'rows',
      rows: [
        {
          line: [{ text: 'Tides', style: 'strong' }],
          detail: [{ text: 'Mina' }],
          button: { label: 'Open', action: { kind: 'session', locale: 'en', session: 'x' } },
        },
        {
          line: [{ text: 'Deck of Tides' }],
          button: { label: 'Open slides', url: 'https://slides.example/2' },
        },
      ],
    },
  ],
}

describe('renderText', () => {
  it('shows every part as plain text, and the choices that make sense here', () => {
    expect(renderText(reply)).toBe(
      [
        'Gardening clusters',
        'Type help',
        '• Tools',
        '  • line 1',
        '    line 2',
        '→ https://pictures.example/1.png',
        'Mind you.',
        '→ Open slides: https://slides.example/1',
        '1) Next',
        '2) Tides · Mina',
        '• Deck of Tides',
        '  https://slides.example/2',
      ].join('\n'),
    )
  })

  it('lets no escape sequence of the notes reach the terminal', () => {
    const parts = [{ kind: 'text', line: [{ text: 'red \u001b[31malert\u0007' }] }] as const
    const only = { ...reply, parts, links: [], buttons: [], after: [] }
    expect(renderText(only, { colour: true, links: true })).toBe('red  [31malert ')
  })

  it('makes addresses clickable where the terminal can', () => {
    const only = { ...reply, parts: [], buttons: [], after: [] }
    expect(renderText(only, { colour: false, links: true })).toBe(
      '→ \u001b]8;;https://slides.example/1\u001b\\Open slides\u001b]8;;\u001b\\',
    )
  })

  it('numbers choices as they are listed', () => {
    expect(choicesOf(reply).map(({ label }) => label)).toEqual(['Next', 'Tides'])
  })
})
