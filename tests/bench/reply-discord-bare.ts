import { readFileSync } from 'node:fs'
import { type APIMessage, Client, Events, GatewayIntentBits, type InteractionReplyOptions } from 'discord.js'

/**
 * A bare discord.js client, as its guide begins one, in a process of its own: it says what stands in a file, question
 * by question.
 */
const [file = ''] = process.argv.slice(2)
const answers = JSON.parse(readFileSync(file, 'utf8'))
const { DISCORD_TOKEN = '', DISCORD_API_URL = '' } = process.env
const allowedMentions = { parse: [], repliedUser: false }

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: DISCORD_API_URL },
})

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) {
    const { content, embeds, components, flags } = answers[interaction.options.getString('query') ?? '']
    const options: InteractionReplyOptions = { content, embeds, components, flags, allowedMentions }
    await interaction.reply(options)
  } else if (interaction.isAutocomplete()) {
    await interaction.respond(answers[`complete ${interaction.options.getFocused()}`])
  }
})

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot || !client.user || !message.mentions.has(client.user)) return
  const words = message.content.replace(`<@${client.user.id}> `, '')
  const { content, embeds, components } = answers[`mention ${words}`] as Pick<
    APIMessage,
    'content' | 'embeds' | 'components'
  >
  const nonce = { nonce: message.id, enforceNonce: true }
  await message.reply({
    content,
    embeds,
    ...(components ? { components } : {}),
    ...nonce,
    allowedMentions,
    failIfNotExists: false,
  })
})

await client.login(DISCORD_TOKEN)
