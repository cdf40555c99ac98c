/** Letters and digits alone, lower case, in one Unicode form: what file names and titles share. */
export function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A file's name without extensions, languages, ids of videos and dates: `open census` for `2019-06_open-census.ko.vtt`. */
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

/** How well a file's name fits a talk, 0 to 1. */
export function nameFit(
  name: string,
  talk: { readonly title: string; readonly speakers: readonly string[] },
): number {
  const stem = stemOf(name)
  const whole = squeezed(stem)
  const title = squeezed(talk.title)
  if (whole.length < 2) return 0
  const speaker = talk.speakers.map(squeezed).some((who) => who.length >= 2 && whole.includes(who))
  const inTitle = whole.length >= 4 && title.includes(whole)
  const held = title.length >= 4 && whole.includes(title)
  const words = shareOfWords(stem, `${talk.title} ${talk.speakers.join(' ')}`)
  return Math.min(1, Math.max(held ? 1 : 0, inTitle ? 0.9 : 0, words) * 0.9 + (speaker ? 0.6 : 0))
}

/** The share of a name's letters in words that the other text has, too; dates and numbers do not count. */
function shareOfWords(name: string, text: string): number {
  const words = wordsOf(name)
  const others = wordsOf(text)
  const whole = squeezed(text)
  const letters = (some: readonly string[]) => some.reduce((sum, word) => sum + word.length, 0)
  const found = words.filter((word) => others.includes(word) || (word.length >= 3 && whole.includes(word)))
  return words.length === 0 ? 0 : letters(found) / letters(words)
}

function wordsOf(text: string): readonly string[] {
  const parted = text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
  return (parted.match(/\p{L}[\p{L}\p{N}+#.]*/gu) ?? []).filter((word) => word.length > 1)
}
