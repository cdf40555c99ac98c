import type { App, types } from '@slack/bolt'
import { wordingIn } from '../../../answer/wording/wording.js'
import { limits } from '../limits.js'
import { askShortcutId } from '../manifest.js'
import { renderModal } from '../render/render.js'
import { plainText } from '../render/text.js'
import { askerAt, type SlackContext } from './context.js'

const formId = 'ask_form'
const field = { block: 'question', input: 'words' } as const

/** Asks in a form, from anywhere: slash commands do not work in threads (docs.slack.dev, "Slash commands"). */
export function listenForAskForm(app: App, context: SlackContext): void {
  app.shortcut(askShortcutId, async ({ shortcut, ack }) => {
    await ack()
    const view = formIn(context)
    await context.web.persist(() => context.web.client.views.open({ trigger_id: shortcut.trigger_id, view }))
  })
  app.view(formId, async ({ ack, body, view }) => {
    const words = view.state.values[field.block]?.[field.input]?.value ?? ''
    const asker = askerAt(context, { user: body.user.id, visibility: 'private', direct: true })
    await context.bot.answer(words, asker, {
      send: (reply) => ack({ response_action: 'update', view: renderModal(reply, words) }),
    })
  })
}

function formIn({ config }: SlackContext): types.ModalView {
  const words = wordingIn(config.locale).askForm
  return {
    type: 'modal',
    callback_id: formId,
    title: plainText(words.title, limits.modalTitle),
    submit: plainText(words.submit, limits.modalTitle),
    blocks: [
      {
        type: 'input',
        block_id: field.block,
        label: plainText(words.label, limits.inputLabel),
        element: {
          type: 'plain_text_input',
          action_id: field.input,
          max_length: limits.inputText,
          placeholder: plainText(words.placeholder, limits.placeholder),
        },
      },
    ],
  }
}
