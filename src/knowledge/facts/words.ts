/** What a labelled line (`발표자: 김진웅`) says of a talk or a meetup. */
export type Label =
  | 'speaker'
  | 'slides'
  | 'video'
  | 'tags'
  | 'summary'
  | 'tip'
  | 'date'
  | 'time'
  | 'place'
  | 'source'
  | 'title'
  | 'work'

/**
 * The words that are labels, lower-case and without spaces: of lines, of headings, of a table's columns, and of a
 * shortcode's attributes. Read by `labels.ts` alone.
 */
export const LABEL_WORDS: Readonly<Record<Label, string>> = {
  speaker: `
    발표자 발표자명 발표자들 발표자이름 발표자소개 연사 연사님 연사명 강연자 강연자명 강사 강사명 스피커 연설자 발제자 진행자 진행 튜터 패널 패널리스트
    speaker speakers speakername presenter presenters presentedby lecturer lecturers instructor host hosts panelist
    panelists panellists talkby by who keynotespeaker invitedspeaker guest`,
  slides: `
    자료 발표자료 세션자료 강연자료 슬라이드 발표슬라이드 세션슬라이드 장표 발표장표 발표자료링크 자료링크 슬라이드링크 발표링크 발표문서 발표파일 슬라이드쉐어 슬라이드셰어
    presentationfile slidefile slide slides slidedeck slidelink slideslink deck decks presentation presentationslides material materials ppt pptx
    pdf keynotefile slideshare speakerdeck googleslide googleslides talkslides`,
  video: `
    영상 동영상 발표영상 세션영상 강연영상 녹화 녹화본 녹화영상 비디오 유튜브 유튜브영상 유튜브링크 영상링크 다시보기 발표영상링크
    video videos recording recordings youtube youtubelink videolink talkvideo watch replay vod stream`,
  tags: '태그 키워드 분류 카테고리 기술스택 tag tags keyword keywords topics category categories track',
  summary: '요약 한줄요약 세줄요약 핵심요약 초록 summary tldr abstract inshort',
  tip: '팁 꿀팁 tip tips protip protips',
  date: '일시 날짜 일자 일정 행사일 행사일시 개최일 개최일시 모임일시 date when dates datetime eventdate',
  time: '시간 시각 발표시간 time slot start starttime',
  place: '장소 위치 행사장 행사장소 모임장소 개최장소 place venue location where',
  source: '출처 원문 원글 source original originalpost',
  title: `
    제목 세션 세션명 세션제목 세션내용 세션주제 발표 발표명 발표제목 발표주제 발표내용 강연 강연명 강연제목 주제 토픽 토크 프로그램 타이틀
    title titles session sessionname sessiontitle talk talks talktitle topic subject presentationtitle program`,
  work: '소속 회사 직함 직책 소속회사 affiliation company organization organisation role position',
}

/** What a section of a post is for, by its name. */
export type SectionName =
  | 'contents'
  | 'slides'
  | 'note'
  | 'sessions'
  | 'links'
  | 'afterword'
  | 'bios'
  | 'part'

/** The words that name sections; a name needs one of them, and nothing else but fillers. Read by `section-names.ts` alone. */
export const SECTION_WORDS: Readonly<Record<SectionName, string>> = {
  contents: '목차 차례 contents toc index table',
  slides: `
    자료 발표자료 세션자료 슬라이드 영상 동영상 slide slides deck decks material materials ppt video videos recordings`,
  bios: '발표자 연사 연사진 강연자 스피커 speakers speaker presenters lineup 라인업',
  note: `
    소개 들어가며 들어가기 들어가는 시작하며 시작하기 개요 서론 서문 프롤로그 intro introduction about overview preface prologue
    일정 일정표 타임테이블 시간표 아젠다 agenda schedule timetable program programme 장소 오시는 길 찾아가는 찾아가는길 가는길 가는 오는길 venue location directions
    안내     공지 공지사항 운영진 운영자 스태프 staff organizers organisers organizer team champions 후원문의 submit 제안 cfp 날짜 일시 뒤풀이 뒷풀이 점심 점심시간 점심식사 저녁 식사 휴식 휴식시간 쉬는 커피 등록 접수 체크인 입장 신청 참가신청 사전등록
    예매 티켓 티켓팅 추첨 당첨 lunch break breakfast dinner coffee registration register check-in checkin tickets ticket apply
    disclaimer wishlist license contributing contributors sponsors sponsor 라이선스 후원 후원사 스폰서 협찬 부스 기업부스 이벤트 이벤트존 event events booth booths expo
    굿즈 굿즈론 goods swag swags 기념품 선물 경품 사은품 럭키드로우 giveaway gifts party 파티 애프터파티 방문 도착 출발 이동 교통 숙소 hotel travel getting there
    참가 참여 참석 참여자 참석자 참가자 멤버 구성원 스터디원 팀원 주최 주관 members participants attendees history 히스토리 참가비 준비 준비물 계기 동기 지원 모집 채용 문의 연락처 contact faq rules 규칙 행동강령 code conduct 열린점심 라운지 lounge 포토존 사진 photos gallery
    일시및 정보 문의처 현장 원격 주소 참여방법 참석방법 번외 여담 end the-end 중식 석식 조식 행사정보 description submitting requesting networking food drinks drink pizza beer social doors open arrival bilan`,
  sessions: `
    세션 세션들 발표 발표들 발표세션 발표세션들 강연 강연들 토크 톡 트랙 라이트닝 라이트닝톡 라이트닝토크 키노트들 프로그램 발표목록
    sessions session talks talk presentations tracks track lightning ignite lightening meetups meetup 밋업 모임 주제 keynotes workshops 핸즈온 워크샵 워크숍 튜토리얼 tutorials hands-on handson archive archives 아카이브 다시보기 replays replay`,
  links: '링크 링크들 links link resources resource',
  afterword: `
    후기 소감 느낀 느낀점 느낌 마치며 마치면서 마치고 마무리 마무리하며 나가며 끝으로 끝내며 맺음말 맺는말 맺으며 맺는 총평 총론 회고
    결론 에필로그 review closing afterword conclusion conclusions wrap-up wrapup wrap takeaway takeaways retrospective
    thoughts impressions reflection reflections epilogue outro reference references 참고 참고자료 참조 문헌 출처 꿀팁 팁 tip tips 잡담 기타 etc
    정리 총정리 요약 summary 배운 배운점 좋았던 아쉬웠던 아쉬운 한줄평 네트워킹 networking that's`,
  part: `
    배경 문제 문제점 해결 해결책 해결방법 본론 원인 방법 결과 질문 질문답변 답변 예제 예시 데모 장점 단점 장단점 특징 개념 정의 목적 목표 효과 한계 대안 구조 구현 적용
    준비사항 abstract abstracts bio biography reading background problem solution results demo example examples question questions answers pros cons features architecture implementation motivation`,
}

/** Words that say nothing beside the name of a section. */
export const FILLER_WORDS = `
  행사 세미나 스터디 과거 전체 전체적인 참석 참가 참여 참석한 참가한 참여한 개인 개인적인 나의 내 내가 제가 간단 간단한 짧은 한줄 오늘의 오늘 밋업 모임 컨퍼런스 세션 세션별 발표 강연 및 와 과
  그리고 링크 모음 목록 리스트 공유 관련 정리 요약 내용 글 말 점 것 자료 후 들었던 들은 들어본 본 인상 깊었던 깊은 인상깊었던 후기 지난 역대 이전 발표별 기술 상세
  주요 다음 시간 그 외 그외 그룹 라이트닝 lightning table attended i my our final overall some the a an and of for all event time
  소개 meetup session sessions talk talks personal list link links notes remarks words up presentation presentations conference past previous other few each
  minutes min hours hour 분 each it s upcoming coming scheduled planned future recent latest full complete recommended favourite favorite best selected watched
  계속 추가 추후 업데이트 예정 예정된 진행 진행한 진행된 추천 추천하는 최근 볼만한 좋았던 좋은 인기 목록들
`

/** Endings of headings that tell how the author got there and what else there was. */
export const ENDS_AS_NOTE =
  /(?:방문|도착|가는\s?길|오는\s?길|신청|예매|굿즈|기념품|선물|경품|사은품|점심|저녁|뒤풀이|네트워킹|받으실\s?분들?|당첨자?|부스|이벤트(?:존)?)$/

/** Beginnings of such headings, before a bracket or a colon. */
export const BEGINS_AS_NOTE =
  /^(?:arrive|arrival|doors? open|networking|registration|lunch|coffee|break|pizza|번외|여담|부록|공지|참고|잡담|ps|p\.s\.|appendix|bonus)(?=$|[\s:：.,([-])/i

/** Names of parts of a day or of a programme, above talks and never one. Matched at the beginning. */
export const PART_OF_DAY =
  /^(?:(?:track|트랙|day|room|hall|stage)\s?[\p{L}\d]{1,2}|\d+\s?일\s?차|\d{1,2}\s?일(?=$|\s?[(:])|(?:제\s?)?\d+부|첫째\s?날|둘째\s?날|셋째\s?날|첫날|오전|오후|저녁|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?=$|[\s:：.,(@-])/iu

/** Talks that everybody names alike: they count only where more speaks for them, or where their neighbours are talks. */
export const COMMON_TALKS =
  /^(?:행사\s?시작|오프닝|개회사?|환영사?|인사말|여는\s?말씀?|키노트|기조\s?(?:연설|강연)|패널\s?(?:토론|토크)|opening|welcome|keynotes?(?:[-\s]speakers?)?|panel(?:\s?discussion)?|workshop|evening keynote)(?=$|[\s:：.,&-])/iu

/** Columns of a programme that say where a talk is given, and hold the talks. */
export const TRACK_COLUMN =
  /^(?:track|트랙|room|룸|hall|홀|stage|스테이지)\s?[\p{L}\d]{0,3}(?=$|[\s:：.,([-])/iu

/** What a programme has between its talks. */
export const BREAKS =
  /\b(?:lunch|dinner|breakfast|coffee|(?:tea )?breaks?|pizza|drinks?|beers?|snacks?|food|doors?(?= open| close|$)|registration|check-?in|sign-?in|arrivals?|networking|mingl(?:e|ing)|sociali[sz]ing|raffle|giveaways?|prizes?|our sponsors?|welcome|housekeeping|announcements?|closing|wrap-?up|thank you|q\s?&\s?a|pub|bar|after\s?party|free play|live\s?stream (?:starts?|begins?)|hangout|intermission)\b|휴식|쉬는\s?시간|점심|저녁|중식|석식|식사|다과|등록|접수|입장|체크인|마무리|폐회|개회|뒤풀이|뒷풀이|네트워킹|질의\s?응답|기념\s?촬영|단체\s?사진|경품|추첨|일정\s?안내|인사말|행사\s?(?:안내|소개|준비)|행사장/i

/** What only a meal or a pause begins with: nobody who stands behind it speaks. */
export const BEGINS_AS_BREAK =
  /^(?:light |short )?(?:lunch|dinner|breakfast|coffee|break|pizza|drinks|beers?|snacks?|food|doors|registration|networking|휴식|점심|저녁|등록|접수|다과)(?=$|[\s:(,-])/i

/** Columns that say of a talk what is neither its title nor its speaker. */
export const OTHER_COLUMN =
  /^(?:status|state|length|duration|level|language|lang|room|coc.*|confirmed|no\.?|#|id|type|format|상태|비고|구분|길이|소요\s?시간|난이도|번호|순서|회차|언어|장소)$/iu

/** Columns that say at which event a talk was given. */
export const EVENT_COLUMN =
  /^(?:events?|conferences?|conf|meet-?ups?|venue|where|행사(?:명)?|컨퍼런스(?:명)?|콘퍼런스|밋업|모임|이벤트)$/iu

/** Columns that surely hold titles of talks. */
export const TITLE_COLUMN =
  /^(?:sessions?|talks?|(?:talk |session )?titles?|topics?|발표\s?(?:제목|주제)?|세션(?:명)?|강연(?:명)?|제목|주제)$/i

/** Attributes of a site's own shortcodes that name what they show. */
export const TITLE_ATTRIBUTE = /^(?:heading|header|headline|subject)$/i

/** Names of a programme, which lists talks among other things: `Agenda`, `2024 행사 시간표`. */
export const PROGRAMME =
  /(?:^|\s)(?:agenda|schedule|timetable|programme?|line-?up|일정표?|타임\s?테이블|시간표|아젠다|프로그램|진행\s?순서|식순)$/i

/** Events by their names, and words that stand in the titles of posts about them. */
export const EVENT_NAMES =
  /if\s?\(?kakao|deview|데뷰|kaigi|dev\s?fest|데브\s?페스트|knights|나이츠|camp(?:$|\W)|캠프|콘(?=$|\s|\d)|인프콘|우아콘|파이콘|re:?invent|i\/o(?=$|\W)|wwdc|fosdem|발표회?(?=$|\s)|강연|세션|테크\s?톡|(?:^|\s)(?:talks?|gdg|sessions?|presentations?|schedule|program(?:me)?)(?=$|\W)|nights?(?=$|\W)|study|스터디|웨비나|webinar|워크샵|워크숍|workshops?|해커톤|hackathon|stammtisch|user\s?group|유저\s?그룹|사용자\s?모임/iu
