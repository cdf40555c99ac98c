import { remember } from '../../text/remember.js'
import type { Link } from '../session.js'
import type { LineLink } from '../tree/line.js'
import { linkWord } from './labels.js'

const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|si|ref_src)$/i
const SLIDE_PAGES = /(?:^|\.)(?:slideshare\.net|slides?share\.com|speakerdeck\.com|slides\.com|pitch\.com)$/
const VIDEO_PAGES =
  /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|slideslive\.com|tv\.naver\.com|tv\.kakao\.com|media\.ccc\.de|infoq\.com)$/
const VIDEO_LISTS = /^\/(?:embed\/videoseries|playlist|channel|c|user|@[^/]+)(?:\/|$)/
const SLIDE_FILES = /\.(?:pptx?|key|odp|pdf)$/i

/**
 * An `http` or `https` address without tracking parameters (`fbclid`, `utm_*` and their like), its
 * fragment kept; `undefined` for anything else.
 */
export function cleanUrl(address: string): string | undefined {
  const url = readUrl(address.trim())
  if (!url) return undefined
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''))
  // Set only when something goes: the parser would also re-encode what is left.
  if (kept.join('&') !== url.search.slice(1)) url.search = kept.join('&')
  return url.href
}

/** What an address leads to, as far as it tells. */
export const kindOfUrl = remember(readKindOfUrl)

function readKindOfUrl(address: string): 'slides' | 'video' | 'other' {
  const url = readUrl(address)
  if (!url) return 'other'
  // A channel or a list of videos is no talk's.
  if (VIDEO_PAGES.test(url.hostname)) return VIDEO_LISTS.test(url.pathname) ? 'other' : 'video'
  if (isAccountPage(url)) return 'other'
  if (SLIDE_PAGES.test(url.hostname) || SLIDE_FILES.test(url.pathname)) return 'slides'
  return url.hostname === 'docs.google.com' && url.pathname.startsWith('/presentation/') ? 'slides' : 'other'
}

/** `slideshare.net/jane` lists all that Jane has shown. */
function isAccountPage({ hostname, pathname }: URL): boolean {
  return (
    /(?:^|\.)(?:slideshare\.net|speakerdeck\.com)$/.test(hostname) &&
    pathname.split('/').filter(Boolean).length < 2
  )
}

/** The account in the address of a slide page, `"JinwoongKim8"`; `undefined` when it names none. */
export function slideAccount(address: string): string | undefined {
  const url = readUrl(address)
  if (!url || !/(?:^|\.)(?:slideshare\.net|speakerdeck\.com)$/.test(url.hostname)) return undefined
  const [account, talk] = url.pathname.split('/').filter(Boolean)
  // `slideshare.net/secret/…`, `/slideshow/…` and `speakerdeck.com/player/…` name no account.
  if (!account || !talk || /^(?:secret|slideshow|player|p|embed)$/i.test(account)) return undefined
  return account
}

/** Whether a text is an address itself, and so no description of anything. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text.trim())
}

/** What a link leads to, by what its text says or else by its address. */
export function kindOfLink({ text, address, kind }: LineLink): 'slides' | 'video' | 'other' {
  const word = linkWord(text)
  if (word === 'slides' || word === 'video') return word
  const found = kindOfUrl(address)
  return found === 'other' && kind === 'frame' && !NO_SLIDES.test(address) ? 'slides' : found
}

/** Frames that show something else: maps, posts, forms, advertisements. */
const NO_SLIDES =
  /videoseries|playlist|maps|twitter|x\.com|facebook|instagram|forms?\b|calendar|codepen|gist|ads?\b|tally\.so|podcast|spotify|soundcloud/i

/** A link whose text only says "slides" or is an address, named after its session. */
export function named(link: Link, title: string): Link {
  return isAddress(link.title) || linkWord(link.title) ? { title, url: link.url } : link
}

/** The first link to each address. */
export function distinct(links: readonly Link[]): Link[] {
  return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed()
}

function readUrl(address: string): URL | undefined {
  if (!/^https?:\/\//i.test(address)) return undefined
  return URL.canParse(address) ? new URL(address) : undefined
}

/** Whether a link without an address was meant to lead to slides or a video, by its words or the file it names. */
export function isLostMedia({ text, written = '' }: LineLink): boolean {
  if (written === '') return false
  const word = linkWord(text)
  return word === 'slides' || word === 'video' || SLIDE_FILES.test(written.replace(/[?#].*$/, ''))
}
