/** What a labelled line (`발표자: 김진웅`) tells. */
export type Label =
  | 'speaker'
  | 'slides'
  | 'video'
  | 'tags'
  | 'summary'
  | 'tip'
  | 'date'
  | 'place'
  | 'source'
  | 'title'

const LABELS: Readonly<Record<Label, RegExp>> = {
  speaker: /^(?:발표자?|연사|강연자|강사|스피커|진행자?|speakers?|presenters?|presented by|lecturers?|by)$/i,
  slides:
    /^(?:(?:발표|세션|강연)?\s*(?:자료|슬라이드|장표)(?:\s*링크)?|slides?|(?:slide\s*)?decks?|slide\s*links?|presentation|ppt|pdf)$/i,
  video:
    /^(?:(?:발표|세션|강연)?\s*(?:동?영상|비디오|녹화본?)(?:\s*링크)?|유튜브|다시\s*보기|videos?|recordings?|youtube)$/i,
  tags: /^(?:태그|키워드|tags?|keywords?)$/i,
  summary: /^(?:(?:한\s*줄\s*|세\s*줄\s*)?요약|summary|tl;?dr|abstract|in short)$/i,
  tip: /^(?:꿀?\s*팁|tips?|pro\s*tips?)$/i,
  date: /^(?:일시|날짜|일자|date|when)$/i,
  place: /^(?:장소|위치|place|venue|location|where)$/i,
  source: /^(?:출처|원문|원글|source|original(?: post)?)$/i,
  title: /^(?:제목|세션명?|세션\s*제목|발표\s*제목|주제|발표|title|session|talk|topic|subject)$/i,
}

/** A line `label: value`, read; `undefined` when it has no label that we know. */
export function labelOf(text: string): { label: Label; value: string } | undefined {
  const parts = /^\P{L}{0,8}([\p{L}; ]{1,24}?)\s*[:：]\s*(.*)$/su.exec(text)
  const label = labelNamed(parts?.[1] ?? '')
  return label && { label, value: parts?.[2] ?? '' }
}

/** The label that a word such as `발표자` or `Slides` is; a heading or a column may be one. */
export function labelNamed(word: string): Label | undefined {
  const name = word.replace(/^\P{L}+|[\s:：]+$/gu, '').trim()
  return LABEL_NAMES.find((label) => LABELS[label].test(name))
}

/** Whether a link's text only says that slides, or a video, are behind it. */
export function linkWord(text: string): 'slides' | 'video' | 'link' | undefined {
  const words = text
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s*(?:링크|보기|다운로드|바로가기|link|download|view)\s*$/i, '')
    .trim()
  if (LABELS.slides.test(words)) return 'slides'
  if (LABELS.video.test(words)) return 'video'
  return /^(?:링크|여기|바로가기|다운로드|link|here|url|download|view)?$/i.test(
    text.replace(/[^\p{L}]/gu, ''),
  )
    ? 'link'
    : undefined
}

/** A text without brackets that only say what a link leads to: `"Title (slides, video)"` is `"Title"`. */
export function withoutLinkWords(text: string): string {
  const isLinkWord = (word: string) =>
    word.trim() === '' || (/\p{L}/u.test(word) && linkWord(word) !== undefined)
  return text
    .replace(/\s*[([（]([^()[\]（）]*)[)\]）]/g, (whole, inside: string) =>
      inside.split(/[,|/·&]/).every(isLinkWord) ? '' : whole,
    )
    .trim()
}

const LABEL_NAMES: readonly Label[] = [
  'speaker',
  'slides',
  'video',
  'tags',
  'summary',
  'tip',
  'date',
  'place',
  'source',
  'title',
]
