import { describe, expect, it } from 'vitest'
import { isOwnRequest } from '../../src/preview/guard.js'

const allows = (headers: Record<string, string>) => isOwnRequest({ headers }, 4321)

describe('a request', () => {
  it.each([
    [{ host: '127.0.0.1:4321' }],
    [{ host: 'localhost:4321', origin: 'http://localhost:4321' }],
    [{ host: '127.0.0.1:4321', 'sec-fetch-site': 'same-origin' }],
    [
      {
        host: '127.0.0.1:4321',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      },
    ],
  ])('of our own page is allowed: %j', (headers) => {
    expect(allows(headers)).toBe(true)
  })

  it.each([
    [{}],
    // DNS rebinding: their name, our address.
    [{ host: 'evil.example:4321' }],
    [{ host: '127.0.0.1:9999' }],
    [{ host: '127.0.0.1:4321', origin: 'http://evil.example' }],
    [{ host: '127.0.0.1:4321', origin: 'http://127.0.0.1:9999' }],
    [{ host: '127.0.0.1:4321', origin: 'null' }],
    [{ host: '127.0.0.1:4321', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [
      {
        host: '127.0.0.1:4321',
        'sec-fetch-site': 'same-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'iframe',
      },
    ],
  ])('of anybody else is refused: %j', (headers) => {
    expect(allows(headers)).toBe(false)
  })
})
