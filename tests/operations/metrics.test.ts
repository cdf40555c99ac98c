import { describe, expect, it } from 'vitest'
import type { Answered } from '../../src/chat/bot-listener.js'
import type { Chat } from '../../src/chat/chat.js'
import type { LibraryState } from '../../src/live-notes/library-state.js'
import { createMetrics } from '../../src/operations/metrics.js'
import type { SearchIndex } from '../../src/search/types.js'

const answered: Answered = {
  id: 'abcdefghijkl',
  askedAt: 0,
  chat: 'slack',
  locale: 'ko',
  command: 'session',
  outcome: 'unsure',
  text: '모니터링',
  sessions: [],
  composeSeconds: 0.001,
  seconds: 0.004,
}

/** The lines of one metric, without the ones about it. */
async function linesOf(metrics: ReturnType<typeof createMetrics>, name: string): Promise<readonly string[]> {
  const text = await metrics.registry.metrics()
  return text.split('\n').filter((line) => line.startsWith(name))
}

describe('the figures', () => {
  it('count questions by chat, command and outcome, and time their answers', async () => {
    const metrics = createMetrics()
    metrics.listener.answered(answered)
    metrics.listener.answered({ ...answered, chat: 'discord', outcome: 'answered' })
    expect(
      (await linesOf(metrics, 'meetup_bot_questions_total')).filter((line) => !line.endsWith(' 0')),
    ).toEqual([
      'meetup_bot_questions_total{chat="slack",command="session",outcome="unsure"} 1',
      'meetup_bot_questions_total{chat="discord",command="session",outcome="answered"} 1',
    ])
    expect(await linesOf(metrics, 'meetup_bot_answer_duration_seconds_sum')).toEqual([
      'meetup_bot_answer_duration_seconds_sum{chat="slack"} 0.004',
      'meetup_bot_answer_duration_seconds_sum{chat="discord"} 0.004',
    ])
  })

  it('count votes, reconnects, tips and forgotten questions, and time acknowledgements', async () => {
    const metrics = createMetrics()
    metrics.listener.voted('abcdefghijkl', 'down')
    metrics.meter.reconnected('slack')
    metrics.meter.acknowledged('discord', 0.25)
    metrics.tipEnded('sent')
    metrics.questionsDropped(2)
    const lines = await linesOf(metrics, 'meetup_bot_')
    expect(lines.filter((line) => !line.includes('bucket') && !line.endsWith(' 0'))).toEqual([
      'meetup_bot_tips_total{outcome="sent"} 1',
      'meetup_bot_questions_dropped_total 2',
      'meetup_bot_acknowledgement_duration_seconds_sum{chat="discord"} 0.25',
      'meetup_bot_acknowledgement_duration_seconds_count{chat="discord"} 1',
      'meetup_bot_chat_reconnects_total{chat="slack"} 1',
      'meetup_bot_votes_total{vote="down"} 1',
    ])
  })

  it('begin at 0 wherever it is known what can be counted', async () => {
    const metrics = createMetrics(['slack', 'discord'])
    const lines = await linesOf(metrics, 'meetup_bot_')
    expect(lines).toEqual(
      expect.arrayContaining([
        'meetup_bot_tips_total{outcome="failed"} 0',
        'meetup_bot_tips_total{outcome="retried"} 0',
        'meetup_bot_questions_total{chat="slack",command="tips",outcome="failed"} 0',
        'meetup_bot_questions_total{chat="discord",command="session",outcome="none"} 0',
        'meetup_bot_votes_total{vote="up"} 0',
        'meetup_bot_chat_reconnects_total{chat="discord"} 0',
        'meetup_bot_shed_total{chat="slack"} 0',
        'meetup_bot_answer_duration_seconds_count{chat="slack"} 0',
        'meetup_bot_acknowledgement_duration_seconds_bucket{le="1",chat="discord"} 0',
      ]),
    )
    expect(lines.filter((line) => !line.endsWith(' 0'))).toEqual([])
  })

  it('keep the codes of send failures few', async () => {
    const metrics = createMetrics()
    metrics.meter.sendFailed('discord', '50013')
    metrics.meter.sendFailed('slack', 'a message, not a code')
    for (let code = 0; code < 100; code += 1) metrics.meter.sendFailed('slack', `made_up_${code}`)
    const lines = await linesOf(metrics, 'meetup_bot_chat_send_failures_total')
    expect(lines).toHaveLength(51)
    expect(lines).toContain('meetup_bot_chat_send_failures_total{chat="slack",code="other"} 52')
  })

  it('time searches without changing them', async () => {
    const metrics = createMetrics()
    const index: SearchIndex = {
      search: (text, _filters, limit) => {
        throw new Error(`${text} ${limit}`)
      },
      bySpeaker: () => [],
      suggest: () => [],
      key: (text) => text,
      explain: (question) => ({ question, outcome: 'none', words: [], terms: [], sessions: [] }),
      prepare: async () => {},
    }
    expect(() => metrics.timed(index).search('k8s', {}, 3)).toThrow('k8s 3')
    const found = { outcome: 'none', matches: [] } as const
    expect(metrics.timed({ ...index, search: () => found }).search('k8s')).toBe(found)
    expect(await linesOf(metrics, 'meetup_bot_search_duration_seconds_count')).toEqual([
      'meetup_bot_search_duration_seconds_count 1',
    ])
  })

  it('show the notes and the chats as they are when asked', async () => {
    const metrics = createMetrics()
    const good: LibraryState = { sessions: 7, loadedAt: 1000, behindSeconds: 0, unusable: [] }
    let library = good
    const slack: Chat = {
      name: 'slack',
      start: async () => {},
      stop: async () => {},
      health: () => ({ connected: true, seenAt: 5000 }),
    }
    const console: Chat = {
      ...slack,
      name: 'console',
      health: () => ({ connected: false, seenAt: undefined }),
    }
    metrics.show({ chats: [slack, console], library: () => library })
    const shown = async () => [
      ...(await linesOf(metrics, 'meetup_bot_library')),
      ...(await linesOf(metrics, 'meetup_bot_notes')),
      ...(await linesOf(metrics, 'meetup_bot_chat_connected')),
      ...(await linesOf(metrics, 'meetup_bot_chat_seen')),
    ]
    expect(await shown()).toEqual([
      'meetup_bot_library_sessions 7',
      'meetup_bot_library_loaded_timestamp_seconds 1',
      'meetup_bot_library_behind_seconds 0',
      'meetup_bot_notes_unusable_files 0',
      'meetup_bot_chat_connected{chat="slack"} 1',
      'meetup_bot_chat_connected{chat="console"} 0',
      'meetup_bot_chat_seen_timestamp_seconds{chat="slack"} 5',
    ])
    const unusable: LibraryState['unusable'] = [{ file: '2019.md', line: 1, level: 'error', message: '…' }]
    library = { ...good, behindSeconds: 75.5, unusable }
    expect(await shown()).toEqual(
      expect.arrayContaining(['meetup_bot_library_behind_seconds 75.5', 'meetup_bot_notes_unusable_files 1']),
    )
  })
})
