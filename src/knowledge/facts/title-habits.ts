import { areSurelyPeople, couldBeName, couldBeSmallName } from '../people/people.js'
import { type Form, FRONT, type HeadingSplit } from './title-forms.js'

/** Half of the headings surely name people: behind the title in whatever form, before it in this one. */
export function isUsual(form: Form, headings: readonly (readonly HeadingSplit[])[]): boolean {
  const isBefore = FRONT.has(form)
  const counts = (other: Form) => (isBefore ? other === form : !FRONT.has(other))
  const named = headings.filter((splits) => splits.some((split) => split.named && counts(split.form)))
  return named.length >= (isBefore || form === 'comma' ? 2 : 1) && named.length * 2 >= headings.length
}

/** Where a quarter of many headings name different people before the title, or a third behind it, those surely do. */
export function isHabit(form: Form, headings: readonly (readonly HeadingSplit[])[]): boolean {
  if (form !== 'front colon' && form !== 'front dash' && form !== 'dash') return false
  const [least, share] = form === 'dash' ? [3, 3] : [4, 4]
  const named = headings.flatMap((splits) =>
    splits.filter((split) => split.form === form && isSurelyNamed(split)),
  )
  return (
    named.length >= least &&
    named.some(({ people }) => areSurelyPeople(people)) &&
    named.length * share >= headings.length &&
    new Set(named.map(({ people }) => people)).size >= least
  )
}

/** Whether the people surely are, or behind a dash have a name in small letters, beside a title of more than one word. */
export function isSurelyNamed({ form, people, title }: HeadingSplit): boolean {
  return (areSurelyPeople(people) || (form === 'dash' && couldBeSmallName(people))) && /\s/.test(title)
}

/** How many of the headings surely name people in a form. */
export function countNamed(form: Form, headings: readonly (readonly HeadingSplit[])[]): number {
  return headings.filter((splits) => splits.some((split) => split.named && split.form === form)).length
}

/**
 * Where most headings have a form, and four in five of those surely name people: the others then do, too; beside a dash
 * where a quarter of those do, and nearly all others have a word or two there that could be a name.
 */
export function isOfMost(form: Form, headings: readonly (readonly HeadingSplit[])[]): boolean {
  const formed = headings.flatMap((splits) => splits.find((split) => split.form === form) ?? [])
  const named = headings.filter((splits) => splits.some((split) => split.named && split.form === form))
  if (named.length > 1 && formed.length * 3 >= headings.length && named.length * 5 >= formed.length * 4)
    return true
  return (
    (form === 'dash' || form === 'front dash') &&
    formed.length > 3 &&
    formed.length * 4 >= headings.length * 3 &&
    named.length * 4 >= formed.length &&
    formed.filter(({ people, named }) => named || couldBeNickname(people)).length * 5 >= formed.length * 4
  )
}

/** Two syllables are too often a word: `기초`. */
function couldBeNickname(text: string): boolean {
  return couldBeName(text) && !/^[가-힣]{2}$/.test(text)
}
