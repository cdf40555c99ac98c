import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { createConsoleChat } from '../../../src/chat/console/console.js'
import { describeChat } from '../contract.js'

describeChat('the console', async () => {
  const input = new PassThrough()
  const output = new PassThrough({ encoding: 'utf8' })
  let queue: Promise<unknown> = Promise.resolve()
  let shown = ''
  const say = (line: string): Promise<string> => {
    const answered = queue.then(async () => {
      input.write(`${line}\n`)
      const [text]: unknown[] = await once(output, 'data')
      shown = String(text)
      return shown
    })
    queue = answered
    return answered
  }
  return {
    chat: createConsoleChat({ input, output, ended: () => {} }),
    close: async () => {},
    ask: say,
    choose: (label) => say(numberOf(shown, label)),
  }
})

/** Choices are numbered: `"  2) Kubernetes"`. */
function numberOf(answer: string, label: string): string {
  const line = answer.split('\n').find((each) => each.includes(`) ${label}`))
  return /\d+/u.exec(line ?? '')?.[0] ?? ''
}
