import { expect, test } from 'vitest'
import { parsePost } from '../../src/knowledge/post.js'

function talk(body: string) {
  const [session] = parsePost(`# M 2020\n\n## 배포 이야기\n\n${body}\n`, 'm.md').sessions
  if (!session) throw new Error('expected a session')
  return session
}

test('a linked picture keeps the picture and the video behind it', () => {
  const { pictures, videos, passages } = talk('[![미리보기](https://a.kr/1.png)](https://youtu.be/1)')
  expect({ pictures, videos, passages }).toEqual({
    pictures: [{ url: 'https://a.kr/1.png', alt: '미리보기' }],
    videos: [{ title: '배포 이야기', url: 'https://youtu.be/1' }],
    passages: [],
  })
})

test('what hangs below a labelled line stays with the notes', () => {
  const { speakers, passages } = talk('- 발표자: 홍길동\n    - 플랫폼 팀을 이끈다\n- 작게 자주')
  expect([speakers.map(({ name }) => name), passages.map(({ text }) => text)]).toEqual([
    ['홍길동'],
    ['플랫폼 팀을 이끈다', '작게 자주'],
  ])
})

test('a biography below a heading for the speaker is no speaker', () => {
  const { speakers, passages } = talk('### 발표자\n\n- 홍길동\n- 10년째 서버를 돌본다')
  expect([speakers.map(({ name }) => name), passages.map(({ text }) => text)]).toEqual([
    ['홍길동'],
    ['10년째 서버를 돌본다'],
  ])
})

test('labels without a link are ordinary lines', () => {
  const { slides, passages } = talk('- 자료: 추후 공개')
  expect([slides, passages]).toEqual([[], [{ path: [], text: '자료: 추후 공개' }]])
})

test('tags come from commas or hash signs, and keep a slash inside a word', () => {
  expect(talk('- 태그: Kubernetes, CI/CD\n- x').tags).toEqual(['Kubernetes', 'CI/CD'])
  expect(talk('태그: #쿠버네티스 #배포').tags).toEqual(['쿠버네티스', '배포'])
})

test('a summary line is the summary', () => {
  expect(talk('- 요약: 작게 자주\n- 길고 긴 이야기가 이어진다').summary).toEqual(['작게 자주'])
})

test('links by reference, bare links and fragments are links; other schemes are text', () => {
  const { links, passages } = talk(
    '- [문서][1]와 [위험](javascript:alert(1))\n- https://b.kr/?utm_source=x#top\n\n[1]: https://a.kr/doc',
  )
  expect(links).toEqual([
    { title: '문서', url: 'https://a.kr/doc' },
    { title: 'https://b.kr/#top', url: 'https://b.kr/#top' },
  ])
  expect(passages.map(({ text }) => text)).toEqual(['문서와 위험'])
})
