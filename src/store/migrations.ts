import { type Kysely, type Migration, Migrator } from 'kysely'
import type { Schema } from './schema.js'

/**
 * Brings the tables up to date; safe when several processes do so at once. Forward only: a database that a newer
 * release has touched is refused.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** Run in the order of their names. Never change one that was released: add another. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': { up: createTables },
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  await createSubscription(db)
  await createDelivery(db)
  await createQuestion(db)
}

async function createSubscription(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('subscription')
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('subscriber', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscription_channel', ['chat', 'channel'])
    .execute()
}

async function createDelivery(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('tip', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('clean_attempt', 'integer', (column) => column.notNull())
    .addUniqueConstraint('delivery_once_a_day', ['chat', 'channel', 'day'])
    .execute()
}

async function createQuestion(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('sessions', 'text', (column) => column.notNull())
    .addColumn('vote', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('question_asked_at').on('question').column('asked_at').execute()
}
