import type { App } from '@slack/bolt'
import type { Locale } from '../../../answer/wording/locale.js'
import { renderHome } from '../render/render.js'
import type { Desk } from './context.js'

/** Fills a person's App Home whenever they open it. */
export function listenForHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'messages') return
    if (body.event_id !== undefined && !desk.seen.first(`event ${body.event_id}`)) return
    await publishHome(desk, event.user, desk.config.locale, 0)
  })
}

/** Shows a page of App Home. */
export async function publishHome(desk: Desk, user: string, locale: Locale, page: number): Promise<void> {
  const view = renderHome(desk.bot.home(locale, page))
  await desk.web.persist(() => desk.web.client.views.publish({ user_id: user, view }))
}
