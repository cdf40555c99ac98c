/** What a section of a post is for, as far as its name tells. */
export type SectionKind =
  | 'afterword'
  | 'slides'
  | 'introduction'
  | 'contents'
  | 'sessions'
  | 'links'
  | 'question time'
  | 'other'

const NAMES: Readonly<Record<Exclude<SectionKind, 'question time' | 'other'>, ReadonlySet<string>>> = {
  contents: words('목차 차례 contents toc index'),
  slides: words(
    '자료 발표자료 세션자료 슬라이드 영상 동영상 slide slides deck decks material materials ppt video videos',
  ),
  introduction: words(`
    소개 들어가며 들어가기 들어가는 시작하며 시작하기 개요 서론 프롤로그 intro introduction about overview preface
    일정 일정표 타임테이블 시간표 아젠다 agenda schedule timetable program 장소 오시는 길 venue location
    발표자 연사 speakers 안내 날짜 일시 뒤풀이 뒷풀이 점심 점심시간 휴식 휴식시간 쉬는 등록 접수 lunch break registration
    license contributing contributors sponsors 라이선스 후원 스폰서
  `),
  sessions: words('세션 세션들 발표 발표들 강연 토크 sessions session talks talk presentations'),
  links: words('링크 링크들 links link resources resource'),
  afterword: words(`
    후기 소감 느낀 느낀점 느낌 마치며 마치면서 마무리 마무리하며 나가며 끝으로 끝내며 맺음말 맺는말 맺으며 맺는 총평 회고
    결론 에필로그 review closing afterword conclusion conclusions wrap-up wrapup wrap takeaway takeaways retrospective
    thoughts impressions epilogue outro reference references 참고 참고자료 문헌 출처 꿀팁 팁 tip tips 잡담 기타 etc
    정리 총정리 요약 summary 배운 배운점 좋았던 아쉬웠던 아쉬운 한줄평 네트워킹 networking 경품
  `),
}

/** Words that say nothing beside one of the names. */
const FILLERS = words(`
  행사 전체 전체적인 참석 참가 참여 개인 개인적인 나의 내 간단 간단한 짧은 한줄 오늘의 오늘 밋업 세션 세션별 발표 강연 및 와 과
  그리고 링크 모음 목록 리스트 공유 관련 정리 요약 내용 글 말 점 것 자료 후 들었던 들은 들어본 본 참석한 참여한 인상 깊었던 깊은 인상깊었던
  주요 다음 시간 그 외 그외 라이트닝 lightning table attended i my our final overall some the a an and of for all event
  meetup session sessions talk talks personal list link links notes remarks words up presentation presentations conference
`)

const GROUP =
  /^(?:(?:track|트랙|day|room|hall)\s?[\p{L}\d]{1,2}|\d+일\s?차|(?:제\s?)?\d+부|첫째\s?날|둘째\s?날|오전|오후|morning|afternoon)(?=$|[\s:：.,(-])/iu
const QUESTION_TIME =
  /^(?:q\s?(?:&|and|n)?\s?a|질의\s?응답|질문(?:(?:과|\s및)?\s?답변)?|questions?(?: and answers)?)$/i

/** What the section named `title` is for; `other` is a talk, or a part of one. */
export function sectionKind(title: string): SectionKind {
  if (GROUP.test(title)) return 'sessions'
  if (QUESTION_TIME.test(title.replace(/[^\p{L}&\s]/gu, '').trim())) return 'question time'
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\d-]+/gu, ' ')
    .trim()
    .split(/\s+/)
  const kinds = ['contents', 'slides', 'introduction', 'sessions', 'links', 'afterword'] as const
  return kinds.find((kind) => isNamed(name, NAMES[kind])) ?? 'other'
}

/** Whether a heading names a part of a talk, `배경` or `결론`, and so no talk. */
export function isPartName(title: string): boolean {
  return (
    /^(?:배경|문제|해결|본론|원인|방법|결과|질문)$/.test(title) ||
    !['other', 'sessions'].includes(sectionKind(title))
  )
}

/** Whether a bullet or heading says that its children are tips: `꿀팁`, `Tips`, `운영 팁`. */
export function isTipName(text: string): boolean {
  return /^(?:[가-힣]{1,4}\s)?(?:꿀\s?)?팁(?:들|\s?모음)?$|^(?:pro |quick |some )?tips?(?: (?:&|and) tricks)?$/i.test(
    text.replace(/[^\p{L}&\s]/gu, '').trim(),
  )
}

function isNamed(name: readonly string[], names: ReadonlySet<string>): boolean {
  const bare = name.map((word) => word.replace(/(?<=[가-힣]{2})[과와]$/, ''))
  return bare.some((word) => names.has(word)) && bare.every((word) => names.has(word) || FILLERS.has(word))
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
