import { isKoreanName, isLatinName, isSurelyName } from './names.js'

/** Words before `님` that are no names. */
const NOT_HONOURED = new Set(
  `발표자 강연자 연사 강사 개발자 대표 대표이사 선생 팀장 사장 교수 부장 이사 작가 저자 운영자 진행자 참석자 참가자 관계자 담당자 스피커 매니저 멘토 고객 회원 사용자 엔지니어 리더
   부모 손님 형 누나 선배 후배 여러 직원 임직원`.split(/\s+/),
)

const SPOKEN = '발표|세션|강연|강의|키노트|기조연설|토크|이야기'
/** What sentences say that a speaker did. */
const TOLD =
  '발표|소개|설명|공유|회고|강연|진행|말씀|이야기|얘기|시연|전달|다루|다뤄|들려|알려|강의|키노트|해\\s?주셨|해\\s?주신'
/** `홍길동(카카오)님` */
const WORK = '(?:\\s?\\([^()]{1,30}\\))?'
const HONOURED: readonly RegExp[] = [
  new RegExp(`(?<![가-힣])([가-힣]{2,4})${WORK}\\s?님의?\\s(?:[^\\s.]{1,12}\\s)?["“'‘]?(?:${SPOKEN})`),
  new RegExp(
    `(?:${SPOKEN})(?:은|는|을|를|자는)?\\s(?:[^\\s.]{1,12}\\s)?([가-힣]{2,4})\\s?님(?:이|께서|의|\\s|입|이었)`,
  ),
  new RegExp(`(?<![가-힣])([가-힣]{2,4})${WORK}\\s?(?:님|씨)(?:이|께서)\\s[^.]{0,80}?(?:${TOLD})`),
]
const WITH_ROLE =
  /(?<![가-힣])([가-힣]{3})(?:\s[\p{L}\d&]{1,14}){1,3}\s?(?:님|분)(?:께서|이|의)\s[^.]{0,80}?(?:발표|소개|설명|공유|회고|강연|진행|말씀|이야기|강의|키노트)/u
/** `카카오의 홍길동 개발자가 …`. */
const OF_ROLE =
  /(?<![가-힣])([가-힣]{3})\s?(?:개발자|엔지니어|교수|박사|대표|이사|팀장|리드|매니저|연구원|작가|강사|CTO|PM)(?:님)?(?:이|가|께서|의)\s[^.]{0,100}?(?:발표|소개|설명|공유|강연|진행|말씀|이야기|강의|키노트)/u
/** `발표자는 홍길동`, `연사로 홍길동이`, `홍길동이 발표했다`. */
const BARE = [
  /(?:발표자|연사|강연자|스피커)(?:는|로는|로|인)?\s(?:[^\s.]{1,12}\s)??([가-힣]{3})(?=$|[\s.,(]|이|가|은|는|의)/,
  /(?<![가-힣])([가-힣]{3})(?:이|가)\s(?:[^.]{0,40}\s)?(?:발표|강연)(?:를|을)?\s?(?:했|하였|함|한|진행|맡)/,
]
/** What is in every Korean sentence that says who spoke. */
const SAYS_SO = new RegExp(`${SPOKEN}|${TOLD}|연사|스피커`)
const FUTURE = "(?:will|is going to|are going to|'ll|’ll)\\s(?:(?:also|then|be|give|a|an|short|demo)\\s){0,4}"
const ACTIVITY = `(?:${FUTURE}(?:talk\\w*|speak\\w*|giv\\w+|present\\w*|shar\\w+|show\\w*|introduc\\w+|explain\\w*|discuss\\w*|walk\\w*|demo\\w*|demonstrat\\w+|describ\\w+|cover\\w*|tell\\w*|tak\\w+|explor\\w+|lead\\w*)|talked|talks|spoke|speaks|gave|gives|presented|presents|shared|shares|showed|shows|introduced|introduces|explained|explains|discussed|discusses|walked|demonstrated|demoed|described|covered|told|was|is|did|took|delivered|opened|kicked|takes|took us|explores|explored|dives|dove|leads|led|walks|covers|argued|argues|outlined|argues|started|demos|teaches|taught|delivers|describes|tells|runs|ran)`
const NAME = "(?:\\p{Lu}[\\p{L}.'’-]*\\s){1,3}\\p{Lu}[\\p{L}'’-]+"
const SUBJECT = new RegExp(
  `(?:^|[.!?]\\s)["“]?(${NAME}(?:\\s(?:and|&)\\s${NAME})?)(?:,[^,.]{2,60},|\\s\\([^()]{2,60}\\)|\\s(?:of|from|at)\\s[^,.]{2,40}?|\\swho\\s[^,.]{2,60}?)?\\s(?:also\\s|then\\s)?${ACTIVITY}\\b`,
  'u',
)
const FOUND =
  /\b(?:found|heard|saw|watched)\s((?:\p{Lu}[\p{L}.'’-]*\s){1,2}\p{Lu}[\p{L}'’-]+)\s(?:from|of|at)\s\p{Lu}/u
/** `@jane gave us an introduction to …`. */
const ACCOUNT = new RegExp(
  `(?:^|[,.]\\s)@([\\w-]{2,39})(?:,[^,.]{2,60},|\\s\\([^()]{2,60}\\))?\\s(?:also\\s|then\\s|has\\s)?${ACTIVITY}\\b`,
)
const TALK_BY = new RegExp(
  `\\b(?:talk|session|keynote|presentation|workshop|demo|tutorial|class)\\s(?:was\\s)?(?:(?:given|delivered|presented|held|taught|led)\\s)?(?:by|from)\\s(${NAME}(?:\\s(?:and|&)\\s${NAME})?)`,
  'u',
)

/** The person who, as a sentence says, gave the talk: `홍길동님의 발표입니다`, `Jane Doe talked about …`; empty when it says nothing of it. */
export function speakerMentioned(text: string): string {
  const sentence = text.slice(0, 400)
  return (SAYS_SO.test(sentence) && koreanMentioned(sentence)) || latinMentioned(sentence)
}

function koreanMentioned(sentence: string): string {
  for (const pattern of /[님씨]/.test(sentence) ? HONOURED : []) {
    const name = pattern.exec(sentence)?.[1]
    if (name && !NOT_HONOURED.has(name) && !/[자장사]$/.test(name.slice(2))) return name
  }
  return (
    [
      ...[WITH_ROLE, OF_ROLE].map((pattern) => pattern.exec(sentence)?.[1] ?? '').filter(isKoreanName),
      ...BARE.map((pattern) => pattern.exec(sentence)?.[1] ?? '').filter(isSurelyName),
    ][0] ?? ''
  )
}

function latinMentioned(sentence: string): string {
  const latin = (/\p{Lu}\S*\s\p{Lu}/u.test(sentence) ? [SUBJECT, FOUND, TALK_BY] : [])
    .map((pattern) => pattern.exec(sentence)?.[1])
    .find((name) => name?.split(/\s(?:and|&)\s/).every(isLatinName))
  return latin ?? ACCOUNT.exec(sentence)?.[1] ?? ''
}

/** The title of a talk that a sentence quotes or sets bold: `발표의 주제는 "…"`, `'…' 라는 주제로`; empty when it does neither. */
export function titleMentioned(text: string, bolds: readonly string[] = []): string {
  const sentence = text.slice(0, 400)
  const after =
    /(?:주제|제목|타이틀)(?:은|는|가|이)?\s?[:：]?\s?["“'‘`「『]([^"“”'‘’`「」『』]{4,120})["”'’`」』]/.exec(
      sentence,
    )
  const before =
    /["“'‘`「『]([^"“”'‘’`「」『』]{4,120})["”'’`」』]\s?(?:이?라는|란)\s(?:주제|제목|타이틀|발표|세션|강연)/.exec(
      sentence,
    )
  const bold = bolds.find(
    (each) =>
      each.length >= 4 &&
      /^\s?["”'’」』]?\s?(?:(?:이?라는|란)\s(?:주제|제목|타이틀|발표|세션|강연)|[을를]\s?(?:주제|제목)로)/.test(
        sentence.slice(sentence.indexOf(each) + each.length),
      ),
  )
  return ((after ?? before)?.[1] ?? bold ?? '').trim()
}
