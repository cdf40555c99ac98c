import { describe, expect, test } from 'vitest'
import { parsePost } from '../../../src/knowledge/post.js'
import { talksIn } from './talks-in.js'

describe('a post that is the notes of one talk', () => {
  test('names its speaker above its headings, which are parts of it', () => {
    const text =
      '# [모두콘 2021] 로그를 줄인 이야기\n\n발표자 : 홍길동 - 한빛\n\n## 로그란\n\n- 적을수록 좋다\n\n## 우리의 로그\n\n- 하루에 1TB\n\n## 느낀점\n\n좋았다.\n'
    expect(talksIn(text)).toEqual(['로그를 줄인 이야기 | 홍길동 | '])
    const [post] = parsePost(text, 'post.md').meetups
    expect(post?.sessions.map(({ kind, passages }) => [kind, passages.map(({ path }) => path[0])])).toEqual([
      ['note', [undefined]],
      ['talk', [undefined, '로그란', '우리의 로그']],
      ['afterword', [undefined]],
    ])
  })

  test('says in a sentence or an item whose talk it is', () => {
    expect(
      talksIn(
        '# 배포는 작게 하는가?\n\n- 모두콘 2021 홍길동 님 강의 요약\n\n## 큰 배포\n\n- a\n\n## 작은 배포\n\n- b\n',
      ),
    ).toEqual(['배포는 작게 하는가? | 홍길동 | '])
  })

  test('begins with its slides', () => {
    expect(
      talksIn(
        '# Ship less, more often\n\n[Slides](https://speakerdeck.com/jane/ship)\n\n## Batch size\n\n- a\n\n## Trunk\n\n- b\n',
      ),
    ).toEqual(['Ship less, more often |  | https://speakerdeck.com/jane/ship'])
  })

  test('is not assumed where a heading has a speaker of its own', () => {
    expect(
      talksIn(
        '# 모임\n\n발표자: 홍길동\n\n## 배포는 작게\n\n발표자: 이몽룡\n\n## 로그는 적게\n\n발표자: 성춘향\n',
      ),
    ).toEqual(['배포는 작게 | 이몽룡 | ', '로그는 적게 | 성춘향 | '])
  })
})

describe('a post that tells of no event', () => {
  const body = '## 어디서 왔나\n\n- 서울\n\n## 무엇을 하나\n\n- 서버\n\n## 어디로 가나\n\n- 모른다\n'

  test('has no talks, though it has headings', () => {
    expect(talksIn(`# 나를 소개하는 글\n\n${body}`)).toEqual([])
  })

  test('has talks where its title or a tag names one', () => {
    const talks = ['어디서 왔나 |  | ', '무엇을 하나 |  | ', '어디로 가나 |  | ']
    expect(talksIn(`# 모두콘 2021\n\n${body}`)).toEqual(talks)
    expect(talksIn(`---\ntitle: 들은 것\ntags: [컨퍼런스]\n---\n\n${body}`)).toEqual(talks)
  })
})

test('words that only begin like a name are nobody', () => {
  expect(
    talksIn(
      '# 모임 2021\n\n## 배포는 작게 (유니티)\n\n- a\n\n## 로그는 적게 (홍길동)\n\n- b\n\n## 알림은 더 적게 (도시락)\n\n- c\n',
    ),
  ).toEqual(['배포는 작게 (유니티) |  | ', '로그는 적게 | 홍길동 | ', '알림은 더 적게 (도시락) |  | '])
})
