import type { App } from '@slack/bolt'
import type { Locale } from '../../../answer/wording/locale.js'
import { renderHome } from '../render/render.js'
import type { SlackContext } from './context.js'

/** Fills a person's App Home whenever they open it. */
export function listenForHome(app: App, context: SlackContext): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'messages') return
    if (body.event_id !== undefined && !context.seen.first(`event ${body.event_id}`)) return
    await publishHome(context, event.user, context.config.locale, 0)
  })
}

/** Shows a page of App Home. */
export async function publishHome(
  context: SlackContext,
  user: string,
  locale: Locale,
  page: number,
): Promise<void> {
  const view = renderHome(context.bot.home(locale, page))
  await context.web.persist(() => context.web.client.views.publish({ user_id: user, view }))
}
