import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeButtonValue } from '../../../src/chat/slack/render/button-value.js'
import { longNotes } from '../long-notes.js'
import { type Shown, type View, wordsOf } from './board.js'
import { type House, modes, openHouse } from './house.js'

/** The shipped notes hold this talk, with slides. */
const question = '쿠버네티스'

describe.each(modes)('Slack in %s mode', (mode) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse({ mode })
  })
  afterEach(async () => {
    await house.close()
    expect(house.slack.board.faults).toEqual([])
  })

  const shown = (): readonly Shown[] => house.slack.board.messages
  const nextShown = () => house.slack.board.until(() => shown().at(-1))
  const nextView = (type: string): Promise<View> =>
    house.slack.board.until(() => house.slack.board.views.find((view) => view.type === type))

  describe('the slash command', () => {
    it('is answered privately, with the reply as the acknowledgement', async () => {
      await house.people.command(`session ${question}`)
      expect(shown()).toHaveLength(1)
      expect(shown()[0]).toMatchObject({ channel: 'C1', to: 'U1' })
      expect(shown()[0]?.text).toContain('Kubernetes')
      expect(wordsOf(shown()[0]?.blocks ?? [])).toContain('[채널에 공유] [도움됐어요] [아니에요]')
      expect(house.slack.workspace.calls.filter(({ method }) => method.startsWith('chat'))).toEqual([])
    })

    it('is answered to everybody with public:yes', async () => {
      await house.people.command(`${question} public:yes`)
      expect(shown()[0]).not.toHaveProperty('to')
      expect(wordsOf(shown()[0]?.blocks ?? [])).not.toContain('[채널에 공유]')
    })

    it('is answered in English when it is asked in English', async () => {
      await house.people.command('how do I monitor a Kubernetes cluster?')
      expect(wordsOf(shown()[0]?.blocks ?? [])).toMatch(/\[Share|\[All talks|\[Open slides/u)
    })

    it('says what it can do when it is empty', async () => {
      await house.people.command('')
      expect(shown()[0]?.text).toContain('session')
    })

    it('shows what people typed as they typed it, and pings nobody', async () => {
      await house.people.command('&lt;!channel&gt; `*x*` &amp; &lt;@U2&gt; zzzz')
      expect(shown()[0]?.text).toContain('&lt;!channel&gt; `*x*` &amp; &lt;@U2&gt; zzzz')
      expect(wordsOf(shown()[0]?.blocks ?? [])).toContain('<!channel> `*x*` & <@U2> zzzz')
    })
  })

  describe('a private answer', () => {
    beforeEach(async () => {
      await house.people.command(`session ${question}`)
    })

    it('is shared with the channel once, by name, and goes away', async () => {
      const answer = await nextShown()
      await Promise.all([
        house.people.press(answer, '채널에 공유'),
        house.people.press(answer, '채널에 공유'),
      ])
      const shared = await house.slack.board.until(
        () => shown().length === 1 && shown().find(({ to }) => to === undefined),
      )
      const card = answer.text.split('\n').slice(0, 2).join('\n')
      expect(shared.text).toContain(card)
      expect(shared.text).toContain('공유한 사람: u1')
      expect(wordsOf(shared.blocks)).not.toContain('[채널에 공유]')
    })

    it.each(['gaps', 'tips off', 'tip'])(
      'shares nothing when its button was made to say %j',
      async (words) => {
        const ran: string[] = []
        const command = async (said: string) => {
          ran.push(said)
          return { outcome: 'command', parts: [{ kind: 'text', line: [{ text: 'secret' }] }] } as const
        }
        const own = await openHouse({
          mode,
          bot: { commands: { gaps: command, tips: command, tip: command } },
        })
        await own.people.command(`session ${question}`)
        const answer = await own.slack.board.until(() => own.slack.board.messages.at(-1))
        const value = encodeButtonValue({ kind: 'share', locale: 'ko' }, words)
        const forged: Shown['blocks'] = JSON.parse(
          JSON.stringify(answer.blocks).replace(
            /"value":"(?:[^"\\]|\\.)*share(?:[^"\\]|\\.)*"/u,
            `"value":${JSON.stringify(value)}`,
          ),
        )
        await own.people.press({ ...answer, blocks: forged }, '채널에 공유')
        const [, told] = await own.slack.board.until(
          () => own.slack.board.messages[1] && own.slack.board.messages,
        )
        expect([ran, told?.to]).toEqual([[], 'U1'])
        await own.close()
      },
    )

    it('thanks for a thumb in the place of the buttons', async () => {
      const answer = await nextShown()
      await house.people.press(answer, '도움됐어요')
      const thanked = await house.slack.board.until(() =>
        shown().find(({ text }) => text.includes('고마워요')),
      )
      expect(thanked.ts).toBe(answer.ts)
      expect(thanked.text).toContain(answer.text.split('\n')[0])
      expect(wordsOf(thanked.blocks)).not.toContain('[도움됐어요]')
      expect(house.heard.votes).toEqual(['up'])
    })

    it('can still be shared by a bot that has started anew', async () => {
      const answer = await nextShown()
      await house.close()
      const again = await openHouse({ mode })
      const old = again.slack.board.show({ ...answer })
      await again.people.press(old, '채널에 공유')
      const shared = await again.slack.board.until(() => again.slack.board.messages.find(({ to }) => !to))
      expect(shared.text).toContain(answer.text.split('\n')[0])
      await again.close()
    })
  })

  it('opens another session as a new private answer', async () => {
    await house.people.command(`session ${question}`)
    const answer = await nextShown()
    const label = /\*([^*\n]+)\*\n.*\[열기\]/u.exec(wordsOf(answer.blocks))?.[1] ?? ''
    await house.people.press(answer, label)
    const other = await house.slack.board.until(() => shown()[1])
    expect(other).toMatchObject({ channel: 'C1', to: 'U1' })
    expect(other.text).toContain(label)
    expect(shown()[0]).toEqual(answer)
  })

  describe('a mention', () => {
    it('is answered in its thread, for everybody', async () => {
      const ts = await house.people.mention(question)
      expect(await nextShown()).toMatchObject({ channel: 'C1', thread_ts: ts })
      expect(shown()[0]).not.toHaveProperty('to')
      expect(shown()[0]?.text).toContain('Kubernetes')
    })

    it('in a thread is answered in that thread', async () => {
      await house.people.mention(question, { thread_ts: '5.000001' })
      expect(await nextShown()).toMatchObject({ thread_ts: '5.000001' })
    })
  })

  describe('a private reply to a mention', () => {
    const gaps = async () =>
      ({
        outcome: 'command',
        visibility: 'private',
        parts: [{ kind: 'text', line: [{ text: 'asked' }] }],
      }) as const

    it('is for the asker’s eyes alone, outside a thread that is not there yet', async () => {
      const own = await openHouse({ mode, bot: { commands: { gaps } } })
      await own.people.mention('gaps')
      const [only] = await own.slack.board.until(
        () => own.slack.board.messages[0] && own.slack.board.messages,
      )
      expect(only).toMatchObject({ channel: 'C1', to: 'U1', text: 'asked' })
      expect(only).not.toHaveProperty('thread_ts')
      await own.close()
    })

    it('stays in the thread in which it was asked for', async () => {
      const own = await openHouse({ mode, bot: { commands: { gaps } } })
      await own.people.mention('gaps', { thread_ts: '5.000001' })
      const [only] = await own.slack.board.until(
        () => own.slack.board.messages[0] && own.slack.board.messages,
      )
      expect(only).toMatchObject({ to: 'U1', thread_ts: '5.000001' })
      await own.close()
    })
  })

  describe('a direct message', () => {
    it('is answered where it was written', async () => {
      await house.people.message(question)
      const answer = await nextShown()
      expect(answer).toMatchObject({ channel: 'D1' })
      expect(answer).not.toHaveProperty('thread_ts')
      expect(wordsOf(answer.blocks)).toContain('[도움됐어요] [아니에요]')
      expect(wordsOf(answer.blocks)).not.toContain('공유')
    })

    it('in a thread is answered there, without a mention', async () => {
      await house.people.message(question, { thread_ts: '6.000001' })
      expect(await nextShown()).toMatchObject({ channel: 'D1', thread_ts: '6.000001' })
    })
  })

  describe('a group direct message', () => {
    const channel = 'G7'
    beforeEach(() => {
      house.slack.workspace.channels = [{ id: channel, private: true, group: true }]
    })

    it('is answered where the bot is mentioned, in a thread, for all of the group', async () => {
      const ts = await house.people.mention(question, { channel })
      const answer = await nextShown()
      expect(answer).toMatchObject({ channel, thread_ts: ts })
      expect(answer).not.toHaveProperty('to')
    })

    it('is not listened to otherwise', async () => {
      await house.people.message(question, { channel, channel_type: 'mpim' })
      const ts = await house.people.mention(question, { channel })
      await nextShown()
      expect(shown()).toMatchObject([{ thread_ts: ts }])
    })

    it('takes the command, privately until it is shared with the group', async () => {
      await house.people.command(`session ${question}`, { channel })
      const answer = await nextShown()
      expect(answer).toMatchObject({ channel, to: 'U1' })
      await house.people.press(answer, '채널에 공유')
      const shared = await house.slack.board.until(() => shown().find(({ to }) => to === undefined))
      expect(shared.channel).toBe(channel)
    })
  })

  describe('the global shortcut', () => {
    it('asks in a form, and answers in its place', async () => {
      await house.people.openForm()
      const form = await nextView('modal')
      expect(wordsOf(form.blocks)).toContain('무엇이 궁금하세요?')
      await house.people.submit(form, { question: { words: { type: 'plain_text_input', value: question } } })
      const answered = await house.slack.board.until(() =>
        house.slack.board.views.find(({ blocks }) => wordsOf(blocks).includes('Kubernetes')),
      )
      expect(answered.id).toBe(form.id)
      expect(wordsOf(answered.blocks)).not.toContain('[채널에 공유]')
    })
  })

  describe('App Home', () => {
    it('welcomes, with examples, the tip of the day and the sessions', async () => {
      await house.people.openHome()
      const home = await nextView('home')
      expect(home.user).toBe('U1')
      expect(wordsOf(home.blocks)).toContain('아래 질문을 누르거나')
      expect(wordsOf(home.blocks)).toContain('Tip of the day')
      expect(wordsOf(home.blocks)).toContain('KOREA DevOps')
    })

    it('answers an example in a modal, whose thumbs give thanks there', async () => {
      await house.people.openHome()
      const home = await nextView('home')
      const example = /\[([^\]]+)\] \[[^\]]+\] \[[^\]]+\]$/u.exec(wordsOf(home.blocks))?.[1] ?? ''
      await house.people.pressIn(home, example)
      const modal = await nextView('modal')
      expect(wordsOf(modal.blocks)).toContain(example)
      expect(wordsOf(modal.blocks)).not.toContain('공유')
      await house.people.pressIn(modal, '아니에요')
      await house.slack.board.until(() =>
        house.slack.board.views.find(
          ({ id, blocks }) => id === modal.id && wordsOf(blocks).includes('고마워요'),
        ),
      )
      expect(house.heard.votes).toEqual(['down'])
    })
  })

  it('finds talks for a message, privately', async () => {
    await house.people.findTalks(`&lt;help&gt; <@U2> ${question} 어떻게 하나요?`)
    const found = await nextShown()
    expect(found).toMatchObject({ channel: 'C1', to: 'U1' })
    expect(found.text).toContain('Kubernetes')
  })
})

describe.each(modes)('Slack in %s mode, with more talks than a page has rows,', (mode) => {
  let house: House
  beforeEach(async () => {
    house = await openHouse({ mode, bot: { notes: () => longNotes } })
  })
  afterEach(async () => {
    await house.close()
    expect(house.slack.board.faults).toEqual([])
  })

  it('turns the pages of a list in place', async () => {
    const { board } = house.slack
    await house.people.command('sessions')
    const first = await board.until(() => board.messages.at(-1))
    await house.people.press(first, '다음 ▶')
    const second = await board.until(
      () => board.messages[0] !== first && board.messages.find(({ ts }) => ts === first.ts),
    )
    expect(board.messages).toHaveLength(1)
    expect(second.text).toContain('2 / 2')
    expect(wordsOf(second.blocks)).toContain('[◀ 이전]')
  })

  it('turns the pages of App Home', async () => {
    const { board } = house.slack
    await house.people.openHome()
    const home = await board.until(() => board.views.find(({ type }) => type === 'home'))
    await house.people.pressIn(home, '다음 ▶')
    const second = await board.until(() =>
      board.views.find(({ blocks }) => wordsOf(blocks).includes('[◀ 이전]')),
    )
    expect(second.id).toBe('home U1')
  })
})
