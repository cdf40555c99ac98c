import { singleSpaced } from '../text/blanks.js'
import { headOf } from '../text/graphemes.js'
/** Ours: enough to understand a question, too little for a story. */
export const longestQuestion = 200

/** Longer texts are read this far only: a question that says what it wants after two pages is not a question. */
const readCharacters = 2000

const dash = '[\\s.\\-\\u2010-\\u2015\\u2212]'
const separated = (...groups: readonly string[]) =>
  new RegExp(`(?<![\\d.])${groups.join(`${dash}?`)}(?!\\d)`, 'gu')

/** What looks like it belongs to a person, and what is left of it. Each pattern runs in linear time. */
const personalParts: readonly (readonly [pattern: RegExp, rest: string])[] = [
  // Slack and Discord write users, groups, roles and channels in angle brackets.
  [/<(?:@[!&]?|#|!)[^<>\s]{0,80}(?:\|[^<>]{0,80})?>/gu, ' '],
  [/<(?:mailto|tel):[^<>]{0,300}>/giu, ' '],
  // Addresses: who logs in, what they look for, and tokens behind the hash.
  [/(:\/\/)[^\s/@<>]{1,300}@/gu, '$1'],
  [/(:\/\/[^\s?#<>|]{1,1000})\?[^\s<>|)]*/gu, '$1'],
  [/(:\/\/[^\s?#<>|]{1,1000})#[^\s<>|)=]*=[^\s<>|)]*/gu, '$1'],
  [/(?<=[\w/])\?[\w%.~+[\]-]{1,100}=[^\s<>|)]*/gu, ''],
  [/[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, ' '],
  // A name after @, but not a package: @slack/bolt.
  [/(?<![\p{L}\p{N}_/])@[\p{L}\p{N}_.-]{1,80}(?![\p{L}\p{N}_.-]|\/\w)/gu, ' '],
  // +82 10-1234-5678, +1 (415) 555-0100
  [/\+\d{1,3}(?:[\s.()\-\u2010-\u2015\u2212]{0,3}\d){7,12}(?!\d)/gu, ' '],
  // Korea: 010-1234-5678, 01012345678, 02) 123-4567, 82-10-1234-5678; 1588-0000; a resident's number.
  [separated('\\(?(?:82|0)\\d{0,2}\\)?', '(?:10)?', '\\d{3,4}', '\\d{4}'), ' '],
  [/(?<![\d.])1[568]\d{2}-\d{4}(?!\d)/gu, ' '],
  [separated('\\d{6}', '[1-8]\\d{6}'), ' '],
  // Elsewhere: (415) 555-0100, 03-1234-5678; a payment card.
  [/(?<![\d.])\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}(?!\d)/gu, ' '],
  [separated('0\\d{1,4}', '\\d{1,4}', '\\d{3,4}'), ' '],
  [separated('\\d{4}', '\\d{4}', '\\d{4}', '\\d{1,7}'), ' '],
]

/** A question as it may be kept: nobody's addresses, numbers and names in it, at most 200 characters. */
export function withoutPersonalParts(text: string): string {
  const read = wholeWords(text, readCharacters).normalize('NFKC')
  const rest = personalParts.reduce((left, [pattern, by]) => left.replace(pattern, by), read)
  return headOf(singleSpaced(rest).trim(), longestQuestion).trimEnd()
}

/** The beginning of a text, without a word that the end of it cuts in two: half an address is one all the same. */
function wholeWords(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/\S+$/u, '')
}
