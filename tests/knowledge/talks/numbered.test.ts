import { expect, test } from 'vitest'
import { talksIn } from './talks-in.js'

const notes = '- 작을수록 쉽다\n- 자주 할수록 쉽다'

test.each([
  ['that are indented', notes.replace(/^/gm, '   ')],
  ['that are not indented', notes],
  ['in a paragraph', '작을수록 쉽다.'],
])('numbered titles over notes %s are talks of an event', (_, below) => {
  const text = `# 밋업 4회 후기\n\n## 내용\n\n1. 배포를 작게 나누기\n\n${below}\n\n2. 로그를 적게 남기기\n\n${below}\n\n3. 알림을 셋만 두기\n\n${below}\n`
  expect(talksIn(text)).toEqual([
    '배포를 작게 나누기 |  | ',
    '로그를 적게 남기기 |  | ',
    '알림을 셋만 두기 |  | ',
  ])
})

test('numbered notes below a talk are its notes', () => {
  const text = `# 밋업 4회 후기\n\n## 배포를 작게 - 홍길동\n\n1. 왜 나누는가\n${notes}\n\n2. 어떻게 나누는가\n${notes}\n`
  expect(talksIn(text)).toEqual(['배포를 작게 | 홍길동 | '])
})
