import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'

/** A post with a little of everything that posts have. */
const post = `# Meetup 2020

일시: 2020-01-02 19:00, 장소: 서울

## 1. 모니터링 도구 - 홍길동

[발표 자료](https://example.com/slides) 와 **Prometheus**, \`Grafana\` 이야기

- 지표는 셋이면 된다
    - 로그는 짧게
1. 하나

| 시간 | 발표자 | 제목 |
|---|---|---|
| 19:00 | Jane Doe | Deploying with Kubernetes |

<details><summary>Notes</summary><ul><li>Deploy often</li></ul></details>
<img src="https://example.com/1.png" alt="picture">
`

const questions = [
  '모니터링은 뭘로 했어요?',
  'session kubernetes',
  'promethues',
  '도움말',
  '파드가 자꾸 죽어요',
]

/**
 * Runs a bot out of the built files, as a start and the first questions do: V8 compiles functions when they are first
 * called, and of those that were, the build keeps the code. Throws where the bot cannot start.
 */
export async function rehearse(load) {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'))
  const notes = join(folder, 'notes')
  mkdirSync(notes)
  writeFileSync(join(notes, 'meetup.md'), post)
  writeFileSync(join(notes, 'glossary.yml'), '- [모니터링, monitoring]\n')
  try {
    // The thread that reads notes compiles for itself: here they are read once more.
    await load('load-library.cjs').loadLibrary(notes)
    // Once without what is kept of the notes, and once with it.
    for (let start = 0; start < 2; start += 1) await startConsole(load, { notes, folder })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function startConsole(load, { notes, folder }) {
  const said = []
  const listen = () => new Writable({ write: (text, _, done) => done(said.push(text) && null) })
  const context = {
    env: { CHATS: 'console', KNOWLEDGE_DIR: notes, DATA_DIR: folder },
    stdin: Readable.from(questions.map((question) => `${question}\n`)),
    stdout: listen(),
    stderr: listen(),
    events: new EventEmitter(),
    exit: (code) => said.push(`It ended with ${code}`),
  }
  const code = await load('subcommands.cjs').subcommands.get('start')([], context)
  if (code !== 0) throw new Error(`The bot does not start: ${said.join('')}`)
}
