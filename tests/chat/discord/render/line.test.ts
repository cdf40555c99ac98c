import { describe, expect, it } from 'vitest'
import type { ReplyLine } from '../../../../src/answer/reply.js'
import { renderLine } from '../../../../src/chat/discord/render/line.js'

describe('renderLine', () => {
  const cases: readonly (readonly [string, ReplyLine, string])[] = [
    [
      'joins bold with bold',
      [
        { text: 'Graf', style: 'match' },
        { text: 'ana', style: 'strong' },
      ],
      '**Grafana**',
    ],
    ['keeps spaces out of bold', [{ text: 'Label: ', style: 'strong' }, { text: 'a*b' }], '**Label:** a\\*b'],
    ['shows code as it is', [{ text: 'kube_config *', style: 'code' }], '`kube_config *`'],
    ['shows code with a backtick plain', [{ text: 'a`b', style: 'code' }], 'a\\`b'],
    ['makes one line of several', [{ text: 'a\n# b' }], 'a # b'],
    ['escapes what starts a list', [{ text: '- a' }], '\\- a'],
    ['drops what is empty', [{ text: '' }, { text: ' ', style: 'match' }], ''],
  ]
  it.each(cases)('%s', (_what, line, text) => expect(renderLine(line, 100)).toBe(text))

  it('cuts until it fits with its backslashes', () => {
    expect(renderLine([{ text: '*'.repeat(50) }], 11)).toBe(`${'\\*'.repeat(4)}…`)
  })
})
