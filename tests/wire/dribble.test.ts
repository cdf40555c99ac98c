import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeRequest } from '../../src/chat/discord/wire/make-request.js'
import { limitedFetch } from '../../src/chat/slack/wire/limited-fetch.js'
import { dribble } from './odd-answers.js'

// A body that dribbles in has its headers in time: the request's own time must hold for all of it.

const server = createServer((_request, response) => dribble(response))
let url = ''

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('is given up by requests to Slack', async () => {
  await expect(limitedFetch(url, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/u)
})

it('is given up by requests to Discord', async () => {
  await expect(makeRequest(url, { method: 'GET', signal: AbortSignal.timeout(100) })).rejects.toThrow(
    /timeout/u,
  )
})
