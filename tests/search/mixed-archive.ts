import type { Concept } from '../../src/knowledge/concepts/concepts.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Passage, Session } from '../../src/knowledge/session.js'
import { mistyped } from '../bench/mistyped.js'
import { randomFrom } from '../bench/random.js'
import { buildConcept, buildLibrary } from './build-library.js'
import {
  type ArchiveQuestion,
  GLOSSARY,
  generatedTalks,
  list,
  sessionOf,
  type Talk,
} from './generated-archive.js'

/** How a tool is written in Hangul, how captions hear it, and what it does in words that no talk says. */
const TOOLS = new Map(
  list(`
  Prometheus|프로메테우스|prom ethius|수치를 주기마다 긁어 모으는 서버, Grafana|그라파나|grow fauna|여러 수치를 한눈에 그려 주는 판,
  Kubernetes|쿠버네티스|cooper netties|많은 상자를 여러 기계에 나눠 띄우기, Terraform|테라폼|terra form|기계 목록을 파일로 적어 만들기,
  Jenkins|젠킨스|jen kins|커밋마다 묶고 시험하는 집사, Kafka|카프카|calf ca|쓴 순서대로 오래 쌓아 두는 기록부,
  Redis|레디스|read is|금방 꺼내 쓰려고 메모리에 두는 사전, Postgres|포스트그레스|post grass|표를 믿고 맡기는 코끼리,
  Elasticsearch|엘라스틱서치|elastic surge|글에서 낱말을 찾아 주는 창고, Airflow|에어플로우|air flow|밤마다 도는 작업의 앞뒤를 엮는 달력,
  Spark|스파크|sparc|큰 표를 여러 기계가 나눠 세기, React|리액트|re act|화면을 조각으로 나눠 짜기, Django|장고|jango|파이썬으로 짜는 누리집 틀,
  Spring|스프링|sp ring|자바로 짜는 서버 뼈대, Ansible|앤서블|ansi bull|기계 백 대에 같은 명령 보내기, Istio|이스티오|east io|서버 사이 통신을 지켜 주는 그물,
  Vault|볼트|volt|열쇠를 숨겨 두는 금고, Nginx|엔진엑스|engine x|문 앞에서 요청을 나눠 주는 문지기, Docker|도커|dock her|어디서나 똑같이 도는 상자,
  Consul|콘술|con sole|서버 주소를 알려 주는 전화부`).map((row) => {
    const [name = '', hangul = '', heard = '', about = ''] = row.split('|')
    return [name, { hangul, heard, about }]
  }),
)

/** How surnames and given names of the speakers are romanised. */
const SURNAMES = new Map(
  list('김|Kim, 이|Lee, 박|Park, 최|Choi, 정|Jung, 강|Kang, 조|Cho, 윤|Yoon, 장|Jang, 임|Lim').map(pair),
)
const GIVEN = new Map(
  list(`진웅|Jinwoong, 서연|Seoyeon, 도윤|Doyun, 하은|Haeun, 민재|Minjae, 지호|Jiho, 수아|Sooah, 은우|Eunwoo, 예린|Yerin,
  현석|Hyunsuk, 태양|Taeyang, 보람|Boram`).map(pair),
)

/** What goes wrong, and the topic that it calls for; a topic, and one above it. */
const PROBLEMS = list(`
  서버가 죽다|장애 대응, 화면이 느리다|캐시 전략, 요금이 많다|비용 절감, 쿼리가 막히다|트랜잭션, 비밀번호가 새다|비밀 관리, 사진이 무겁다|이미지 최적화`)
const ABOVE = list(`
  신뢰성|장애 대응, 데이터 분석|데이터 웨어하우스, 보안|접근 제어, 보안|비밀 관리, 협업|코드 리뷰, 프론트엔드|상태 관리, 성능|부하 테스트, 성능|캐시 전략`)

function pair(text: string): [string, string] {
  const [first = '', second = ''] = text.split('|')
  return [first, second]
}

/**
 * The 300 talks in an archive as people keep it: some have a deck or a recording and no notes, some of which tell
 * of what other talks are about, some parts are notes or afterwords; and questions that need more than the words of a talk.
 * `concepts` come before its own.
 */
export function mixedArchive(concepts: readonly Concept[] = []): {
  library: Library
  questions: ArchiveQuestion[]
} {
  const talks = generatedTalks()
  const random = randomFrom(7)
  const sessions = talks.map((talk, i) =>
    mixed(sessionOf(talk), talk, talks[(i + 17) % talks.length] ?? talk),
  )
  const questions = talks.flatMap((talk, i) => questionsAbout(talk, sessions[i]?.id ?? '', random))
  const known = new Set(concepts.flatMap(({ names }) => names))
  const own = conceptsOf().filter(({ names }) => !names.some((name) => known.has(name)))
  return {
    library: { ...buildLibrary(sessions, GLOSSARY), concepts: [...concepts, ...own] },
    questions: [...questions, ...ABSENT],
  }
}

function mixed(session: Session, talk: Talk, other: Talk): Session {
  const { passages } = session
  const aside = `${other.ko}, ${other.tool}: 다음에 다루겠습니다`
  switch (talk.i % 10) {
    case 1:
      return { ...session, passages: deckOf(passages, aside) }
    case 3:
      return { ...session, passages: recordingOf(talk, aside) }
    case 5:
      return { ...session, passages: [...passages, ...deckOf([], aside)] }
    case 7:
      return { ...session, kind: talk.i % 20 === 7 ? 'note' : 'afterword' }
    case 9:
      return { ...session, passages: [] }
    default:
      return session
  }
}

const deckOf = (lines: readonly Passage[], aside: string): Passage[] =>
  [...lines.map(({ text }) => text), aside].map((text, i) => ({
    path: i === 0 ? [] : ['정리'],
    text,
    source: { kind: 'page', page: i + 1 },
  }))

const recordingOf = ({ en, ko, tool, remarks }: Talk, aside: string): Passage[] =>
  [`so for ${en} we went with ${TOOLS.get(tool)?.heard}`, `${ko} 이야기를 하겠습니다`, ...remarks, aside].map(
    (text, i) => ({
      path: [],
      text,
      source: { kind: 'moment', seconds: 30 * i },
    }),
  )

function questionsAbout({ i, ko, en, tool, place, speaker }: Talk, expected: string, random: () => number) {
  const { hangul = '', about = '' } = TOOLS.get(tool) ?? {}
  const [first = '', ...others] = ko.split(' ')
  const name = `${GIVEN.get(speaker.slice(1))} ${SURNAMES.get(speaker.charAt(0))}`
  const problem = PROBLEMS.map(pair).find(([, topic]) => topic === ko)?.[0]
  const above = ABOVE.map(pair).find(([, topic]) => topic === ko)?.[0]
  const kinds: [string, string | undefined][] = [
    ['heard', `${hangul} ${ko}`],
    ['romanised', `${name} ${tool}`],
    ['missed key', mistyped(`${ko} ${tool}`, random)],
    ['half typed', `${en} ${tool.toLowerCase().slice(0, -2)}`],
    ['inflected', `${en.replace(/(?:ations?|ion|ement|ing|s)$/, 'ed')} with ${tool}`],
    ['apart', `${hangul.slice(0, 2)} ${hangul.slice(2)} ${first}`],
    ['one word', `${others.join(' ') || first} ${tool}`],
    ['related', `${tool} 도입 사례 중에 ${ko} 쉽게 한 방법`],
    ['everyday', `which small team made ${en} work at home with ${tool}`],
    ['described', `${about}, ${ko}에 쓰는 거`],
    ['described alone', about],
    [
      'long',
      `저희 팀은 ${place}에서 일하는데 요즘 ${ko} 때문에 고민이 많아서 ${tool} 같은 걸 써 볼까 하고 다른 분들 이야기를 찾아보고 있어요`,
    ],
  ]
  const asked = kinds.filter((_, kind) => kind === Math.floor(i / 10) % kinds.length)
  if (problem) asked.push(['problem', `${place}에서 ${problem.replace(/다$/, '는데')} 어떡하죠`])
  if (above) asked.push(['above', `${place} ${above} ${tool}`])
  return asked.flatMap(([kind, text]) => (text ? [{ kind, text, expected }] : []))
}

function conceptsOf(): Concept[] {
  const above = ABOVE.map(pair)
  const isAbove = (topic: string) => above.flatMap(([name, below]) => (below === topic ? [name] : []))
  return [
    ...GLOSSARY.map((names) => buildConcept('topic', names, { isA: isAbove(names[0] ?? '') })),
    ...[...new Set(above.map(([name]) => name))].map((name) => buildConcept('topic', [name])),
    ...[...TOOLS].map(([name, { about }]) => buildConcept('tool', [name], { about: [about] })),
    ...PROBLEMS.map(pair).map(([name, topic]) => buildConcept('problem', [name], { leadsTo: [topic] })),
    buildConcept('topic', ['블록체인', 'blockchain']),
    buildConcept('topic', ['양자 컴퓨팅', 'quantum computing']),
  ]
}

/** Near what the talks are about, and in none of them. */
const ABSENT: ArchiveQuestion[] = list(`
  블록체인 네트워크 정책, blockchain transactions, 양자 컴퓨팅 비용, quantum data, 유모차 접근성, 강아지 검색 품질, bicycle load testing,
  악기 조율 자동화, 김장 비용 절감, 캠핑 장비 관리 방법, how do I renew my passport?, 전세 계약 갱신, 고양이 사진 최적화, 텃밭 부하,
  who serves the best noodles?, 축구 경기 대응, a school for onboarding pilots, 도서관 검색, 놀이공원 접근, 이벤트 당첨 확인`).map(
  (text) => ({
    text,
    kind: 'absent',
  }),
)
