import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Library } from '../../src/knowledge/library.js'
import { libraryOfTexts } from './library-of-texts.js'

const token = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '### ',
    '- ',
    '1. ',
    '> ',
    '    ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '|',
    '|-|-|\n',
    '---\n',
    '```\n',
    '<!--',
    '-->',
  ],
  ...[
    '**',
    '*',
    '_',
    '`',
    '[',
    ']',
    '](http://a.kr/b?fbclid=1#c)',
    '![x](',
    '[^1]',
    '[^1]: ',
    '<br>',
    '<img src="http://a.kr">',
    '\\',
  ],
  ...[
    '세션 자료',
    '발표자: 홍길동',
    '제목/이몽룡',
    'Title - Jane Doe',
    '(2019)',
    '꿀팁',
    '후기',
    '자료: ',
    'https://youtu.be/a',
  ],
  ...[
    '\uFEFF',
    '\0',
    '\uD800',
    '🙇',
    '\u1112\u1161\u11AB',
    '=\n',
    '&amp;',
    ': ',
    '**1. ',
    'meetup: ',
    'date: 20',
    '&a [*a]',
    '...',
  ],
)
const markdown = fc
  .array(fc.oneof(token, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 120 })
  .map((parts) => parts.join(''))

/** A Library, whose every finding names a line and a way out; anything else is a crash. */
function read(name: string, text: string): Library {
  const library = libraryOfTexts([{ path: `notes/${name}`, text }])
  for (const { line, message } of library.findings)
    expect([line >= 1, message.length > 10]).toEqual([true, true])
  return library
}

test('any Markdown is a library or a list of mistakes, with ids that fit', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const library = read('post.md', `## 첫 세션\n\n${text}`)
      const ids = library.sessions.map((session) => session.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => id.length > 60)).toEqual([])
      for (const { url } of library.sessions.flatMap((session) => [...session.slides, ...session.links])) {
        expect(url).toMatch(/^https?:\/\//)
      }
    }),
    { numRuns: 300 },
  )
})

test('any front matter is a library or a list of mistakes', () => {
  const line = fc.constantFrom(
    'meetup: a',
    'date: 2019',
    'date: soon',
    'tags: [a, [b]]',
    'source: javascript:x',
    '- a',
    '? b',
    '&a [*a]',
    '{',
    '!!binary x',
    '"',
    'a: *b',
    '<<: *a',
    '%YAML 9',
    '\t',
    '...',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string({ maxLength: 20 })), { maxLength: 12 }), (lines) => {
      read('post.md', `---\n${lines.join('\n')}\n---\n\n## a\n\nb\n`)
    }),
    { numRuns: 300 },
  )
})

test('any glossary and any tips are read or refused', () => {
  fc.assert(
    fc.property(markdown, fc.constantFrom('glossary.yml', 'tips.md'), (text, name) => {
      read(name, text)
    }),
    { numRuns: 200 },
  )
})

test('aliases in front matter are not followed, so that a few lines cannot fill the memory', () => {
  const bomb = [
    'a: &a [x, x, x, x]',
    'b: &b [*a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b]',
    'tags: [*c, *c, *c, *c]',
  ]
  expect(read('post.md', `---\n${bomb.join('\n')}\n---\n# 밋업\n\n## 배포\n\n- b\n`).findings).toEqual([
    {
      file: 'notes/post.md',
      line: 2,
      level: 'warning',
      message: 'front matter must be lines of "key: value", without aliases',
    },
  ])
})
