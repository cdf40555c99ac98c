import type { ServerResponse } from 'node:http'

/** Writes an answer of any form. */
export type RawAnswer = (response: ServerResponse) => void

const json = { 'content-type': 'application/json' }
const html = { 'content-type': 'text/html' }

/** An answer with this status, these headers and this body. */
export function raw(status: number, headers: Record<string, string>, body: string): RawAnswer {
  return (response) => void response.writeHead(status, headers).end(body)
}

/** JSON as it is. */
export function rawJson(body: string, headers: Record<string, string> = {}, status = 200): RawAnswer {
  return raw(status, { ...json, ...headers }, body)
}

/** Never ends, and is never silent. */
export function dribble(response: ServerResponse): void {
  response.writeHead(200, json)
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}

/** More than a platform ever says; stops when the client hangs up. */
function flood(response: ServerResponse): void {
  response.writeHead(200, json)
  const pour = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
  }
  response.on('drain', pour)
  pour()
}

/** What a proxy, another server or a broken one may answer in place of a platform, by a name for tests. */
export const oddAnswers: readonly (readonly [string, RawAnswer])[] = [
  ['HTML', raw(200, html, '<h1>hello</h1>')],
  ['HTML for an error', raw(502, html, '<h1>bad gateway</h1>')],
  ['no content', raw(204, {}, '')],
  ['an empty body', rawJson('')],
  ['half of its JSON', rawJson('{"url":')],
  ['null', rawJson('null')],
  ['null for an error', rawJson('null', {}, 404)],
  ['a word for an error', rawJson('"no"', {}, 400)],
  ['a list', rawJson('[]')],
  ['a redirection', raw(302, { location: 'http://127.0.0.1:9/' }, '')],
  ['a limit without a time', raw(429, html, '<h1>slow down</h1>')],
  ['a limit of no time', rawJson('{"retry_after":0.1}', { 'retry-after': 'NaN' }, 429)],
  ['a limit of less than no time', rawJson('{"retry_after":0.1}', { 'retry-after': '-1' }, 429)],
  ['a limit in its body alone', rawJson('{"retry_after":0.1,"global":false}', {}, 429)],
  ['a body without end', flood],
]
