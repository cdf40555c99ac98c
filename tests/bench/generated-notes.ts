import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const words =
  'prometheus 모니터링 kubernetes 배포 장애 알림 terraform 인프라 로그 수집 비용 절감 자동화 파이프라인 tracing'.split(
    ' ',
  )

/** Writes posts of 20 talks into a new folder, and gives its path. */
export async function writeNotes(sessions: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'live-notes-'))
  await writeFile(join(folder, 'glossary.yml'), '- [쿠버네티스, kubernetes, k8s]\n')
  const posts = sessions / 20
  for (let post = 0; post < posts; post += 1) {
    const year = 2000 + (post % 26)
    const talks = Array.from({ length: 20 }, (_, talk) => talkNotes(post, talk)).join('\n')
    await writeFile(join(folder, `${year}-meetup-${post}.md`), `# Meetup ${post} (${year})\n\n${talks}`)
  }
  return folder
}

function talkNotes(post: number, talk: number): string {
  const word = (number: number) => words[(post * 7 + talk * 3 + number) % words.length]
  const bullets = Array.from({ length: 4 }, (_, line) => {
    return `- ${word(line)}로 ${word(line + 1)} ${word(line + 2)}을 정리했다 v${post}.${talk}.${line}`
  })
  return `## ${word(0)} ${word(5)} 이야기 ${post}-${talk}\n- 발표자: 발표자${(post * 20 + talk) % 997}\n${bullets.join('\n')}\n`
}
