import { dirname, relative, sep } from 'node:path'

/** Where the folder of notes is published; `undefined` where it is not. */
export type PublishedAt = string | undefined

/** A file's address below the published folder: `path` is relative, `2019/slides/a b.pdf`. */
export function publishedUrl(base: PublishedAt, path: string): string | undefined {
  if (base === undefined) return undefined
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `${base.replace(/\/+$/u, '')}/${encoded}`
}

/** The address of the folder in which a file lies, with a slash behind it; both are paths as messages name them. */
export function publishedFolder(base: PublishedAt, folder: string, file: string): string | undefined {
  const inside = relative(folder, dirname(file)).split(sep).join('/')
  const url = inside === '' ? base : publishedUrl(base, inside)
  return url === undefined ? undefined : `${url.replace(/\/+$/u, '')}/`
}

/** The address that opens a PDF at a page (RFC 8118); other files are opened as a whole. */
export function pageUrl(url: string, page: number): string {
  return /\.pdf(?:\?[^#]*)?(?:#.*)?$/iu.test(url) ? `${url.replace(/#.*$/u, '')}#page=${page}` : url
}

/** The address that plays a video from a second on; `undefined` where its site has none that we know. */
export function momentUrl(video: string, seconds: number): string | undefined {
  const url = URL.canParse(video) ? new URL(video) : undefined
  if (!url) return undefined
  if (/(?:^|\.)(?:youtube\.com|youtu\.be)$/u.test(url.hostname)) {
    url.searchParams.delete('start')
    url.searchParams.set('t', `${seconds}s`)
    url.hash = ''
    return url.href
  }
  if (/(?:^|\.)vimeo\.com$/u.test(url.hostname)) {
    url.hash = `t=${seconds}s`
    return url.href
  }
  return undefined
}

/** What the site calls a video: `uKATqtjK2eo`, `76979871`. */
export function videoId(video: string): string | undefined {
  const url = URL.canParse(video) ? new URL(video) : undefined
  if (!url) return undefined
  const last = url.pathname.split('/').filter(Boolean).at(-1) ?? ''
  if (/(?:^|\.)youtube\.com$/u.test(url.hostname))
    return url.searchParams.get('v') ?? (last.length === 11 ? last : undefined)
  if (/(?:^|\.)youtu\.be$/u.test(url.hostname)) return last || undefined
  if (/(?:^|\.)vimeo\.com$/u.test(url.hostname)) return /^\d{6,}$/u.test(last) ? last : undefined
  return undefined
}

/** The second at which a link begins to play: 1200 for `?t=20m`; 0 where it says none. */
export function startOf(video: string): number {
  const url = URL.canParse(video) ? new URL(video) : undefined
  const time =
    url?.searchParams.get('t') ??
    url?.searchParams.get('start') ??
    /t=([\dhms]+)/u.exec(url?.hash ?? '')?.[1] ??
    ''
  if (/^\d+$/u.test(time)) return Number(time)
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/u.exec(time) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
