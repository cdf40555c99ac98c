import type { StoreConnection } from './connection.js'
import type { DeliveryRow } from './schema.js'
import type { Deliveries, Delivery, DeliveryEnd, NewDelivery } from './store.js'

/** Deliveries in the database. */
export function createDeliveries(connection: StoreConnection): Deliveries {
  return {
    claim: (delivery, leaseSeconds) => claim(connection, delivery, leaseSeconds),
    finish: (delivery, status) => finish(connection, delivery, status),
    release: (delivery, certain) => release(connection, delivery, certain),

    async find(chat, channel, day) {
      const row = await connection.ask((db) =>
        db
          .selectFrom('delivery')
          .selectAll()
          .where('chat', '=', chat)
          .where('channel', '=', channel)
          .where('day', '=', day)
          .executeTakeFirst(),
      )
      return row && toDelivery(row)
    },

    async lastSent(chat, channel) {
      const rows = await connection.ask((db) =>
        db
          .selectFrom('delivery')
          .select(['tip', (eb) => eb.fn.max('claimedAt').as('sentAt')])
          .where('chat', '=', chat)
          .where('channel', '=', channel)
          .where('status', 'in', ['sent', 'unknown', 'claimed', 'failed'])
          .groupBy('tip')
          .execute(),
      )
      return new Map(rows.map(({ tip, sentAt }) => [tip, sentAt]))
    },
  }
}

/** One statement, so that of all who try at once exactly one gets the row. */
async function claim(
  connection: StoreConnection,
  delivery: NewDelivery,
  leaseSeconds: number,
): Promise<Delivery | undefined> {
  const row = await connection.ask((db, clock) => {
    const { claimedAt, leaseUntil, isOver } = clock(leaseSeconds)
    const attempt = () =>
      db
        .insertInto('delivery')
        .values({ ...delivery, status: 'claimed', claimedAt, leaseUntil, attempt: 1, cleanAttempt: 0 })
        .onConflict((conflict) =>
          conflict
            .columns(['chat', 'channel', 'day'])
            .doUpdateSet((eb) => ({ leaseUntil, attempt: eb('delivery.attempt', '+', 1) }))
            .where('delivery.status', '=', 'claimed')
            .where((eb) => isOver(eb.ref('delivery.leaseUntil'))),
        )
        .returningAll()
        .executeTakeFirst()
    // The id is made from chat, channel and day: of two inserts in the same moment PostgreSQL may see the id's conflict
    // first, which ON CONFLICT does not cover. The row is there now, so the second time it is seen.
    return attempt().catch((error: unknown) => (isTaken(error) ? attempt() : Promise.reject(error)))
  })
  return row && toDelivery(row)
}

/** PostgreSQL's `unique_violation` (Appendix A of its manual). */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

/** Any process that saw it in the channel is right; the other ends are for the holder of the lease. */
async function finish(connection: StoreConnection, delivery: Delivery, status: DeliveryEnd): Promise<void> {
  await connection.ask((db) => {
    const update = db.updateTable('delivery').set({ status, tip: delivery.tip }).where('id', '=', delivery.id)
    return status === 'sent'
      ? update.execute()
      : update.where('status', '=', 'claimed').where('attempt', '=', delivery.attempt).execute()
  })
}

async function release(connection: StoreConnection, delivery: Delivery, certain: boolean): Promise<void> {
  await connection.ask((db) =>
    db
      .updateTable('delivery')
      .set(certain ? { leaseUntil: 0, cleanAttempt: delivery.attempt } : { leaseUntil: 0 })
      .where('id', '=', delivery.id)
      .where('status', '=', 'claimed')
      .where('attempt', '=', delivery.attempt)
      .execute(),
  )
}

function toDelivery(row: DeliveryRow): Delivery {
  const { leaseUntil: _, cleanAttempt, ...delivery } = row
  return { ...delivery, reclaimed: row.attempt - 1 > cleanAttempt }
}
