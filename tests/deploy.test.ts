import { execFileSync, type StdioOptions, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { environment } from '../src/config/environment.js'
import { createMetrics } from '../src/operations/metrics.js'
import { makePdf } from './knowledge/decks/make-pdf.js'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

async function metricNames(): Promise<ReadonlySet<string>> {
  const metrics = createMetrics()
  metrics.show({ chats: [], library: () => ({ sessions: 0, loadedAt: 0, behindSeconds: 0, unusable: [] }) })
  const described = await metrics.registry.getMetricsAsJSON()
  const names = described.flatMap(({ name, type }) =>
    String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  )
  return new Set(names)
}

const promtoolMissing = spawnSync('promtool', ['--version']).error !== undefined
if (promtoolMissing) {
  if (process.env.REQUIRE_PROMTOOL) throw new Error('The alerts must be tested, but promtool is not there')
  process.stderr.write('SKIPPED: the tests of the alerts, for promtool is not there (Debian: prometheus).\n')
}

const promql =
  /^(?:by|without|and|or|unless|on|ignoring|bool|offset|le|chat|code|command|outcome|vote|instance|inf|nan)$/u
const functions = /^(?:sum|min|max|avg|count|rate|increase|histogram_quantile|time|absent|label_values)$/u

/** The metrics that a PromQL expression reads; what is neither a word of the language nor a metric stays in. */
function metricsIn(expression: string): readonly string[] {
  const bare = expression.replace(/\{[^}]*\}|"[^"]*"|\[[^\]]*\]|\boffset \d+[smhd]/gu, ' ')
  const words = bare.match(/[a-zA-Z_:][\w:]*/gu) ?? []
  return words.filter((word) => !promql.test(word) && !functions.test(word))
}

const rules = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })),
})
const dashboard = z.object({
  templating: z.object({ list: z.array(z.object({ query: z.unknown() })) }),
  panels: z.array(z.object({ id: z.number(), targets: z.array(z.object({ expr: z.string() })) })),
})

const environmentNames = new Set(Object.keys(environment.shape))
const variables = z.record(z.string(), z.string())
const compose = z.object({
  services: z.object({
    bot: z.object({
      build: z.object({ context: z.string(), dockerfile: z.string() }),
      environment: variables,
      volumes: z.array(z.string()),
      ports: z.array(z.string()),
      read_only: z.literal(true),
    }),
    postgres: z.object({ profiles: z.tuple([z.literal('postgres')]) }),
  }),
})
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) })
const container = z.object({
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  startupProbe: probe,
  livenessProbe: probe,
  readinessProbe: probe,
  resources: z.object({ requests: variables, limits: variables }),
  securityContext: z.object({ readOnlyRootFilesystem: z.literal(true) }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
})
const deployment = z.object({
  spec: z.object({
    replicas: z.literal(1),
    strategy: z.object({ type: z.literal('Recreate') }),
    template: z.object({
      spec: z.object({
        securityContext: z.object({ runAsNonRoot: z.literal(true) }),
        containers: z.tuple([container]),
        volumes: z.array(
          z.object({
            name: z.string(),
            persistentVolumeClaim: z.object({ claimName: z.string() }).optional(),
          }),
        ),
      }),
    }),
  }),
})

describe('alerts and dashboard', () => {
  it('alert on metrics that exist', async () => {
    const names = await metricNames()
    const alerts = rules.parse(parse(read('deploy/alerts.yml'))).groups.flatMap((group) => group.rules)
    const unknown = alerts.flatMap(({ alert, expr }) =>
      metricsIn(expr).flatMap((name) => (names.has(name) ? [] : [`${alert}: ${name}`])),
    )
    expect(unknown).toEqual([])
    expect(alerts.every(({ expr }) => metricsIn(expr).length > 0)).toBe(true)
  })

  it('show metrics that exist, and every one of ours', async () => {
    const names = await metricNames()
    const { panels, templating } = dashboard.parse(JSON.parse(read('deploy/grafana-dashboard.json')))
    const shown = [
      ...panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr))),
      ...metricsIn('label_values(meetup_bot_library_sessions, instance)'),
    ]
    expect(JSON.stringify(templating)).toContain('label_values(meetup_bot_library_sessions, instance)')
    expect(shown.filter((name) => !names.has(name))).toEqual([])
    const ours = [...names].filter((name) => name.startsWith('meetup_bot_') && !/_(sum|count)$/u.test(name))
    expect(ours.filter((name) => !shown.includes(name))).toEqual([])
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  })

  it.skipIf(promtoolMissing)('fire when they should, and only then', () => {
    const promtool = (...words: string[]) =>
      execFileSync('promtool', words, { cwd: join(root, 'deploy'), encoding: 'utf8' })
    expect(promtool('check', 'rules', 'alerts.yml')).toContain('SUCCESS')
    expect(promtool('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS')
  })

  it('have a test each', () => {
    const alerts = rules.parse(parse(read('deploy/alerts.yml'))).groups.flatMap((group) => group.rules)
    const tests = read('deploy/alerts.test.yml')
    const untested = alerts.filter(({ alert }) => !tests.includes(`alertname="${alert}"`))
    expect(untested.map(({ alert }) => alert)).toEqual([])
  })

  it('would notice a metric that does not exist', () => {
    expect(metricsIn('sum by (chat) (rate(meetup_bot_gone_total{chat="slack"}[5m])) > 3')).toEqual([
      'meetup_bot_gone_total',
    ])
  })
})

describe('the container', () => {
  const file = read('deploy/Containerfile')

  it('copies what exists, and what its ignore file lets through', () => {
    const sources = [...file.matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, paths = '']) =>
      paths.split(' '),
    )
    expect(sources).toEqual([
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsconfig.build.json',
      'build',
      'src',
      'knowledge/concepts.yml',
      'knowledge/concepts',
      'knowledge',
    ])
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const allowed = read('deploy/Containerfile.dockerignore').match(/(?<=^!).+$/gmu)
    expect(allowed?.toSorted()).toEqual(
      [...new Set(sources.map((path) => path.replace(/\/.*/u, '')))].toSorted(),
    )
  })

  it('runs as somebody who may write to its volume alone, and asks after its own health', () => {
    const stage = file.slice(file.lastIndexOf('\nFROM '))
    expect(stage).toMatch(/\nVOLUME \/data\nUSER node\n/u)
    expect(stage).toContain('DATA_DIR=/data')
    expect(stage).toMatch(/HEALTHCHECK [\s\S]+\/healthz/u)
    expect(stage).toContain('CMD ["node", "--enable-source-maps", "dist/main.js"]')
    const set = [...(/ENV ([\s\S]+?)\n(?! )/u.exec(stage)?.[1] ?? '').matchAll(/([A-Z_]+)=/gu)].map(
      ([, name]) => name,
    )
    expect(set).toEqual(['NODE_ENV', 'DATA_DIR', 'OPERATIONS_PORT', 'OPERATIONS_HOST'])
    expect(set.filter((name) => !environmentNames.has(name ?? ''))).toEqual([])
  })

  it('keeps of PDF.js what reads a Korean page', { timeout: 60_000 }, () => {
    const shell = /^RUN (cd node_modules\/pdfjs-dist[\s\S]+?[^\\])\n(?! )/mu.exec(file)?.[1] ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'meetup-bot-image-'))
    const library = join(folder, 'node_modules', 'pdfjs-dist')
    cpSync(join(root, 'node_modules', 'pdfjs-dist'), library, { recursive: true })
    execFileSync('sh', ['-ec', shell], { cwd: folder })
    writeFileSync(join(folder, 'page.pdf'), makePdf([[{ text: '대기열', y: 300 }]]))
    const script = `
      for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] = class {}
      const { getDocument } = await import(${JSON.stringify(join(library, 'legacy/build/pdf.mjs'))})
      const { readFileSync } = await import('node:fs')
      const data = new Uint8Array(readFileSync('page.pdf'))
      const cMapUrl = ${JSON.stringify(`${join(library, 'cmaps')}/`)}
      const page = await (await getDocument({ data, cMapUrl, cMapPacked: true, verbosity: 0 }).promise).getPage(1)
      console.log((await page.getTextContent()).items.map(({ str }) => str).join(''))`
    // PDF.js says on standard error that it cannot draw.
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore']
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, stdio })
    expect([said.toString().trim(), existsSync(join(library, 'web'))]).toEqual(['대기열', false])
    rmSync(folder, { recursive: true })
  })

  it('is composed with variables that the bot reads', () => {
    const { bot } = compose.parse(parse(read('deploy/compose.yaml'))).services
    expect(join(root, 'deploy', bot.build.context, bot.build.dockerfile)).toBe(
      join(root, 'deploy/Containerfile'),
    )
    expect(Object.keys(bot.environment).filter((name) => !environmentNames.has(name))).toEqual([])
    expect(bot.volumes).toEqual([`data:${bot.environment.DATA_DIR}`])
    expect(bot.ports).toEqual([`127.0.0.1:9464:${bot.environment.OPERATIONS_PORT}`])
  })

  it('is deployed with probes, ports and volumes that fit', () => {
    const documents = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS())
    expect(documents.map(({ kind }) => kind)).toEqual(['Secret', 'PersistentVolumeClaim', 'Deployment'])
    const [secret, claim, app] = documents
    const { containers, volumes } = deployment.parse(app).spec.template.spec
    const [bot] = containers
    const value = (name: string) => bot.env.find((each) => each.name === name)?.value
    const given = [...bot.env.map(({ name }) => name), ...Object.keys(secret.stringData)]
    expect(given.filter((name) => !environmentNames.has(name))).toEqual([])
    expect(bot.ports).toEqual([{ name: 'operations', containerPort: Number(value('OPERATIONS_PORT')) }])
    const probes = [bot.startupProbe, bot.livenessProbe, bot.readinessProbe].map(({ httpGet }) => httpGet)
    expect(probes).toEqual([
      { path: '/healthz', port: 'operations' },
      { path: '/healthz', port: 'operations' },
      { path: '/readyz?exclude=store', port: 'operations' },
    ])
    expect(bot.volumeMounts[0]).toEqual({ name: 'data', mountPath: value('DATA_DIR') })
    expect(volumes[0]).toEqual({ name: 'data', persistentVolumeClaim: { claimName: claim.metadata.name } })
  })
})

describe('the documentation', () => {
  it('says what to do about each alert', () => {
    const alerts = rules.parse(parse(read('deploy/alerts.yml'))).groups.flatMap((group) => group.rules)
    const text = read('docs/operations.md')
    expect(alerts.filter(({ alert }) => !text.includes(`\`${alert}\``)).map(({ alert }) => alert)).toEqual([])
  })

  it('names every metric of ours', async () => {
    const text = read('docs/operations.md')
    const ours = [...(await metricNames())].filter((name) => name.startsWith('meetup_bot_'))
    const base = ours.map((name) => name.replace(/_(bucket|sum|count)$/u, ''))
    expect(base.filter((name) => !text.includes(`\`${name}`))).toEqual([])
  })

  it('points to files that exist', () => {
    const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    const documents = [
      'CONTRIBUTING.md',
      ...inDocs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
    ]
    const dead = documents.flatMap((document) =>
      [...read(document).matchAll(/\]\((?!<?https?:|#)([^)#]+)/gu)].flatMap(([, target = '']) => {
        return existsSync(join(root, document, '..', target)) ? [] : [`${document}: ${target}`]
      }),
    )
    expect(dead).toEqual([])
  })
})
