import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/answer/reply.js'
import { renderText } from '../../../src/chat/console/render.js'

const reply: Reply = {
  question: 'abcdefghijkl',
  locale: 'en',
  outcome: 'answered',
  visibility: 'public',
  parts: [
    { kind: 'heading', line: [{ text: 'Gardening clusters' }] },
    { kind: 'text', line: [{ text: 'Type ' }, { text: 'help', style: 'code' }] },
    { kind: 'list', items: [{ line: [{ text: 'Tools' }], items: [{ line: [{ text: 'line 1\nline 2' }] }] }] },
    { kind: 'links', label: 'Slides', links: [{ title: 'Deck', url: 'https://slides.example/1' }] },
    { kind: 'pictures', label: 'Pictures', pictures: [{ url: 'https://pictures.example/1.png', alt: '' }] },
    { kind: 'small', line: [{ text: 'Mind you.' }], links: [{ title: 'Post', url: 'https://post.example' }] },
  ],
  buttons: [
    { label: 'Share', action: { kind: 'share', locale: 'en' } },
    { label: 'Next', action: { kind: 'page', locale: 'en', list: 'sessions', page: 1, argument: '' } },
  ],
  menus: [],
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
        'Slides:',
        '  Deck https://slides.example/1',
        'Pictures:',
        '  https://pictures.example/1.png',
        'Mind you. Post: https://post.example',
        '1) Next',
      ].join('\n'),
    )
  })

  it('lets no escape sequence of the notes reach the terminal', () => {
    const parts = [{ kind: 'text', line: [{ text: 'red \u001b[31malert\u0007' }] }] as const
    expect(renderText({ ...reply, parts, buttons: [] }, true)).toBe('red  [31malert ')
  })
})
