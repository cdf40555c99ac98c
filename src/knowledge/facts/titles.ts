import {
  areSurelyPeople,
  couldBeKoreanName,
  couldBeName,
  couldBeSmallName,
  onlyPeople,
} from '../people/people.js'
import { bareTitle, withoutLeadingDate } from './bare-title.js'
import { labelOf, labelsIn, withoutLinkWords } from './labels.js'
import {
  FORM_NAMES,
  type Form,
  FRONT,
  type HeadingSplit,
  isSure,
  splitsOf,
  type TitleSplit,
} from './title-forms.js'
import { countNamed, isHabit, isOfMost, isSurelyNamed, isUsual } from './title-habits.js'

/** `Jane Doe 키노트`, `홍길동님의 기조연설`: the whole is what the talk is called. */
const OWN_KEYNOTE = /^(?<people>.{2,30}?)(?:님)?(?:의|'s|’s)?\s(?:키노트|기조\s?연설|기조\s?강연|keynote)$/iu

/** `Keynote: Jane Doe`: it is called no more than that. */
const KEYNOTE_OF =
  /^(?<title>(?:(?:opening|closing)\s)?keynote|(?:오프닝\s|클로징\s)?키노트|기조\s?연설|기조\s?강연)\s?[:：–—-]\s?(?<people>.{2,60})$/iu

const LETTERED = /^[A-Z][.)]\s+(?=\S)/

/** The letters before titles that follow each other, `A.` `B.` `C.`, taken off. */
function withoutLetters(texts: readonly string[]): string[] {
  const letters = texts.map((text) => LETTERED.exec(text)?.[0]?.charCodeAt(0) ?? 0)
  const following = letters.filter((letter, index) => letter > 0 && letter === (letters[index - 1] ?? 0) + 1)
  return following.length * 2 >= texts.length && following.length > 0
    ? texts.map((text) => text.replace(LETTERED, ''))
    : [...texts]
}

/**
 * Takes the headings of a post's talks apart together, because one says little: `Title (Word)` names a
 * speaker when the word surely is a name and half of the headings have that form, or when it can be
 * nothing else (a Korean name that is no common word, behind ` / ` too, `홍길동님`, `발표자: …`, two full
 * names). Where half of them surely have names, a less sure one counts in the others. Years, versions and
 * tools are no speakers. `told` says of each talk whether a line of its own names its speakers.
 */
export function splitTitles(
  headings: readonly string[],
  told: readonly boolean[] = [],
  speakers: SpeakerPlace = '',
): TitleSplit[] {
  const plain = withoutLetters(
    headings.map((heading) => bareTitle(withoutLeadingDate(withoutLinkWords(heading)))),
  )
  const candidates = withFrontChains(
    plain,
    plain.map((heading) => splitsOf(heading)),
  )
  const open = candidates.filter((_, index) => !told[index])
  const forms = FORM_NAMES.filter((form) =>
    open.some((splits) => splits.some((split) => split.form === form)),
  )
  const usual = forms
    .filter((form) => isUsual(form, open))
    .sort((one, other) => countNamed(other, open) - countNamed(one, open))
  const repeated = open.length > 1 ? usual : []
  const habits = forms.filter((form) => isHabit(form, open))
  const most = open.length > 2 ? forms.filter((form) => isOfMost(form, open)) : []
  return candidates.map((splits, index) => {
    const stated = statedIn(headings[index] ?? '')
    if (stated) return stated
    const trusted =
      speakers === '' ? undefined : splits.find(({ form }) => FRONT.has(form) === (speakers === 'first'))
    if (trusted) return { title: trusted.title, people: trusted.people }
    const own = OWN_KEYNOTE.exec(plain[index] ?? '')?.groups?.people ?? ''
    if (own !== '' && onlyPeople(own)) return { title: plain[index] ?? '', people: own }
    const { title: keynote = '', people: by = '' } = KEYNOTE_OF.exec(plain[index] ?? '')?.groups ?? {}
    if (by !== '' && onlyPeople(by)) return { title: keynote, people: by }
    const fitting = told[index] ? fittingOf(splits, [], [], []) : fittingOf(splits, usual, repeated, most)
    const habitual = told[index]
      ? undefined
      : splits.find((split) => habits.includes(split.form) && isSurelyNamed(split))
    return (
      fitting ??
      (habitual && { title: habitual.title, people: habitual.people }) ?? {
        title: plain[index] ?? '',
        people: '',
      }
    )
  })
}

/** A title and its speakers that share a line, each behind its label; `undefined` for any other line. */
export function statedIn(text: string): TitleSplit | undefined {
  const facts = labelsIn(text)
  const value = (label: string) => facts.find((fact) => fact.label === label)?.value ?? ''
  return value('title') !== '' && value('speaker') !== ''
    ? { title: bareTitle(value('title')), people: value('speaker') }
    : undefined
}

/** Where the author says that speakers stand beside titles: behind them, before them, or nothing of it. */
export type SpeakerPlace = 'title' | 'first' | ''

/** `닉네임(카카오)`: a word, and in brackets where they work. */
const WITH_WORK = /^\S{2,20}\s?\([^()]{2,60}\)$/

function fittingOf(
  splits: readonly HeadingSplit[],
  usual: readonly Form[],
  repeated: readonly Form[],
  most: readonly Form[],
): TitleSplit | undefined {
  const labelled = splits.find(({ people }) => labelOf(people)?.label === 'speaker')
  if (labelled) return { title: labelled.title, people: labelOf(labelled.people)?.value ?? '' }
  const fitting =
    splits.find(({ form, people }) => isSure(form, people)) ??
    usual.map((form) => splits.find((split) => split.named && split.form === form)).find((split) => split) ??
    splits.find(
      ({ form, people }) =>
        repeated.includes(form) &&
        (couldBeKoreanName(people) ||
          (form === 'by' && couldBeName(people)) ||
          (WITH_WORK.test(people) && couldBeName(people)) ||
          couldBeSmallName(people)),
    ) ??
    splits.find(({ form, people }) => most.includes(form) && couldBeName(people))
  return fitting && { title: fitting.title, people: fitting.people }
}

/** `Jane Doe - Acme - title`, where most are written so. */
function withFrontChains(
  titles: readonly string[],
  splits: readonly (readonly HeadingSplit[])[],
): readonly (readonly HeadingSplit[])[] {
  const chains = titles.map((title): HeadingSplit[] => {
    const parts = title.split(/\s[-–—|]\s/).map((part) => part.trim())
    const [first = '', ...others] = parts
    const last = others.pop() ?? ''
    const isChain =
      others.length > 0 &&
      others.length < 4 &&
      areSurelyPeople(first) &&
      others.every((part) => part.split(/\s+/).length <= 3)
    return isChain
      ? [
          {
            form: 'front dash',
            title: bareTitle(last),
            people: `${first} (${others.join(', ')})`,
            named: true,
          },
        ]
      : []
  })
  const found = chains.filter((chain) => chain.length > 0)
  const areUsual = found.length > 1 && found.length * 5 >= titles.length * 3
  if (areUsual) return splits.map((own, index) => (chains[index]?.length ? (chains[index] ?? own) : own))
  // `Jane Doe - Acme: title` is that only where most are: `Jane Doe - Prefix: title` looks the same.
  const credited = splits.filter((own) => own.some(({ form }) => form === 'front credit'))
  return credited.length > 1 && credited.length * 5 >= titles.length * 3
    ? splits
    : splits.map((own) => own.filter(({ form }) => form !== 'front credit'))
}
