/** Letters and digits alone, lower case, in one Unicode form: what file names and titles share. */
export function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A file's name without extensions, languages and ids of videos: `open census` for `open census [id].ko.vtt`. */
export function stemOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\.(?:pdf|pptx|vtt|srt)$/iu, '')
    .replace(
      /(?:[._-](?:ko|kr|en|eng|kor|korean|english|auto|asr|orig|en-us|ko-kr|slides?|final|발표자료|자막))+$/iu,
      '',
    )
    .replace(/\[[\w-]{6,}\]/gu, ' ')
}

/** What a talk may be called. */
export interface TalkName {
  readonly title: string
  readonly whole: string
  readonly speakers: readonly string[]
  readonly words: ReadonlySet<string>
}

/** Takes a talk's title and its speakers' names apart, once for many comparisons. */
export function talkName(title: string, speakers: readonly string[]): TalkName {
  const all = `${title} ${speakers.join(' ')}`
  return {
    title: squeezed(title),
    whole: squeezed(all),
    speakers: speakers.map(squeezed).filter((who) => who.length >= 2),
    words: new Set(wordsOf(all)),
  }
}

/** How well words, such as a file's name, fit a talk: 0 to 1. */
export function nameFit(name: string, talk: TalkName): number {
  const stem = stemOf(name)
  const whole = squeezed(stem)
  if (whole.length < 2) return 0
  const isPart = whole.length >= 4 && talk.title.includes(whole)
  const isHeld = talk.title.length >= 4 && whole.includes(talk.title)
  const title = Math.max(isHeld ? 1 : 0, isPart ? 0.9 : 0, shareOfWords(stem, talk))
  const speaker = talk.speakers.some((who) => whole.includes(who))
  return Math.min(1, title * 0.9 + (speaker ? 0.6 : 0))
}

/** The share of a name's letters in words that the talk has, too; dates and numbers do not count. */
function shareOfWords(name: string, { whole, words }: TalkName): number {
  const own = wordsOf(name)
  const letters = (some: readonly string[]) => some.reduce((sum, word) => sum + word.length, 0)
  const found = own.filter((word) => words.has(word) || (word.length >= 3 && whole.includes(word)))
  return own.length === 0 ? 0 : letters(found) / letters(own)
}

function wordsOf(text: string): readonly string[] {
  const parted = text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
  return (parted.match(/\p{L}[\p{L}\p{N}+#.]*/gu) ?? []).filter((word) => word.length > 1)
}
