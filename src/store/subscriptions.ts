import type { StoreConnection } from './connection.js'
import type { Subscriptions } from './store.js'

/** Subscriptions in the database. */
export function createSubscriptions(connection: StoreConnection): Subscriptions {
  return {
    all: () =>
      connection.ask((db) =>
        db.selectFrom('subscription').selectAll().orderBy('chat').orderBy('channel').execute(),
      ),

    find: (chat, channel) =>
      connection.ask((db) =>
        db
          .selectFrom('subscription')
          .selectAll()
          .where('chat', '=', chat)
          .where('channel', '=', channel)
          .executeTakeFirst(),
      ),

    async put(subscription) {
      const { chat, channel, ...rest } = subscription
      await connection.ask((db) =>
        db
          .insertInto('subscription')
          .values({ chat, channel, ...rest })
          .onConflict((conflict) => conflict.columns(['chat', 'channel']).doUpdateSet(rest))
          .execute(),
      )
    },
  }
}
