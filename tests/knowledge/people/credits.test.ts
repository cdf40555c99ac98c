import { expect, test } from 'vitest'
import { creditIn } from '../../../src/knowledge/people/credits.js'

const namesIn = (text: string) => creditIn(text)?.speakers.map(({ name }) => name)

test.each([
  ['홍길동 - 카카오', ['홍길동']],
  ['카카오 - 홍길동', ['홍길동']],
  ['카카오, 홍길동', ['홍길동']],
  ['카카오 백엔드 개발자 홍길동', ['홍길동']],
  ['홍길동, 플랫폼팀 리드, 카카오', ['홍길동']],
  ['— 홍길동, 카카오', ['홍길동']],
  ['[카카오] 홍길동', ['홍길동']],
  ['Jane Doe - Acme', ['Jane Doe']],
  ['Jane Doe, Staff Engineer, Acme', ['Jane Doe']],
  ['Jane Doe (CTO @ Acme)', ['Jane Doe']],
  ['By. Jane Doe', ['Jane Doe']],
  ['(Jane Doe)', ['Jane Doe']],
  ['카카오 홍길용 이사', ['홍길용']],
])('%s says who gave a talk', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test.each([
  'Small deploys - Jane Doe',
  'Queues that grow - Jane Doe',
  '캐시를 지우는 법 - 홍길동',
  '이전 계획이 반이다',
  '14:00 배포 이야기 (홍길동 - 카카오)',
  '카카오는 어떻게 배포하는가',
  'Individual Competence',
  'A Large Example',
])('%s is more than a speaker', (text) => {
  expect(namesIn(text)).toBeUndefined()
})
