import { expect, test } from 'vitest'
import { shippedNotes } from '../shipped-notes.js'

const { library } = await shippedNotes()

test('the shipped notes hold every session of the meetup, with nothing to warn about', () => {
  expect(library.findings).toEqual([])
  expect(
    library.sessions.map(({ kind, title, speakers }) => [kind, title, speakers.map(({ name }) => name)]),
  ).toEqual([
    ['talk', '키노트', []],
    ['talk', '메가존&글로벌 클라우드 교육 프로그램 소개', []],
    ['talk', 'DevOps의 인문학적 접근', []],
    ['talk', '자동화, 어디부터 어디까지 가능한가?', []],
    ['talk', '최소한의 비용과 시간을 갈아넣어 만든 Kubernetes + CI/CD...', ['독고혁']],
    ['talk', '운영팀 없는 스타트업에서 개발자가 알아야 하는 서비스 운영 지식', ['이동인']],
    ['talk', 'Opencensus with Prometheus and Kubernetes', ['김진웅']],
    ['talk', '그들이 AWS 위에서 Data Pipeline 을 관리하는 방법', ['박훈']],
    ['afterword', '후기', []],
  ])
})

test('the shipped notes keep every slide link, without tracking', () => {
  expect(library.sessions.flatMap((session) => session.slides.map((link) => link.url))).toEqual([
    'https://www.slideshare.net/secret/rAVb26qXn71icl',
    'https://www.slideshare.net/WhaTapIO/ss-149039496',
    'https://www.slideshare.net/JinwoongKim8/opencensus-with-prometheus-and-kubernetes',
    'https://docs.google.com/presentation/d/11C_BKio0DZIop_ZjJk7ogxQtWV5qHIr-hHjw277z64k/edit#slide=id.g5adadfee39_0_43',
  ])
})

test('the shipped notes say that they are one attendee’s subjective summary', () => {
  expect(library.meetups.map(({ title, date, disclaimer }) => ({ title, date, disclaimer }))).toEqual([
    {
      title: "KOREA DevOps meetup '19",
      date: '2019',
      disclaimer:
        '참석자 한 사람이 자기 생각을 섞어 요약한 노트입니다. 발표 원문과 다를 수 있으니 감안하고 읽어 주세요.',
    },
  ])
})

test('a fortnight of tips is shipped, each from a session', () => {
  expect(library.tips.length).toBeGreaterThanOrEqual(14)
  expect(library.tips.filter((tip) => tip.session === undefined)).toEqual([])
})

test('the shipped glossary holds 150 groups or more, and the spellings of the first post', () => {
  expect(library.glossary.length).toBeGreaterThanOrEqual(150)
  const groupOf = (term: string) => library.glossary.find((group) => group.includes(term))
  expect(groupOf('portur')).toContain('Portus')
  expect(groupOf('kubctl')).toContain('kubectl')
  expect(groupOf('IaaC')).toContain('IaC')
  expect(groupOf('lets encrypt')).toContain("Let's Encrypt")
})

test('no term of the glossary stands alone or twice', () => {
  const terms = library.glossary.flat().map((term) => term.toLowerCase())
  expect(library.glossary.filter((group) => group.length < 2)).toEqual([])
  expect(terms.length).toBe(new Set(terms).size)
})
