const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean)

/** Korean words that ask, point or glue, in the forms they are written in. */
export const KOREAN_STOP_WORDS: ReadonlySet<string> = new Set(
  words(`
  어떤 어떻 어떻게 어떻게들 어떠한 어떨 어때 어때요 어땠 어땠나요 어땠어 어땠어요 어떻대 어떻대요 어느 왜 몇 얼마 얼마나 얼마에요 얼마예요
  이유는 무슨 어딨어 하나 나요 인가 인가요 입니까 이다 이었다 였다 뭐하는 뭐해주는 뭐하나요 뭐해 뭐했나요
  대해 대해서 대한 대하여 관해 관해서 관한 관련 관련된 관련해 관련해서 관련한 위해 위해서 위한 위하여 통해 따라 따르면
  의해 의한 때문 것 님 씨 선생님 것은 것이 것을 거 건 게 수 등 및 또는 그리고 그 이 저 그것 이것 좀 제발 혹시 그럼 그런데
  그거 이거 저거 여기 거기 우리 제가 내가 저는 나는 저도 좋은 괜찮은 재미있는 재밌는 유익한 유명한 최근 요즘 다시 정말 진짜 아주
  자꾸 너무 많이 조금 그냥 계속 항상 갑자기 막 같이 함께 빨리 금방 자주 먼저 이미 아직 매번 별로 거의 아예 꼭 쉽게 어렵게 싸게 비싸게 빠르게
  때 제대로 스스로 직접 가장 제일 잘 더 또 다른 여러 같은 이런 그런 저런 어디까지 안녕 안녕하세요 감사합니다 고마워 분 분이 분은 분들 분들이 분들은 사람 사람이 사람은 사람들
  에서 에게 으로 나요 가요`),
)

/** Words that stand for what is asked for; particles and a copula may follow: 누구였죠, 뭘로, 어디에서요. */
export const INTERROGATIVES: readonly string[] = words('누구 누가 누굴 누군 무엇 뭐 뭔 뭘 뭣 어디 언제')

/** What may follow them. */
export const INTERROGATIVE_ENDINGS: ReadonlySet<string> = new Set(
  words(`은 는 이 가 을 를 의 에 에서 에게 로 으로 랑 하고 도 인지 인가 인가요 일까 일까요 이야 야 죠 지 지요 이죠 이지 예요 에요 이에요
  였지 였죠 였어 였어요 였나 였나요 였더라 였대 였대요 이었지 이었나요 이었는지 이었어요 라고 래 래요 이래요 인데 인데요 데 데요 가요 신가요 세요
  까지 부터 부터요 들 들이 죠들 이며 이라 이라고 야요 냐 니 지요 더라 던가요 입니까 입니다`),
)

/** Verbs of asking, telling, attending, seeking and being, and what conjugation makes of them. */
export interface Verb {
  /** Before ㄴ, ㄹ, ㅂ and most endings: 하. */
  readonly stem: string
  /** 해 */
  readonly infinitive: string
  /** 했 */
  readonly past: string
  /** 한; empty where it equals stem + 는. */
  readonly modifier: string
  /** 할 */
  readonly prospective: string
  /** 합; empty where the stem ends in a consonant (있습니다 is read as stem + 습니다). */
  readonly formal: string
}

const verb = (row: string): Verb => {
  const [stem = '', infinitive = '', past = '', modifier = '', prospective = '', formal = ''] = row
    .split(/\s+/)
    .map((form) => (form === '-' ? '' : form))
  return { stem, infinitive, past, modifier, prospective, formal }
}

/** Verbs that say how something is asked, never what. */
export const FRAME_VERBS: readonly Verb[] = [
  '하 해 했 한 할 합',
  '되 돼 됐 된 될 됩',
  '있 있어 있었 있던 있을 -',
  '없 없어 없었 없던 없을 -',
  '보 봐 봤 본 볼 봅',
  '듣 들어 들었 들은 들을 -',
  '다루 다뤄 다뤘 다룬 다룰 다룹',
  '나오 나와 나왔 나온 나올 나옵',
  '나누 나눠 나눴 나눈 나눌 나눕',
  '알리 알려 알렸 알린 알릴 알립',
  '알려주 알려줘 알려줬 알려준 알려줄 알려줍',
  '들려주 들려줘 들려줬 들려준 들려줄 들려줍',
  '보여주 보여줘 보여줬 보여준 보여줄 보여줍',
  '가르쳐주 가르쳐줘 가르쳐줬 가르쳐준 가르쳐줄 가르쳐줍',
  '찾아주 찾아줘 찾아줬 찾아준 찾아줄 찾아줍',
  '해주 해줘 해줬 해준 해줄 해줍',
  '주 줘 줬 준 줄 줍',
  '찾 찾아 찾았 찾은 찾을 -',
  '알 알아 알았 안 알 압',
  '싶 싶어 싶었 싶은 싶을 -',
  '쓰 써 썼 쓴 쓸 씁',
  '만들 만들어 만들었 만든 만들 만듭',
  '가 가 갔 간 갈 갑',
  '오 와 왔 온 올 옵',
  '만하 만해 만했 만한 만할 만합',
  '볼만하 볼만해 볼만했 볼만한 볼만할 볼만합',
  '들을만하 들을만해 들을만했 들을만한 들을만할 들을만합',
  '이야기하 이야기해 이야기했 이야기한 이야기할 이야기합',
  '부르 불러 불렀 부른 부를 부릅',
  '그러 그래 그랬 그런 그럴 그럽',
  '열리 열려 열렸 열린 열릴 열립',
].map(verb)

/** Nouns of telling and attending, alone or before forms of 하다, 되다 and 주다: 얘기했죠, 추천해줘, 소개된. */
export const FRAME_NOUNS: readonly string[] =
  words(`얘기 이야기 말 말씀 설명 언급 공유 추천 부탁 궁금 정리 요약
  안내 참고 소개 질문 발표 강연 토크 참석 참가 시청 청취`)

/** Endings by what they follow. */
export const VERB_ENDINGS: Readonly<Record<keyof Verb, readonly string[]>> = {
  stem: words(`는 나 나요 는지 는가 는가요 는데 는데요 는거 는건 는걸 는지요 니 냐 고 고요 며 면 면서 지 죠 지요 자 게 기 기가 기에 기는 려면 려고 러 던 던데
    던가 던가요 던지 신 신거 셨 셨나요 셨어요 셨죠 셨던 셨는지 시나요 시는 세요 네 네요 더라 더라고요 잖아 잖아요 습니다 습니까 다 다면 고있는 고있나요 고싶은
    고있어요 은지 을지 을까 을까요 을만한 을 은 음 거나 도록 길래 ㄴ다 든가 든지 대 대요 ㄴ지`),
  infinitive: [
    '',
    ...words(
      '요 서 야 도 야지 야죠 야하나요 야하는 야돼요 봐 본 볼 봤 보고 보면 본거 봤나요 주 줘 줘요 주세요 줄래 줄래요 주실래요 준 줬 줄',
    ),
  ],
  past: words(`다 나 나요 는지 는가 는데 는데요 니 냐 고 지 지요 죠 던 던데 던가요 던거 어 어요 습니다 습니까 을까 을까요 을지 대 대요 더라 더라고요 네 네요 었나요
    잖아 음 으면 다면 다는 다고 다던데 던지 었던 다가 던건`),
  modifier: [
    '',
    ...words(
      '다 다고 다는 다면 대 대요 지 지요 가 가요 데 데요 건가 건가요 거 건 걸 게 적 다음 뒤 후 분 분이 분은 분의',
    ),
  ],
  prospective: [
    '',
    ...words('까 까요 지 지요 만한 만하 만해 게 게요 래 래요 수 때 거 건 만한게 만한건 수록'),
  ],
  formal: words('니다 니까 시다'),
}

/** Endings that only predicates have: 없어져요, 죽는데, 보관하려면, 버틸지. */
export const PREDICATE_ENDINGS: readonly string[] = words(`
  는데 은데 던데 ㄴ데 려면 려고 으면 어요 아요 여요 져요 겨요 워요 려요 와요 돼요 네요 군요 나요 까요 을까 는지 은지 을지 던지 다가 면서 지만
  거나 도록 으로는데 습니다 습니까 십니까 는대 는다 는다고 는다면 어서 아서 져서 려서 워서 여서 지는 지도 지면 져 는데요 은데요 더라 었던 았던 었는데 았는데
  는걸 는건 는거 는게 는것 을때 는법 는방법 지마 고싶은 고싶어요 고싶다 하고싶은 주는 보는 시키는`)

/** Endings that nouns may have as well: they make a predicate of a word that neither notes nor tables know (올리기, 싸게). */
export const WEAK_PREDICATE_ENDINGS: readonly string[] = words('기 게 고 서 면 던 지 다 자 러 며')

/** English words that ask, request or glue. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  words(`
  a an and any are as at be been but by can could did do does explain for from give had has have how
  i if in into is it its let me my no not of on or our please should show so some tell than that the their
  them then there these they this those to us was we were what when where which who whom whose why will
  with would you your about am don doesn didn isn wasn aren weren
  hasn haven hadn won wouldn shouldn couldn mustn needn ain t s d m re ve ll anyone anybody someone somebody anything something`),
)

/** English words of telling, attending and seeking: they relate where other words make a sentence of the question. */
export const ENGLISH_FRAME_WORDS: ReadonlySet<string> = new Set(
  words(`
  said say says told mention mentioned mentions discuss discussed discusses cover covers covered covering present presents
  presented presenting gave given giving speak speaks spoke spoken explained explains introduce introduced
  introduces watch watching listen learn learning want wanted wants looking look find finding found need needs know knew thing
  things related regarding concerning like there's people person folks guys topic topics stuff anything
  help helps share shared really much many lot use uses used using way ways make makes made get gets got
  handle handles handling dealing deal deals`),
)

/** Words about the notes themselves: searched at a low weight, and no evidence that a session answers. */
export const ABOUT_WORDS: ReadonlySet<string> = new Set(
  words(`
  발표 발표자 발표자료 발표한 세션 슬라이드 자료 영상 강연 내용 연사 요약 밋업 노트 발표제목 동영상 강의 컨퍼런스 행사 제목
  session sessions talk talks talked talking slide slides speaker speakers presentation presentations deck notes note summary
  meetup meetups video videos lecture conference`),
)

/** Words that relate a topic to an experience with it (도입 사례, 방법): they order, and are no evidence. */
export const RELATING_WORDS: ReadonlySet<string> = new Set(
  words(`
  방법 방법론은 법 방식 방안 이유 사례 활용사례 적용사례 도입사례 도입 도입기 적용 적용기 활용 활용기 사용 사용기 사용법 사용방법 사용하는 경험 경험담 경험기 후기글
  팁 꿀팁 노하우 비법 비결 전략 가이드 소개 입문 기초 기본 개념 개요 정의 의미 특징 장점 단점 장단점 차이 차이점 예제 예시
  관리 설정 설정법 구성 구축 구현 개발 개발기 운영법 처리 해결 해결법 해결방법 개선 문제 주의점 선택 비교 정보 종류 필요 고민 시작 시작하기 이용 설명
  example examples case cases story stories experience experiences practice practices tip tips trick tricks guide
  recommend recommended recommendation recommendations recommends good best great interesting useful worth better
  introduction intro overview basics difference differences reason reasons problem problems approach approaches`),
)
