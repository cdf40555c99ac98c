import { linkWord } from './labels.js'
import { isAddress, kindOfUrl } from './links.js'
import type { Link } from './session.js'

/** Sorts links by what their text or their address says is behind them. */
export function sortLinks(links: readonly Link[]): { slides: Link[]; videos: Link[]; links: Link[] } {
  const kinds = links.map((link) => {
    const word = linkWord(link.title)
    return word === 'slides' || word === 'video' ? word : kindOfUrl(link.url)
  })
  const of = (kind: string) => links.filter((_, index) => kinds[index] === kind)
  return { slides: of('slides'), videos: of('video'), links: of('other') }
}

/** A link whose text only says "slides" or is an address, named after its session. */
export function named(link: Link, title: string): Link {
  return isAddress(link.title) || linkWord(link.title) ? { title, url: link.url } : link
}

/** The first link to each address. */
export function distinct(links: readonly Link[]): Link[] {
  return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed()
}
