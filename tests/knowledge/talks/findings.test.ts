import { expect, test } from 'vitest'
import { parsePost } from '../../../src/knowledge/post.js'
import { talksIn } from './talks-in.js'

test('a heading like a title among talks is named, when it names nobody', () => {
  const talk = (title: string, person: string) => `## ${title}\n\n발표자: ${person}\n\n- a\n\n`
  const text = `# 밋업 2020\n\n## 배포를 작게 나누기\n\n- a\n- b\n\n${talk('로그를 적게', '홍길동')}${talk('알림은 셋만', '이몽룡')}${talk('큐를 짧게', '성춘향')}`
  expect(talksIn(text)).toEqual([
    '로그를 적게 | 홍길동 | ',
    '알림은 셋만 | 이몽룡 | ',
    '큐를 짧게 | 성춘향 | ',
  ])
  expect(parsePost(text, 'post.md').findings).toEqual([
    {
      file: 'post.md',
      line: 3,
      level: 'warning',
      message:
        '"배포를 작게 나누기" was not taken for a talk: it names nobody, as its neighbours do. If it is one, write "발표자: 이름" below it',
    },
  ])
})

test('a page about one talk takes its speaker from a section about them', () => {
  const text =
    '# 커널을 들여다보고 고치기\n\n## 발표내용\n\n어떻게 고쳤는지 이야기합니다.\n\n## 발표자 소개\n\n### 홍길동\n\n연구원입니다.\n\n### 이력\n\n- 이것저것\n'
  expect(talksIn(text)).toEqual(['커널을 들여다보고 고치기 | 홍길동 | '])
})

test('a talk that is called like a person is named', () => {
  const text =
    '# 밋업 2020\n\n## 세션\n\n### 배포를 작게 나누기\n\n발표자: 이몽룡\n\n- a\n\n### 홍길동 박사\n\n[자료](https://speakerdeck.com/a/1)\n\n### Ravi Kumar\n\n[자료](https://speakerdeck.com/a/2)\n'
  const messages = parsePost(text, 'post.md').findings.map(({ line, message }) => `${line}: ${message}`)
  expect(messages).toContainEqual(
    '15: "Ravi Kumar" is called like a person. Write the talk\'s title there, and "발표자: Ravi Kumar" below it',
  )
})
