import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sessionsPerPost = 100

/** Writes notes of so many sessions, with titles made of the questions' words; gives their folder. */
export function writeArchive(parent: string, questions: readonly string[], sessions: number): string {
  const folder = join(parent, 'archive')
  mkdirSync(folder)
  const words = [...new Set(questions.flatMap((question) => question.split(/\s+/)))]
  for (let post = 0; post * sessionsPerPost < sessions; post += 1) {
    const talks = Array.from({ length: sessionsPerPost }, (_, at) => talk(post * sessionsPerPost + at, words))
    writeFileSync(
      join(folder, `meetup-${post}.md`),
      `# Meetup ${post} (${2000 + (post % 25)})\n\n${talks.join('\n')}`,
    )
  }
  return folder
}

function talk(number: number, words: readonly string[]): string {
  const word = (step: number) => words[(number * step + step) % words.length]
  return `## ${word(7)} ${word(11)} ${word(13)} ${number}\n\n- ${word(17)} ${word(19)} ${word(23)}\n- ${word(29)} ${word(31)}\n`
}
