import { describe, expect, it } from 'vitest'
import { sessionCard } from '../../src/answer/card.js'
import { createSearchIndex } from '../../src/search/search-index.js'
import { buildLibrary, buildSession } from '../search/build-library.js'

const session = buildSession('지난 이야기', [], {
  passages: [
    { path: ['모니터링', 'Prometheus'], text: '대시보드는 이미 있다' },
    { path: ['모니터링', 'Prometheus'], text: '모니터링을 미리 한다' },
    { path: [], text: '모니터링 없이는 밤잠이 없다' },
  ],
})
const index = await createSearchIndex(buildLibrary([session]))

describe('sessionCard', () => {
  it('puts lines under their headings, the question’s word marked in both', () => {
    const [match] = index.search('모니터링').matches
    const list = match && sessionCard(match, 'ko').find((part) => part.kind === 'list')
    expect(list).toEqual({
      kind: 'list',
      items: expect.arrayContaining([
        {
          line: [{ text: '모니터링', style: 'match' }, { text: ' › ' }, { text: 'Prometheus' }],
          items: expect.arrayContaining([
            { line: [{ text: '모니터링', style: 'match' }, { text: '을 미리 한다' }] },
          ]),
        },
        { line: [{ text: '모니터링', style: 'match' }, { text: ' 없이는 밤잠이 없다' }] },
      ]),
    })
  })
})
