import { useEffect, useState } from 'preact/hooks'
import type { AskedAnswer, AskRequest, Completions, PressedAnswer, PressRequest } from '../wire.js'

/** The bot's answer in both chats. Rejects when the server is gone. */
export function ask(request: AskRequest): Promise<AskedAnswer> {
  return post('/api/ask', request)
}

/** What a pressed button does. Rejects when the server is gone. */
export function press(request: PressRequest): Promise<PressedAnswer> {
  return post('/api/press', request)
}

/** Completions; none when the server is gone. */
export async function suggest(field: string, typed: string): Promise<Completions> {
  const parameters = new URLSearchParams({ field, typed })
  return get<Completions>(`/api/suggest?${parameters}`).catch(() => [])
}

/** Data from the server on its way. */
export type Loaded<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly data: Data }
  | { readonly state: 'gone' }

/** Data of a path; what is shown stays until newer has come. `version` asks again whenever it changes. */
export function useLoaded<Data>(path: string, version: number): Loaded<Data> {
  const [loaded, setLoaded] = useState<Loaded<Data>>({ state: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const show = (next: Loaded<Data>) => isCurrent && setLoaded(next)
    get<Data>(path).then(
      (data) => show({ state: 'there', data }),
      () => show({ state: 'gone' }),
    )
    return () => {
      isCurrent = false
    }
  }, [path, version])
  return loaded
}

/** Counts the changes of the notes, as the server tells of them; the connection heals by itself. */
export function useChanges(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const source = new EventSource('/api/changes')
    source.addEventListener('message', () => setChanges((count) => count + 1))
    return () => source.close()
  }, [])
  return changes
}

async function get<Data>(path: string): Promise<Data> {
  return read(await fetch(path))
}

async function post<Data>(path: string, body: unknown): Promise<Data> {
  const headers = { 'content-type': 'application/json' }
  return read(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function read<Data>(response: Response): Promise<Data> {
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}
