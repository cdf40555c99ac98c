import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { StoreCommand } from '../../src/chat/bot-listener.js'
import type { Noticeboard } from '../../src/chat/chat.js'
import { createTipsCommand } from '../../src/daily/tips-command.js'
import { openStore } from '../../src/store/open-store.js'
import type { Store } from '../../src/store/store.js'
import { listen } from '../store/log.js'
import { organiser } from '../wire/discord/fake-discord.js'
import { run, words } from '../wire/discord/running.js'
import { openHouse } from '../wire/slack/house.js'
import { subscribed } from './subscribed.js'

const now = Date.parse('2026-12-01T10:00:00+09:00')

test('an admin subscribes a Slack channel by a slash command, others are told to ask one', async () => {
  const { store, boards, commands } = await tipsCommand()
  const house = await openHouse({ bot: { commands } })
  onTestFinished(() => house.close())
  if (house.chat.noticeboard) boards.set('slack', house.chat.noticeboard)
  const { board, workspace } = house.slack
  workspace.admins = ['U8']
  const said = (part: string) => board.until(() => board.messages.find(({ text }) => text.includes(part)))
  await house.people.command('tips on 18:30 Europe/London', { user: 'U7' })
  await said('관리하는 사람만')
  expect(await store.subscriptions.all()).toEqual([])
  await house.people.command('tips on 18:30 Europe/London', { user: 'U8' })
  await said('다음 팁: 2026-12-01 18:30')
  const london = { time: '18:30', zone: 'Europe/London', since: now }
  expect(await store.subscriptions.all()).toEqual([subscribed({ ...london, subscriber: 'U8' })])
  await house.people.message('tips on', { user: 'U7' })
  await said('매일 팁을 보낼게요: 09:00')
  expect(await store.subscriptions.find('slack', 'D1')).toEqual(
    subscribed({ channel: 'D1', subscriber: 'U7', since: now }),
  )
  workspace.channels = [{ id: 'C1', archived: true }]
  await house.people.command('tips on', { user: 'U8' })
  await said('이 채널에 글을 쓸 수 없어요: is_archived')
  expect(board.faults).toEqual([])
})

test('a server’s organiser subscribes a Discord channel, others are told to ask one', async () => {
  const { store, boards, commands } = await tipsCommand()
  const { discord, chat } = await run({ parts: { commands } })
  if (chat.noticeboard) boards.set('discord', chat.noticeboard)
  const say = async (setting: string, manner: { permissions?: bigint }) => {
    const { original } = await discord.slash('tips', { setting }, { locale: 'ko', ...manner })
    return expect.poll(() => words(original))
  }
  await (await say('on 07:00', {})).toContain('관리하는 사람만')
  await (await say('on 07:00', { permissions: organiser })).toContain('07:00 (Asia/Seoul)')
  const own = { chat: 'discord', channel: discord.channel.id, time: '07:00', since: now }
  const all = await store.subscriptions.all()
  expect(all).toEqual([subscribed({ ...own, subscriber: all[0]?.subscriber ?? '' })])
  await (await say('off', { permissions: organiser })).toContain('이제 팁을 보내지 않을게요')
  expect((await store.subscriptions.all()).map(({ status }) => status)).toEqual(['off'])
})

/** `tips` on a store of its own; boards are added as chats open. */
async function tipsCommand(): Promise<{
  store: Store
  boards: Map<string, Noticeboard>
  commands: { tips: StoreCommand }
}> {
  const directory = await mkdtemp(join(tmpdir(), 'meetup-bot-'))
  const store = await openStore({ directory }, listen([]))
  onTestFinished(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  const boards = new Map<string, Noticeboard>()
  return { store, boards, commands: { tips: createTipsCommand({ store, boards, now: () => now }) } }
}
