import { bareTitle } from '../../facts/bare-title.js'
import { linkWord, withoutLinkWords } from '../../facts/labels.js'
import { isAddress } from '../../facts/links.js'
import type { TitleSplit } from '../../facts/title-forms.js'
import { splitTitles } from '../../facts/titles.js'
import { creditIn } from '../../people/credits.js'
import { areSurelyPeople, onlyPeople, startsWithName } from '../../people/people.js'
import type { Line } from '../../tree/line.js'
import { MAX_TITLE_CHARACTERS } from '../tuning.js'

/** A line's text without what only leads somewhere: words such as `Youtube` at its end, addresses. */
export function textOfTitle({ text, links }: Line): string {
  let rest = text
  for (const link of [...links].reverse()) {
    const isBare = isAddress(link.text)
    if (link.text === '' || (linkWord(link.text) === undefined && !isBare)) continue
    const place = rest.lastIndexOf(link.text)
    const behind = rest.slice(place + link.text.length)
    if (place <= 0 || !/^[\s)\]>.]*$/.test(behind)) continue
    rest = rest.slice(0, place).replace(/[\s,|·/[(<:–—-]+$/, '')
  }
  return rest
}

/** `[title](…) - what it is about`: the title alone, or with who gave it, over what is said of it. */
export function withDescription(line: Line): Line {
  const head = headOf(line)
  if (head === '' || !line.text.startsWith(head)) return line
  const rest = line.text.slice(head.length)
  const said = /^\s*(?:[:：]|\s[-–—])\s+(.{12,})$/.exec(rest)?.[1] ?? ''
  if (said === '' || onlyPeople(said) || linkWord(said) !== undefined) return line
  const [first = '', ...more] = said.split(/\s[-–—]\s/)
  const people = more.length > 0 && areSurelyPeople(first) ? first : ''
  const about = people === '' ? said : more.join(' - ')
  if (people === '' && startsWithName(said)) return line
  const links = line.links.filter((link) => !about.includes(link.text) || link.text === '')
  const below: Line = {
    ...line,
    kind: 'text',
    text: about,
    textOutsideLinks: about,
    links: [],
    pictures: [],
    children: [],
  }
  return {
    ...line,
    text: people === '' ? head : `${head} - ${people}`,
    textOutsideLinks: people,
    links: links.length > 0 ? links : line.links,
    boldStart: '',
    children: [below, ...line.children],
  }
}

/** The link or the bold words that a line begins with, where they are no name. */
function headOf({ links, boldStart, emphasis }: Line): string {
  const [link] = links
  const bold = emphasis === 'bold' ? '' : boldStart.replace(/[\s:：]+$/, '')
  const head = link && link.kind !== 'frame' ? link.text : bold
  return head.length >= 6 && /\s/.test(head) && !onlyPeople(head) && linkWord(head) === undefined ? head : ''
}

/** `10:00 **title**, _Jane Doe_ (Acme)`: the only bold words of a line are its title, and who follows its speaker. */
export function titleInBold({ text, bolds }: Line): TitleSplit | undefined {
  const [bold = '', ...others] = bolds
  const place = text.indexOf(bold)
  if (bold.length < 4 || others.length > 0 || place > 16 || /\p{L}{3}/u.test(text.slice(0, place)))
    return undefined
  const told =
    /^\s*(?:[,:|/–—-]|by\s|with\s)\s*(\p{L}.{2,100})$/iu.exec(text.slice(place + bold.length))?.[1] ?? ''
  const people = withoutLinkWords(told)
  return startsWithName(people) ? { title: bareTitle(bold), people } : undefined
}

/** ``Jane Doe `title` ``: the only code of a line is its title, where people stand before it. */
export function titleInCode({ text, codes }: Line): TitleSplit | undefined {
  const [code = '', ...others] = codes
  const place = text.indexOf(code)
  const people = text.slice(0, place).replace(/[\s:：,–—-]+$/, '')
  return code.length >= 6 && others.length === 0 && people !== '' && areSurelyPeople(people)
    ? { title: code, people }
    : undefined
}

/** Links of a list as their titles: how each line names its talk and who gave it. */
export function splitLinkLines(lines: readonly Line[], splits: readonly TitleSplit[]): TitleSplit[] {
  const found = lines.map((line, index) =>
    splitLinkLine(line, splits[index] ?? { title: line.text, people: '' }),
  )
  const beside = lines.map(besideTitle)
  const told = beside.filter((text) => text !== '')
  const named = told.filter((text) => onlyPeople(text) !== undefined)
  // Where nearly all stand beside names, an account's name is one, too.
  const isUsual = named.length > 2 && named.length * 4 >= told.length * 3
  return found.map((split, index) => {
    const text = beside[index] ?? ''
    return isUsual && split.people === '' && /^[\p{L}\d_.-]{2,20}(?:\s\p{L}{1,20}){0,2}$/u.test(text)
      ? { title: titleLink(lines[index])?.text ?? split.title, people: text }
      : split
  })
}

/** The link that makes a line is its title, and who stands beside it its speaker: `[title](…) from [Jane](…)`. */
function splitLinkLine(line: Line, split: TitleSplit): TitleSplit {
  const broken = splitBroken(line)
  if (broken) return broken
  const credited = splitCredited(line)
  if (credited) return credited
  const account = split.people === '' ? linkedBy(line) : undefined
  if (account) return account
  const bold = split.people === '' ? splitBold(line) : undefined
  if (bold) return bold
  const linked = linkedName(line)
  if (linked && split.people === '') return linked
  const main = titleLink(line)
  if (!main || split.people !== '') return split
  const [own = split] = splitTitles([main.text])
  const beside = besideTitle(line)
  return own.people === '' && areSurelyPeople(beside) ? { ...own, people: beside } : own
}

/** `[title](…) - Jane Doe, Acme`: the link that a line begins with, and nothing but who spoke and where they work behind it. */
function splitCredited({ text, links }: Line): TitleSplit | undefined {
  const [link] = links.filter(({ kind }) => kind !== 'frame')
  if (!link || link.text.length < 4 || linkWord(link.text) !== undefined || isAddress(link.text))
    return undefined
  const place = text.indexOf(link.text)
  if (place < 0 || /\p{L}/u.test(text.slice(0, place)) || creditIn(link.text)) return undefined
  const beside = withoutLinkWords(text.slice(place + link.text.length))
    .replace(/^[\s:：|,/–—-]+/, '')
    .trim()
  if (beside === '' || !creditIn(beside)) return undefined
  const [own = { title: link.text, people: '' }] = splitTitles([link.text])
  return own.people === '' ? { title: own.title, people: beside } : undefined
}

function titleLink(line: Line | undefined): Line['links'][number] | undefined {
  return line?.links.find(
    ({ text, kind }) =>
      kind !== 'frame' &&
      linkWord(text) === undefined &&
      !isAddress(text) &&
      text.length * 2 >= line.text.length,
  )
}

/** What a line says beside the link that is its title; empty where it has no such link. */
function besideTitle(line: Line): string {
  const main = titleLink(line)
  return main
    ? line.text
        .replace(main.text, ' ')
        .replace(/^[\s:：|,/()–—-]+|[\s:：|,/()–—-]+$/g, '')
        .replace(/^(?:from|by|von|par|por)\s+/i, '')
    : ''
}

/** `**title** Jane Doe`, `**Jane Doe** title`: the bold words, and who or what stands behind them. */
function splitBold({ text, boldStart, emphasis }: Line): TitleSplit | undefined {
  if (boldStart === '' || emphasis === 'bold' || !text.startsWith(boldStart)) return undefined
  const first = boldStart.replace(/[\s:：,|–—-]+$/, '')
  const rest = text.slice(boldStart.length).replace(/^[\s:：,|/–—-]+/, '')
  if (first === '' || rest === '' || text.length > MAX_TITLE_CHARACTERS * 1.5) return undefined
  if (areSurelyPeople(rest) && !onlyPeople(first)) return { title: bareTitle(first), people: rest }
  const isTitle = /\s/.test(rest) && !/[.。]$|[다요죠]\.?$/.test(rest) && !onlyPeople(rest)
  return areSurelyPeople(first) && isTitle
    ? { title: splitTitles([rest])[0]?.title ?? rest, people: first }
    : undefined
}

/** A link in two lines: who, and the title; or the title, and in brackets what it means. */
function splitBroken({ broken, text }: Line): TitleSplit | undefined {
  const [first = '', second = '', ...more] = broken
  if (first === '' || second === '' || more.length > 0 || !text.startsWith(first)) return undefined
  const [own = { title: first, people: '' }] = splitTitles([first])
  if (onlyPeople(first)) return { title: splitTitles([second])[0]?.title ?? second, people: first }
  return /^[([（].*[)\]）]$/.test(second) ? own : undefined
}

/** `title by [jdoe](…)`: whom a line's last link names behind `by`, be it an account. */
function linkedBy({ text, links }: Line): TitleSplit | undefined {
  const person = links.filter(({ kind }) => kind !== 'frame').at(-1)
  if (!person || !/^\S{2,30}(?:\s\S{1,20}){0,3}$/.test(person.text) || !text.endsWith(person.text))
    return undefined
  const title = /^(.{4,}?),?\s+(?:by|von|par|por)\s+$/i.exec(text.slice(0, -person.text.length))?.[1]
  return title && linkWord(person.text) === undefined
    ? { title: splitTitles([title])[0]?.title ?? title, people: person.text }
    : undefined
}

/** `2019-03-28 - [Jane Doe](…) - title`: a linked name before a title is its speaker. */
function linkedName({ text, links }: Line): TitleSplit | undefined {
  const person = links.find(
    (link) => link.text !== '' && onlyPeople(link.text) && text.indexOf(link.text) <= 16,
  )
  if (!person) return undefined
  const place = text.indexOf(person.text)
  const before = text.slice(0, place)
  const title = /^\s*[-–—:|]\s+(.{3,})$/.exec(text.slice(place + person.text.length))?.[1]
  if (!title || /\p{L}/u.test(before)) return undefined
  return { title: splitTitles([title])[0]?.title ?? title, people: person.text }
}
