import { describe, expect, it } from 'vitest'
import { mend, withoutBullet } from '../../../src/knowledge/decks/mend.js'
import { createWordJoiner } from '../../../src/knowledge/decks/word-joiner.js'

describe('mend', () => {
  it.each([
    ['P r o m e t h e u s', 'Prometheus'],
    ['모 니 터 링 시스템', '모니터링 시스템'],
    ['D E V O P S night', 'DEVOPS night'],
    ['A B C D E', 'A B C D E'],
    ['x y z w', 'x y z w'],
    ['그 한 번', '그 한 번'],
    ['e\uFB03cient con\uFB01g', 'efficient config'],
    ['모니터링'.normalize('NFD'), '모니터링'],
    ['클라우드\u0000이전\u0000원칙', '클라우드 이전 원칙'],
    ['soft\u00ADware \u200Bhere', 'software here'],
    ['\uE0A7 point', 'point'],
  ])('reads %j as %j', (written, read) => {
    expect(mend(written)).toBe(read)
  })
})

describe('withoutBullet', () => {
  it.each([
    ['• Staging', 'Staging'],
    ['- Staging', 'Staging'],
    ['| 리스크 최소화', '리스크 최소화'],
    ['− Clear', 'Clear'],
    ['-5 °C', '-5 °C'],
    ['o Nested', 'Nested'],
    ['1. First', '1. First'],
  ])('takes the bullet off %j', (written, read) => {
    expect(withoutBullet(written)).toBe(read)
  })
})

describe('the joiner of lines', () => {
  const joiner = createWordJoiner([
    { text: '애플리케이션을 배포한다' },
    { text: 'a multi-tenant observability stack' },
  ])

  it.each([
    ['애플리케', '이션의 상태', '애플리케이션의 상태'],
    ['경량화 되', '고, 팀에 맞게', '경량화 되고, 팀에 맞게'],
    ['서비스 지향', '아키텍처', '서비스 지향 아키텍처'],
    ['쓸 수', '있게 한다', '쓸 수 있게 한다'],
    ['observ-', 'ability', 'observability'],
    ['a multi-', 'tenant stack', 'a multi-tenant stack'],
    ['Moving to', 'the cloud', 'Moving to the cloud'],
  ])('joins %j and %j', (before, after, joined) => {
    expect(joiner.join(before, after)).toBe(joined)
  })
})
