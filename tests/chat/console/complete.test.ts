import { describe, expect, it } from 'vitest'
import { complete } from '../../../src/chat/console/complete.js'
import { openBot } from '../../wire/bot.js'

const { bot } = openBot()

describe('complete', () => {
  it.each([
    ['sp', ['speaker '], 'sp'],
    ['tip', ['tip ', 'tips '], 'tip'],
    ['speaker 김진', ['김진웅'], '김진'],
    ['발표자 김진', ['김진웅'], '김진'],
    ['모니터링 speaker:김진', ['김진웅'], '김진'],
    ['gaps 3', [], '3'],
    ['opencen', ['Opencensus with Prometheus and Kubernetes'], 'opencen'],
  ])('gives for %j what it may become, and the end that this replaces', (line, found, replaced) => {
    expect(complete(line, bot)).toEqual([found, replaced])
  })
})
