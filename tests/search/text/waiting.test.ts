import { expect, test } from 'vitest'
import { Waiting } from '../../../src/search/text/waiting.js'

const words = Array.from({ length: 240 }, (_, at) => `${'abc'.charAt(at % 3)}${at}`)

test('puts each word into the table once and in its order, whoever asks while it is prepared', () => {
  const put: string[] = []
  const waiting = new Waiting(
    (word) => put.push(word),
    words.map((word) => [word.charAt(0), word] as const),
  )
  const steps = waiting.takeAll()
  for (let step = 0; step < 7; step++) steps.next()
  waiting.take('b')
  expect(put).toEqual(expect.arrayContaining(words.filter((word) => word.startsWith('b'))))
  waiting.take('a')
  while (!steps.next().done);
  for (const initial of ['a', 'b', 'c']) {
    const begun = (word: string) => word.startsWith(initial)
    expect(put.filter(begun)).toEqual(words.filter(begun))
  }
})

test('hands over nothing that nobody asked for', () => {
  const put: string[] = []
  const waiting = new Waiting((word) => put.push(word))
  for (const word of words) waiting.add(word.charAt(0), word)
  waiting.take('c')
  expect(put).toEqual(words.filter((word) => word.startsWith('c')))
})
