import { expect, test } from 'vitest'
import { readPost } from './read-post.js'

function talk(body: string) {
  const [session] = readPost(`# M 2020\n\n## 배포 이야기\n\n${body}\n`, 'm.md').sessions
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

test('facts may share a line, each with its own links', () => {
  const { speakers, slides, videos, passages } = talk(
    '**Speaker:** Jane Doe ([@jane](https://a.kr/jane)) · **Slides:** [PDF](https://a.kr/1.pdf) · **Video:** [YouTube](https://youtu.be/1)\n\n- x',
  )
  expect({ speakers, slides, videos, passages }).toEqual({
    speakers: [{ name: 'Jane Doe', aliases: ['jane'] }],
    slides: [{ title: '배포 이야기', url: 'https://a.kr/1.pdf' }],
    videos: [{ title: '배포 이야기', url: 'https://youtu.be/1' }],
    passages: [{ path: [], text: 'x' }],
  })
})

test('a tip keeps the lines below it', () => {
  expect(talk('- 꿀팁\n    - direnv\n        - 환경 변수를 바꾼다\n        - 폴더마다 다르게').tips).toEqual([
    'direnv: 환경 변수를 바꾼다, 폴더마다 다르게',
  ])
})

test('two tips that share a line are no facts', () => {
  expect(talk('- 팁: 작게 / 팁: 자주').tips).toEqual(['작게 / 팁: 자주'])
})

test('slides linked beside the speaker are slides', () => {
  const { speakers, slides } = talk('발표자: 홍길동 ([slides](https://a.kr/1))\n\n- x')
  expect([speakers, slides]).toEqual([
    [{ name: '홍길동', aliases: [] }],
    [{ title: '배포 이야기', url: 'https://a.kr/1' }],
  ])
})

test.each([
  ['> 홍길동 | 가나다컴퍼니', ['홍길동']],
  ['홍길동님', ['홍길동']],
  ['오늘은 날이 좋았다.', []],
  ['이론편', []],
])('the paragraph %s names %j', (line, names) => {
  expect(talk(`${line}\n\n- 작게 자주`).speakers.map(({ name }) => name)).toEqual(names)
})

test('a heading that only says that notes follow is in no path', () => {
  expect(talk('### 발표 내용\n\n- 작게 자주').passages).toEqual([{ path: [], text: '작게 자주' }])
})

test('a heading for the summary over long notes loses none of them', () => {
  const { summary, passages } = talk('### 요약\n\n- 하나\n- 둘\n- 셋\n- 넷')
  expect([summary, passages.map(({ text }) => text)]).toEqual([
    ['하나', '둘', '셋'],
    ['하나', '둘', '셋', '넷'],
  ])
})

test('a bare address is no summary, and alone a PDF is the slides', () => {
  const { summary, slides, links } = talk('https://a.kr/talk.pdf\n\nhttps://a.kr/blog\n\n- 작게 자주')
  expect({ summary, slides, links }).toEqual({
    summary: ['작게 자주'],
    slides: [{ title: '배포 이야기', url: 'https://a.kr/talk.pdf' }],
    links: [{ title: 'https://a.kr/blog', url: 'https://a.kr/blog' }],
  })
})

test('three lines below the label are the summary; more are notes', () => {
  const of = (...lines: readonly string[]) => {
    const { summary, passages } = talk(
      `- 요약\n${lines.map((line) => `    - ${line}\n`).join('')}- 길고 긴 이야기`,
    )
    return [summary, passages.map(({ text }) => text)]
  }
  expect(of('작게', '자주', '함께')).toEqual([['작게', '자주', '함께'], ['길고 긴 이야기']])
  expect(of('작게', '자주', '함께', '늘')[1]).toEqual(['작게', '자주', '함께', '늘', '길고 긴 이야기'])
})

test('of the lines below a label for slides those without a link stay notes', () => {
  const { slides, passages } = talk(
    '- 발표 자료\n    - 곧 고쳐 올린다고 했다\n    - [pdf](https://a.kr/1.pdf)\n- x',
  )
  expect([slides.map(({ url }) => url), passages.map(({ text }) => text)]).toEqual([
    ['https://a.kr/1.pdf'],
    ['곧 고쳐 올린다고 했다', 'x'],
  ])
})

test('a component that is called like a player is a video', () => {
  expect(talk('<YouTube id="uKATqtjK2eo" title="영상" />\n\n- x').videos).toEqual([
    { title: '배포 이야기', url: 'https://www.youtube.com/watch?v=uKATqtjK2eo' },
  ])
})

test('slides below a heading of their own belong to the talk above it', () => {
  const { sessions } = readPost(
    '# M 2020\n\n## 배포는 작게\n\n- 발표자: 홍길동\n\n## 발표 자료\n\n<https://a.kr/1>\n\n## 로그는 적게\n\n- 발표자: 이몽룡\n',
    'm.md',
  )
  expect(sessions.map(({ title, slides }) => [title, slides.map(({ url }) => url)])).toEqual([
    ['배포는 작게', ['https://a.kr/1']],
    ['로그는 적게', []],
  ])
})
