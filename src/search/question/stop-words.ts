const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

/** Korean words that ask, request or glue: they say nothing about what is looked for. */
export const KOREAN_STOP_WORDS = words(`
  무엇 무엇인가 무엇인지 무엇일까 무엇이 무엇을 무엇이라 무엇이라고 무엇이며 무엇으로
  뭐 뭐야 뭐지 뭐가 뭐를 뭐라고 뭐로 뭐였 뭐였어 뭔가 뭔가요 뭔지 뭘 뭘로 무슨
  어떤 어떻 어떻게 어떠한 어떨 어때 어느 어디 어디인가 어디에 어디서 어디에서 어딘가 어딘지 어딨어
  언제 언제인가 언제부터 언제야 누구 누구인가 누구를 누구의 누가 누군가 누굴 왜 몇 얼마 얼마나 이유는
  인가 인가요 입니까 있나 있나요 있는 있다 있는가 있는지 있어 있어요 있었 있었다 있었던 있을까 있을까요
  없나 없나요 하나 하나요 하는 하는지 하는가 한 할 해 해야 해야하나 해야하나요 했나 했나요 했어 했어요
  한가요 되나 되나요 되는 된 될 됐어 나요 쓰는 쓰나 쓰나요
  알려 알려줘 알려주 알려주세요 알려줄래 말해 말해줘 말해주세요 설명해 설명해줘 설명해주세요
  찾아 찾아줘 찾아주세요 보여줘 보여주세요 가르쳐줘 정리해줘 요약해줘 요약해주세요 추천해줘
  궁금해 궁금해요 궁금합니다
  대해 대해서 대한 관해 관해서 관한 관련 관련된 관련해 관련해서 위해 위한 위하여 통해 따라 따르면
  의해 의한 때문 것 님 씨 선생님 것은 것이 것을 거 건 게 수 등 및 또는 그리고 그 이 저 그것 이것 좀 제발 혹시 그럼 그런데
  에서 에게 으로 이다 이었다 였다`)

/** English words that ask, request or glue. */
export const ENGLISH_STOP_WORDS = words(`
  a an and any are as at be been but by can could did do does explain for from give had has have how
  i if in into is it its let me my no not of on or our please should show so some tell than that the their
  them then there these they this those to us was we were what when where which who whom whose why will
  with would you your about`)

/** Words about the notes themselves: searched at a low weight, and no evidence that a session answers. */
export const ABOUT_WORDS = words(`
  발표 발표자 발표자료 발표한 세션 슬라이드 자료 영상 강연 내용 연사 요약 밋업 노트
  session sessions talk talks talked slide slides speaker speakers presentation deck notes note summary meetup`)
