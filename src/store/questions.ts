import type { StoreConnection } from './connection.js'
import type { QuestionRow } from './schema.js'
import type { AskedQuestion, Questions } from './store.js'

/** Questions in the database. */
export function createQuestions(connection: StoreConnection): Questions {
  return {
    async record(questions) {
      if (questions.length === 0) return
      const rows = questions.map(toRow)
      await connection.ask((db) =>
        db
          .insertInto('question')
          .values(rows)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute(),
      )
    },

    async vote(id, vote) {
      await connection.ask((db) => db.updateTable('question').set({ vote }).where('id', '=', id).execute())
    },

    async since(time) {
      const rows = await connection.ask((db) =>
        db
          .selectFrom('question')
          .selectAll()
          .where('askedAt', '>=', time.getTime())
          .orderBy('askedAt')
          .orderBy('id')
          .execute(),
      )
      return rows.map(toQuestion)
    },

    async deleteBefore(time) {
      const { numDeletedRows } = await connection.ask((db) =>
        db.deleteFrom('question').where('askedAt', '<', time.getTime()).executeTakeFirstOrThrow(),
      )
      return Number(numDeletedRows)
    },
  }
}

/** PostgreSQL keeps no NUL in text; people can type one. */
function toRow(question: AskedQuestion): QuestionRow {
  return {
    ...question,
    text: question.text.replaceAll('\0', ' '),
    sessions: JSON.stringify(question.sessions),
  }
}

function toQuestion(row: QuestionRow): AskedQuestion {
  return { ...row, sessions: readList(row.sessions) }
}

function readList(text: string): readonly string[] {
  const list: unknown = JSON.parse(text)
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
}
