import { expect, it } from 'vitest'
import { shippedNotes } from '../shipped-notes.js'
import { readLabelled, score } from './labelled.js'
import { LABELS, labelled } from './labels.js'

const { library, index } = await shippedNotes()
const questions = await readLabelled(new URL('questions.json', import.meta.url))
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

it('has one session for each label', () => {
  const found = Object.keys(LABELS).map((label) => [label, labelled(label, library.sessions).length])
  expect(found).toEqual(Object.keys(LABELS).map((label) => [label, 1]))
})

it('has 200 questions, half in either language, 40 without an answer', () => {
  const korean = questions.filter(({ lang }) => lang === 'ko')
  const unanswerable = questions.filter(({ expected }) => expected.length === 0)
  expect([questions.length, korean.length, unanswerable.length]).toEqual([200, 100, 40])
})

it('answers the labelled questions as well as it did', () => {
  const { answerable, rightAt1, rightAt3, unanswerable, refused, mistakes } = score(index, library, questions)
  const shares = [
    percent(rightAt1, answerable),
    percent(rightAt3, answerable),
    percent(refused, unanswerable),
  ]
  process.stdout.write(
    `200 questions on the shipped notes: recall@1 ${shares[0]}, recall@3 ${shares[1]}, no-answer accuracy ${shares[2]}\n`,
  )
  expect(mistakes).toEqual([])
})

it.each(['비용 절감 팁', '비용 아끼는 법', 'cost saving'])('finds who spends least: %s', (question) => {
  expect(labelled('k8s', library.sessions)).toContain(index.search(question).matches[0]?.session)
})
