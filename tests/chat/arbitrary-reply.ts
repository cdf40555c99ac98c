import fc from 'fast-check'
import type { Action } from '../../src/answer/action.js'
import type {
  Button,
  Item,
  LinkButton,
  Reply,
  ReplyLine,
  ReplyPart,
  Row,
  Span,
} from '../../src/answer/reply.js'

const hostile = fc.constantFrom(
  '@everyone',
  '<@1>',
  '<!channel>',
  '<https://evil.example|here>',
  '*_~`',
  '<#2>',
  '</a:1>',
  '<t:1:R>',
  '||',
  '**',
  '```',
  '](https://evil.example)',
  '[',
  ']',
  '\\',
  '\n',
  '# ',
  '> ',
  '1. ',
  ':fire:',
  'https://evil.example',
  '👨‍👩‍👧‍👦',
  '각'.normalize('NFD'),
  '\ud800',
  '\u0000',
  '모니터링은 ',
)
const text = (maxLength: number) =>
  fc
    .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), hostile), { maxLength })
    .map((pieces) => pieces.join(''))
/** Longer than any platform's paragraph, and of what JSON has to escape. */
const long = fc.constantFrom('x'.repeat(5000), '"\\\n'.repeat(900))
const style = fc.constantFrom('match' as const, 'strong' as const, 'code' as const, undefined)
const span: fc.Arbitrary<Span> = fc
  .record({ text: fc.oneof({ weight: 20, arbitrary: text(30) }, long), style })
  .map((given) => (given.style ? { text: given.text, style: given.style } : { text: given.text }))
const line: fc.Arbitrary<ReplyLine> = fc.array(span, { maxLength: 6 })

/** fast-check's own `webPath` makes a table of all characters, which takes each process 1.3 s. */
const path = fc
  .array(
    fc.string({ unit: fc.constantFrom(..."azAZ09-._~!$&'()*+,;=:@", '%20', '%ED%95%9C'), maxLength: 20 }),
    { maxLength: 6 },
  )
  .map((segments) => segments.map((segment) => `/${segment}`).join(''))
/** Every address is different, so that a lost one is seen. */
const url = fc
  .tuple(fc.uuid(), path, fc.constantFrom('', '#slide=id.p_1', '?a=(b)', '?q=*x*_y_'))
  .map(([id, path, end]) => `https://slides.example/${id}${path}${end}`)
const linkButton: fc.Arbitrary<LinkButton> = fc.record({ label: text(5), url })
const item: fc.Arbitrary<Item> = fc.letrec<{ item: Item }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 6 },
    fc.record({ line }),
    fc.record({ line, items: fc.array(tie('item'), { maxLength: 3 }) }),
  ),
})).item
const locale = fc.constantFrom('ko' as const, 'en' as const)
const id = fc.stringMatching(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,19}$/)
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('session' as const), locale, session: id }),
  fc.record({ kind: fc.constant('share' as const), locale }),
  fc.record({ kind: fc.constant('ask' as const), locale, text: text(8) }),
)
const button: fc.Arbitrary<Button> = fc.record({ label: text(8), action })
const row: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ line, button: fc.oneof(button, linkButton) }),
  fc.record({ line, detail: line, button: fc.oneof(button, linkButton) }),
)
const part: fc.Arbitrary<ReplyPart> = fc.oneof(
  fc.record({ kind: fc.constant('lead' as const), line }),
  fc.record({ kind: fc.constant('heading' as const), line }),
  fc.record({ kind: fc.constant('heading' as const), line, url }),
  fc.record({ kind: fc.constant('text' as const), line }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(item, { maxLength: 10 }) }),
  fc.record({ kind: fc.constant('rows' as const), rows: fc.array(row, { maxLength: 5 }) }),
  fc.record({
    kind: fc.constant('pictures' as const),
    pictures: fc.array(fc.record({ url, alt: text(3) }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('small' as const), line }),
)

/** Any reply that an answer could be, and many that none should be; at most 30 links. */
export const arbitraryReply: fc.Arbitrary<Reply> = fc.record({
  question: fc.constant('abcdefghijkl'),
  locale,
  outcome: fc.constant('answered' as const),
  visibility: fc.constantFrom('private' as const, 'public' as const),
  parts: fc.array(part, { maxLength: 6 }),
  buttons: fc.array(button, { maxLength: 12 }),
  links: fc.array(linkButton, { maxLength: 3 }),
  after: fc.array(part, { maxLength: 3 }),
})
