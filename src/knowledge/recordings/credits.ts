/** Whether a caption says who wrote the captions, and nothing of the talk. */
export function isCredit(text: string): boolean {
  return (
    text.length < 160 && (KOREAN.test(text) || ENGLISH.test(text) || /^(?:https?:\/\/|www\.)\S+$/u.test(text))
  )
}

/** `자막: 홍길동`, `번역 및 자막 제작 : 커뮤니티`, `한글자막 by …`. */
const KOREAN =
  /^[\s*#-]*(?:(?:한글|한국어|영어)\s*)?(?:자막|번역|감수|검수|속기|싱크)(?:\s*(?:및|·|\/|,|제작|번역|자막|감수|검수|수정|제공))*\s*(?:[:：]|by\b)/iu
/** `Transcribed by …`, `Translator: … Reviewer: …`, `Subtitles by the Amara.org community`. */
const ENGLISH =
  /^[\s*#-]*(?:(?:english|korean)\s+)?(?:subtitles?|captions?|captioned|subtitled|transcri(?:bed|pt|ption|ber)|translat(?:ed|ion|or)|review(?:ed|er)|sync(?:ed|hronized)?)(?:\s+(?:and|&|made|created|provided|edited|\w+ed))*\s*(?:\bby\b|[:：])/iu
