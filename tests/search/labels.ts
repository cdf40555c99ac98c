import type { Session } from '../../src/knowledge/session.js'

/** The labels of questions.json, as what tells the title of their session in the notes of the 2019 meetup. */
export const LABELS: Readonly<Record<string, RegExp>> = {
  keynote: /키노트/,
  megazone: /메가존/,
  humanities: /인문학/,
  automation: /^자동화/,
  k8s: /최소한의 비용과 시간.*kubernetes/i,
  startup: /스타트업/,
  opencensus: /opencensus/i,
  pipeline: /data pipeline|데이터 파이프라인/i,
  afterword: /후기/,
}

/** The sessions that a label stands for: one, if the notes are complete. */
export function labelled(label: string, sessions: readonly Session[]): Session[] {
  return sessions.filter(
    ({ title, kind }) => (label === 'afterword' && kind === 'afterword') || LABELS[label]?.test(title),
  )
}
