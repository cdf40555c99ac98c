import { pino } from 'pino'
import { commands } from '../../../src/answer/commands.js'
import { createDiscordChat } from '../../../src/chat/discord/discord.js'
import { sleep } from '../../../src/time/sleep.js'
import { describeChat } from '../../chat/contract.js'
import { FakeDiscord } from './fake-discord.js'
import { words } from './running.js'
import { type KeptMessage, token } from './world.js'

describeChat('Discord', async () => {
  const discord = await FakeDiscord.start()
  const meter = { acknowledged: () => {}, reconnected: () => {}, sendFailed: () => {}, shed: () => {} }
  const context = { log: pino({ level: 'silent' }), meter, failed: () => {}, sleep }
  const chat = createDiscordChat(
    { token, apiUrl: discord.apiUrl, command: 'devops', organisers: [] },
    context,
  )
  let last: KeptMessage | undefined
  return {
    chat,
    close: () => discord.stop(),
    ask: async (typed) => {
      const [command, values] = formFor(typed)
      const locale = 'ko'
      last = (await discord.slash(command, values, { locale })).original
      return asRead(last)
    },
    choose: async (label) => {
      if (!last) throw new Error('Nothing was asked yet')
      return asRead((await discord.press(last, numberOf(label, last) ?? label)).original)
    },
  }
})

/** The form that somebody fills in for what they would type elsewhere. */
function formFor(typed: string): readonly [string, Record<string, string>] {
  const [first = '', ...rest] = typed.split(' ')
  const command = commands.find(({ name }) => name === first)
  if (!command) return ['session', { query: typed }]
  return [first, command.argument && rest.length > 0 ? { [command.argument.name]: rest.join(' ') } : {}]
}

/** A row of a list is opened by its number. */
function numberOf(title: string, message: KeptMessage): string | undefined {
  const row = asRead(message)
    .split('\n')
    .find((line) => line.endsWith(`. ${title}`))
  return row?.split('.')[0]
}

/** A card as it is read: without marks, links written out. */
function asRead(message: KeptMessage | undefined): string {
  if (!message) throw new Error('There is no answer')
  const buttons = message.components.flatMap(
    (row) => row.components as readonly { label: string; url?: string }[],
  )
  const labels = buttons.map(({ label, url = '' }) => `${label} ${url}`)
  const markdown = [words(message), ...labels].join('\n')
  return markdown
    .replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '$1 $2')
    .replace(/^ *(?:#+|-#|-) /gm, '')
    .replace(
      /`([^`\n]*)`|\\([^0-9A-Za-z\s])|\*\*|<(https?:[^>]*)>/g,
      (_match, code, escaped, url) => code ?? escaped ?? url ?? '',
    )
}
