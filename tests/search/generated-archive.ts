import type { Concept } from '../../src/knowledge/concepts/concepts.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Session } from '../../src/knowledge/session.js'
import { pick, randomFrom, shuffle } from '../bench/random.js'
import { buildLibrary, buildMeetup, buildSession, buildSpeaker } from './build-library.js'

/** A question about one talk, or one that no talk answers. */
export interface ArchiveQuestion {
  readonly text: string
  readonly kind: string
  /** Id of the only right talk; absent where there is none. */
  readonly expected?: string
}

/** The items between commas. */
export const list = (text: string): string[] => text.trim().split(/\s*,\s*/)

/** Topics in both languages; a talk says one of the names. */
const TOPICS = list(`
  모니터링|monitoring, 배포 자동화|deployment automation, 로그 수집|log collection, 장애 대응|incident response,
  부하 테스트|load testing, 캐시 전략|caching strategy, 비용 절감|cost saving, 접근성|accessibility, 상태 관리|state management,
  이미지 최적화|image optimization, 서버 렌더링|server rendering, 트랜잭션|transactions, 메시지 큐|message queue, 검색 품질|search quality,
  추천 시스템|recommender systems, 데이터 웨어하우스|data warehouse, 스트림 처리|stream processing, 모델 서빙|model serving,
  코드 리뷰|code review, 온보딩|onboarding, 접근 제어|access control, 비밀 관리|secret management, 인증서 갱신|certificate renewal,
  도메인 설계|domain design, 이벤트 소싱|event sourcing, 스키마 변경|schema migration, 무중단 배포|zero downtime release,
  네트워크 정책|network policy, 파일 업로드|file upload, 결제 연동|payment integration`)
const TOOLS =
  list(`Prometheus, Grafana, Kubernetes, Terraform, Jenkins, Kafka, Redis, Postgres, Elasticsearch, Airflow, Spark,
  React, Django, Spring, Ansible, Istio, Vault, Nginx, Docker, Consul`)
const PLACES = list('스타트업, 금융, 게임, 쇼핑몰, 병원, 물류, 교육, 공공기관, 방송, 통신사')
const REMARKS =
  list(`처음에는 어려웠다, 두 달이 걸렸다, 팀이 작아서 가능했다, 다시 한다면 더 작게 시작하겠다, 문서가 도움이 됐다,
  it took three attempts, the team was small, we started with one service, most of it is open source, nobody noticed the switch`)
const SURNAMES = list('김, 이, 박, 최, 정, 강, 조, 윤, 장, 임')
const GIVEN = list('진웅, 서연, 도윤, 하은, 민재, 지호, 수아, 은우, 예린, 현석, 태양, 보람')

/** 300 talks of ten years, made of topics, tools, places and remarks. */
export function generatedArchive(): { library: Library; questions: ArchiveQuestion[] } {
  const random = randomFrom(SEED)
  const talks = generatedTalks(random)
  const sessions = talks.map((talk) => sessionOf(talk))
  const questions = talks.flatMap((talk, i) => questionsAbout(talk, sessions[i]?.id ?? '', random))
  return {
    library: { ...buildLibrary(sessions, GLOSSARY), concepts: CONCEPTS },
    questions: [...questions, ...ABSENT],
  }
}

const SEED = 12

/**
 * 2,400 talks, four about each topic and tool, at different places; every third tells in its notes what another one is
 * about. Questions name topic, tool and place, in the ways of `generatedArchive`.
 */
export function largeArchive(): { library: Library; questions: ArchiveQuestion[] } {
  const random = randomFrom(SEED)
  const talks = TOPICS.flatMap((topic, i) =>
    TOOLS.flatMap((tool, j) =>
      [0, 3, 5, 8].map((at): Omit<Talk, 'i'> => {
        const place = PLACES[(i + j + at) % PLACES.length] ?? ''
        return { ...talkAbout(topic, tool, random), place }
      }),
    ),
  )
  const shuffled = shuffle(talks, random).map((talk, i) => ({ ...talk, i }))
  const sessions = shuffled.map((talk) => {
    const session = sessionOf(talk)
    const { place, ko, en, tool } = shuffled[(talk.i + 700) % shuffled.length] ?? talk
    const aside = { path: [], text: `${place} ${ko}, ${en}: ${tool}, ${tool}` }
    return talk.i % 3 === 0 ? { ...session, passages: [...session.passages, aside] } : session
  })
  const questions = shuffled
    .filter(({ i }) => i % 8 === 0)
    .flatMap((talk, at) =>
      questionsAbout({ ...talk, i: at }, sessions[talk.i]?.id ?? '', random).map((question) => ({
        ...question,
        text: `${talk.place} ${question.text}`,
      })),
    )
  return {
    library: { ...buildLibrary(sessions, GLOSSARY), concepts: CONCEPTS },
    questions: [...questions, ...ABSENT],
  }
}

/** What the 300 talks are about; no two are about the same topic and tool. */
export function generatedTalks(random = randomFrom(SEED)): Talk[] {
  const combinations = shuffle(
    TOPICS.flatMap((topic) => TOOLS.map((tool) => ({ topic, tool }))),
    random,
  ).slice(0, 300)
  return combinations.map(({ topic, tool }, i) => {
    return { ...talkAbout(topic, tool, random), i }
  })
}

function talkAbout(topic: string, tool: string, random: () => number): Omit<Talk, 'i'> {
  const [ko = '', en = ''] = topic.split('|')
  const place = pick(PLACES, random)
  const isKorean = random() < 0.6
  const speaker = pick(SURNAMES, random) + pick(GIVEN, random)
  return { ko, en, tool, place, isKorean, speaker, remarks: shuffle(REMARKS, random).slice(0, 4) }
}

/** What a generated talk is about, who gave it, and what was noted of it. */
export interface Talk {
  readonly i: number
  readonly ko: string
  readonly en: string
  readonly tool: string
  readonly place: string
  readonly isKorean: boolean
  readonly speaker: string
  readonly remarks: readonly string[]
}

const meetups = Array.from({ length: 10 }, (_, i) =>
  buildMeetup({ id: `${2025 - i}-meetup`, title: `Meetup ${2025 - i}`, date: String(2025 - i) }),
)

/** The session of a talk, as a post would give it. */
export function sessionOf({ i, ko, en, tool, place, isKorean, speaker, remarks }: Talk): Session {
  const meetup = meetups[Math.floor(i / 30) % meetups.length] ?? buildMeetup()
  // Half of the titles leave the tool to the notes, so that titles alone do not answer.
  const inTitle = i % 2 === 0
  const title = isKorean
    ? `${place} ${ko} 이야기${inTitle ? ` with ${tool}` : ''}`
    : `${en} at work${inTitle ? `: ${tool}` : ''}, ${place}`
  const lines = [isKorean ? `${ko}에 ${tool}를 쓰게 된 이유` : `why we chose ${tool} for ${en}`, ...remarks]
  return buildSession(title, lines, { id: `${meetup.id}/${i}`, meetup, speakers: [buildSpeaker(speaker)] })
}

function questionsAbout({ i, ko, en, tool, place, speaker }: Talk, expected: string, random: () => number) {
  const [first = '', ...rest] = [...tool.toLowerCase()]
  const at = Math.floor(random() * (rest.length - 1))
  const swapped = [...rest.slice(0, at), rest[at + 1], rest[at], ...rest.slice(at + 2)].join('')
  const kinds: [string, string][] = [
    ['ko', `${ko}에 ${tool} 쓴 발표 있나요?`],
    ['en', `who talked about ${en} with ${tool}?`],
    ['misspelt', `${en} ${first}${swapped}`],
    ['spacing', `${ko.replace(' ', '')} ${tool}`],
    ['place', `${place}에서 ${ko} 어떻게 했대요?`],
    ['person', `${speaker}님이 발표한 ${tool}`],
    ['concept', `${BROADER.get(tool)?.[0] ?? tool} ${ko}`],
  ]
  return kinds
    .filter((_, kind) => kind === i % kinds.length)
    .map(([kind, text]) => ({ kind, text, expected }))
}

const BROADER = new Map<string, readonly string[]>([
  ['Prometheus', ['메트릭 수집', 'metrics collection']],
  ['Kubernetes', ['컨테이너 오케스트레이션', 'container orchestration']],
  ['Terraform', ['코드형 인프라', 'infrastructure as code']],
  ['Kafka', ['이벤트 스트리밍', 'event streaming']],
  ['Airflow', ['워크플로 관리', 'workflow scheduling']],
  ['React', ['UI 라이브러리', 'UI library']],
  ['Vault', ['시크릿 저장소', 'secret store']],
  ['Istio', ['서비스 메시', 'service mesh']],
])

/** The topics in both languages. */
export const GLOSSARY = TOPICS.map((topic) => topic.split('|'))

const CONCEPTS: Concept[] = [
  ...[...BROADER].flatMap(([tool, names]): Concept[] => {
    const [id = ''] = names
    return [
      { id, names, kind: 'topic', about: [], isA: [], usedFor: [], leadsTo: [] },
      { id: tool, names: [tool], kind: 'tool', about: [], isA: [], usedFor: [id], leadsTo: [] },
    ]
  }),
  {
    id: '블록체인',
    names: ['블록체인', 'blockchain'],
    kind: 'topic',
    about: [],
    isA: [],
    usedFor: [],
    leadsTo: [],
  },
]

const ABSENT: ArchiveQuestion[] =
  list(`블록체인 발표 있나요?, 블록체인 모니터링, blockchain with Kafka, 양자 컴퓨터 입문, 드론 촬영 노하우,
  how do I tune a piano?, 김치 담그는 법, who talked about beekeeping?, 로봇 팔 제어, 위성 통신 사례, 점심 메뉴 추천, 주차장이 어디예요?`).map(
    (text) => ({ text, kind: 'absent' }),
  )
