import { expect, it } from 'vitest'
import { parsePost } from '../../src/knowledge/post.js'
import { createPostMemory } from '../../src/live-notes/post-memory.js'

it('parses a post again when it has changed, or was away', () => {
  const parsed: string[] = []
  const open = createPostMemory((text, file) => {
    parsed.push(`${file}: ${text}`)
    return parsePost(text, file)
  })
  const read = (files: Readonly<Record<string, string>>) => {
    const reading = open()
    const posts = Object.entries(files).map(([file, text]) => reading.parse(text, file))
    reading.done()
    return posts
  }
  const first = read({ '2019.md': '# A', '2020.md': '# B' })
  const second = read({ '2019.md': '# A', '2020.md': '# C' })
  expect(second[0]).toBe(first[0])
  read({ '2020.md': '# C' })
  read({ '2019.md': '# A' })
  expect(parsed).toEqual(['2019.md: # A', '2020.md: # B', '2020.md: # C', '2019.md: # A'])
})
