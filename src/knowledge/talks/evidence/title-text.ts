import { linkWord } from '../../facts/labels.js'
import { isAddress } from '../../facts/links.js'
import { onlyPeople } from '../../facts/people.js'
import { splitTitles, type TitleSplit } from '../../facts/titles.js'
import type { Line } from '../../tree/line.js'

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
  const linked = linkedName(line)
  if (linked && split.people === '') return linked
  const main = titleLink(line)
  if (!main || split.people !== '') return split
  const [own = split] = splitTitles([main.text])
  const beside = besideTitle(line)
  return own.people === '' && onlyPeople(beside) ? { ...own, people: beside } : own
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
        .replace(/^(?:from|by)\s+/i, '')
    : ''
}

/** A link in two lines: who, and the title; or the title, and in brackets what it means. */
function splitBroken({ broken, text }: Line): TitleSplit | undefined {
  const [first = '', second = '', ...more] = broken
  if (first === '' || second === '' || more.length > 0 || !text.startsWith(first)) return undefined
  const [own = { title: first, people: '' }] = splitTitles([first])
  if (onlyPeople(first)) return { title: splitTitles([second])[0]?.title ?? second, people: first }
  return /^[([（].*[)\]）]$/.test(second) ? own : undefined
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
