import { headOf } from '../text/graphemes.js'
import type { Plan } from './question/plan.js'
import type { Hit, Ranked } from './ranking/rank.js'
import { LONGEST_EXCERPT } from './tuning.js'
import type { Explanation, SearchResult } from './types.js'

/** The explanation of a search that was planned and ranked. */
export function explanationOf(
  question: string,
  plan: Plan,
  { outcome, missing }: Pick<SearchResult, 'outcome' | 'missing'>,
  hits: readonly Hit[],
  { lexicon }: Ranked,
): Explanation {
  const { vocabulary } = lexicon
  const words = plan.words.map(({ text, role, idf, own, others }) => ({
    text,
    role,
    idf,
    meanings: [own, ...others].map(({ source, confidence, terms }) => ({
      source,
      confidence,
      terms: terms.map((term) => term.text),
    })),
  }))
  const frame = plan.frame.map((text) => ({ text, role: 'frame' as const, idf: 0, meanings: [] }))
  const terms = [...plan.terms].map(([text, { weight }]) => ({
    text,
    weight,
    idf: vocabulary.idf(text),
    sessions: vocabulary.frequency(text),
  }))
  return {
    question,
    outcome,
    ...(missing === undefined ? {} : { missing }),
    words: [...words, ...frame],
    terms: terms.sort((a, b) => b.weight * b.idf - a.weight * a.idf),
    sessions: hits.map(({ session, score, bm25, evidence, likeness, stretch }) => ({
      title: session.title,
      score,
      bm25,
      evidence,
      ...(likeness === undefined ? {} : { likeness }),
      stretch: {
        kind: stretch.kind,
        text: headOf(stretch.passages.map(({ text }) => text).join(' / ') || session.title, LONGEST_EXCERPT),
      },
    })),
  }
}

/** An explanation for people: words and their meanings, terms, sessions. */
export function printExplanation({
  question,
  outcome,
  missing,
  words,
  terms,
  sessions,
}: Explanation): string {
  const lines = [
    `question  ${question}`,
    `outcome   ${outcome}${missing ? `, nothing about ${missing}` : ''}`,
  ]
  lines.push('', 'words')
  for (const { text, role, idf, meanings } of words) {
    lines.push(`  ${text}  ${role}${role === 'frame' ? '' : `, idf ${idf.toFixed(2)}`}`)
    for (const { source, confidence, terms } of meanings) {
      lines.push(`    ${confidence.toFixed(2)}  ${source.padEnd(11)} ${terms.join(' ')}`)
    }
  }
  lines.push('', 'terms     weight   idf  sessions')
  for (const { text, weight, idf, sessions } of terms) {
    const figures = [weight.toFixed(2).padStart(6), idf.toFixed(2).padStart(5), String(sessions).padStart(9)]
    lines.push(`  ${figures.join(' ')}  ${text}`)
  }
  const isByMeaning = sessions.some(({ likeness }) => likeness !== undefined)
  const byMeaning = isByMeaning ? '; and likeness' : ''
  lines.push('', `sessions  score = evidence, less what BM25 sets it behind the first${byMeaning}`)
  for (const { title, score, bm25, evidence, likeness, stretch } of sessions) {
    lines.push(`  ${score.toFixed(2)}  ${title}`)
    lines.push(`        evidence ${evidence.toFixed(2)} by ${stretch.kind}: ${stretch.text}`)
    lines.push(
      `        BM25 ${bm25.toFixed(2)}${likeness === undefined ? '' : `, likeness ${likeness.toFixed(2)}`}`,
    )
  }
  return lines.join('\n')
}
