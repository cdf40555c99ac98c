import { readFileSync } from 'node:fs'
import { App } from '@slack/bolt'

/**
 * A bare Bolt app, as its documentation begins one, in a process of its own: it says what stands in a file, question by
 * question.
 */
const [file = ''] = process.argv.slice(2)
const answers: Readonly<Record<string, { readonly text: string }>> = JSON.parse(readFileSync(file, 'utf8'))
const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', SLACK_API_URL = '' } = process.env

const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
})

app.command('/devops', async ({ command, ack }) => {
  await ack(answers[command.text] ?? { text: 'Unknown' })
})

app.event('app_mention', async ({ event, client }) => {
  const words = event.text.replace('<@UBOT> ', '')
  const answer = answers[`mention ${words}`] ?? { text: 'Unknown' }
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, ...answer })
})

await app.start()
