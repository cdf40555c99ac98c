import { unescapeText } from '../../../src/chat/slack/render/text.js'
import { describeChat } from '../../chat/contract.js'
import { type Shown, wordsOf } from './board.js'
import { buildHouse, modes } from './house.js'

for (const mode of modes) {
  describeChat(`Slack in ${mode} mode`, async () => {
    const { house } = await buildHouse({ mode })
    const { people, slack, chat } = house
    let last: Shown | undefined
    let users = 1
    return {
      chat,
      close: () => slack.stop(),
      ask: async (words) => {
        users += 1
        const user = `U${users}`
        const typed = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
        await people.command(typed, { user })
        last = await slack.board.until(() => slack.board.messages.find(({ to }) => to === user))
        return unescapeText(wordsOf(last.blocks))
      },
      choose: async (label) => {
        const before = slack.board.messages
        if (last) await people.press(last, label, last.to)
        const shown = await slack.board.until(() =>
          slack.board.messages.find((message) => !before.includes(message)),
        )
        return unescapeText(wordsOf(shown.blocks))
      },
    }
  })
}
