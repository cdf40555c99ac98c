import { expect, test } from 'vitest'
import { joinTips, tipsOfSessions } from '../../src/knowledge/join-tips.js'
import { readTips } from '../../src/knowledge/tips.js'
import { buildSession } from '../search/build-library.js'

test('a note offers its tips without itself', () => {
  const talk = buildSession('Tracing', [], { tips: ['trace early'] })
  const note = buildSession('Travel', [], { kind: 'note', tips: ['take the train'] })
  expect(tipsOfSessions([talk, note]).map(({ text, session }) => [text, session?.title])).toEqual([
    ['trace early', 'Tracing'],
    ['take the train', undefined],
  ])
})

test('a heading in tips.md names a talk, and never a note', () => {
  const talk = buildSession('Tracing')
  const note = buildSession('Getting there', [], { kind: 'note' })
  const file = readTips('## Tracing\n\n- trace early\n\n## Getting there\n\n- take the train\n', 'tips.md')
  const { tips, findings } = joinTips(file, [note, talk])
  expect(tips.map(({ text, session }) => [text, session?.title])).toEqual([
    ['trace early', 'Tracing'],
    ['take the train', undefined],
  ])
  expect(findings.map(({ line }) => line)).toEqual([5])
})
