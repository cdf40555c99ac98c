import type { IncomingMessage } from 'node:http'

/** The only address we listen on: nobody but this machine. */
export const loopback = '127.0.0.1'

/**
 * Headers of every response. Nothing but our own files may run, be styled by or be loaded, so that notes which are
 * hostile to the page can do nothing, and the page opens no connection to anywhere else.
 */
export const safeHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/**
 * Whether a request was made by our own page, or by a program on this machine. A name that resolves to 127.0.0.1 (DNS
 * rebinding) shows in `Host`, another site's script in `Origin` or `Sec-Fetch-Site`.
 */
export function isOwnRequest({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean {
  const hosts = [`${loopback}:${port}`, `localhost:${port}`]
  const { host, origin } = headers
  if (host === undefined || !hosts.includes(host)) return false
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) return false
  // Somebody who follows a link to the page comes from elsewhere, and only wants to see it.
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}
