import { remember } from '../../text/remember.js'
import { singular } from './english.js'
import { isHangul, stem } from './korean.js'
import { compose, lower, wordsOf } from './words.js'

/**
 * A text as its words without particles and plurals, in one string in which a name of several words can be looked up.
 * Words in Hangul are joined, since people write them with and without a space: 배포를 자동화하는 is 배포자동화.
 */
export function flattened(text: string): string {
  let flat = ''
  let wasHangul = false
  for (const { text: word } of wordsOf(lower(compose(text)))) {
    const hangul = isHangul(word)
    if (!(hangul && wasHangul)) flat += ' '
    flat += hangul ? stem(word) : singular(word)
    wasHangul = hangul
  }
  return `${flat} `
}

/** Whether a flattened text has a flattened name; what touches it in Hangul may be part of a longer word. */
export function saysName(text: string, name: string): boolean {
  return text.includes(soughtFor(name))
}

const soughtFor = remember((name) => {
  const start = isHangul(name.charAt(1)) ? name.trimStart() : name
  return isHangul(name.charAt(name.length - 2)) ? start.trimEnd() : start
})

/** The flattened name, if it has several words. */
export function phraseOf(name: string): string | undefined {
  return wordsOf(lower(compose(name))).length > 1 ? flattened(name) : undefined
}
