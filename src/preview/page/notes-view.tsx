import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { NotesReport, ReportedMeetup, ReportedSession } from '../wire.js'
import { useLoaded } from './api.js'
import type { ViewProps } from './app.js'
import { Cell } from './cell.js'
import { OutsideLink } from './inlines.js'
import { Empty, WhenThere } from './states.js'
import { useWords } from './words.js'

type ReportedFinding = NotesReport['findings'][number]

/** What was understood of the notes: what to mend first, then each meetup with its talks. */
export function NotesView({ changes }: ViewProps): JSX.Element {
  const loaded = useLoaded<NotesReport>('/api/notes', changes)
  return <WhenThere loaded={loaded}>{(report) => <Report report={report} />}</WhenThere>
}

function Report({ report }: { readonly report: NotesReport }): JSX.Element {
  const words = useWords()
  const { folder, findings, meetups, tips } = report
  const files = byFile(findings)
  const talks = meetups.flatMap(({ sessions }) => sessions).filter(({ kind }) => kind === 'talk')
  return (
    <>
      <p>
        {words.folder} <code>{folder}</code> · {words.counts(meetups.length, talks.length)}
      </p>
      <section aria-labelledby="findings">
        <h2 id="findings">
          {words.findings} {findings.length > 0 && <span class="count">{findings.length}</span>}
        </h2>
        {findings.length === 0 && <p>{words.noFindings}</p>}
        {files.map(([file, some]) => (
          <FileFindings key={file} file={file} findings={some} isShort={files.length <= fewFiles} />
        ))}
      </section>
      {meetups.length > 3 && <JumpList meetups={meetups} />}
      {meetups.length === 0 && <Empty>{findings.length > 0 ? words.noNotes : words.noFolderNotes}</Empty>}
      {meetups.map((meetup) => (
        <MeetupSection key={meetup.id} meetup={meetup} />
      ))}
      {tips.length > 0 && (
        <section aria-labelledby="loose-tips">
          <h2 id="loose-tips">{words.looseTips}</h2>
          <ul>
            {tips.map((tip) => (
              <li key={tip}>{tip}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Findings by their file, in their order: a file with an error comes before those without. */
function byFile(
  findings: readonly ReportedFinding[],
): readonly (readonly [string, readonly ReportedFinding[]])[] {
  const files = new Map<string, ReportedFinding[]>()
  for (const finding of findings) {
    const known = files.get(finding.file)
    if (known) known.push(finding)
    else files.set(finding.file, [finding])
  }
  return [...files]
}

/** With more files than these only what is pressing is unfolded. */
const fewFiles = 3

interface FileFindingsProps {
  readonly file: string
  readonly findings: readonly ReportedFinding[]
  readonly isShort: boolean
}

/** What is to mend in one file. */
function FileFindings({ file, findings, isShort }: FileFindingsProps): JSX.Element {
  const isPressing = isShort || findings.some(({ level, fix }) => level === 'error' || fix)
  return (
    <details class="findings" open={isPressing}>
      <summary>
        <code>{file}</code> <span class="count">{findings.length}</span>
      </summary>
      <ul>
        {findings.map((finding) => (
          <FindingItem key={`${finding.line}:${finding.message}`} finding={finding} />
        ))}
      </ul>
    </details>
  )
}

function FindingItem({ finding }: { readonly finding: ReportedFinding }): JSX.Element {
  const words = useWords()
  const { line, level, message, fix } = finding
  return (
    <li class={level}>
      <span class="level">{words.levels[level]}</span> {words.lineNumber(line)}: {message}
      {fix && <Fix line={fix} />}
    </li>
  )
}

/** A way past the others to one of many meetups. */
function JumpList({ meetups }: { readonly meetups: readonly ReportedMeetup[] }): JSX.Element {
  const words = useWords()
  const jump = (id: string) => document.getElementById(id)?.scrollIntoView()
  return (
    <details class="jump">
      <summary>{words.allMeetups}</summary>
      <ul class="examples">
        {meetups.map(({ id, title, date }) => (
          <li key={id}>
            <button type="button" class="chip" onClick={() => jump(id)}>
              {[title, date].filter(Boolean).join(' · ')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The proposed line of front matter, to copy. */
function Fix({ line }: { readonly line: string }): JSX.Element {
  const words = useWords()
  const [isCopied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(line).then(() => setCopied(true))
  return (
    <p class="fix">
      {words.fix}: <code>{line}</code>{' '}
      <button type="button" class="plain small" onClick={copy}>
        {isCopied ? words.copied : words.copy}
      </button>
    </p>
  )
}

function MeetupSection({ meetup }: { readonly meetup: ReportedMeetup }): JSX.Element {
  const words = useWords()
  const { id, title, date, place, file, line, sessions } = meetup
  const { line: lineName, kind, title: titleName, speakers, slides, videos, notes, why } = words.columns
  return (
    <section aria-labelledby={id} class="meetup">
      <h2 id={id}>{title}</h2>
      <p>
        {[date, place].filter(Boolean).join(' · ')}{' '}
        <code>
          {file}:{line}
        </code>
      </p>
      <table class="sessions cards">
        <thead>
          <tr>
            {[lineName, kind, titleName, speakers, slides, videos, notes, words.columns.tips, why].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SessionRow({ session }: { readonly session: ReportedSession }): JSX.Element {
  const words = useWords()
  const { line, kind, title, tags, speakers, slides, videos, summary, tips, why } = session
  const { columns } = words
  const extent = [
    ...(session.lines > 0 ? [words.lines(session.lines)] : []),
    ...(session.pages > 0 ? [words.pages(session.pages)] : []),
    ...(session.minutes > 0 ? [words.minutes(session.minutes)] : []),
  ]
  return (
    <tr class={kind}>
      <Cell name={columns.line}>{line}</Cell>
      <Cell name={columns.kind}>
        <span class={`kind ${kind}`}>{words.kinds[kind]}</span>
      </Cell>
      <Cell name={columns.title}>
        <b>{title}</b>
        {tags.length > 0 && <small>{tags.join(', ')}</small>}
        {summary.map((sentence) => (
          <small key={sentence}>{sentence}</small>
        ))}
      </Cell>
      <Cell name={columns.speakers}>{speakers.join(', ') || <None wanted={kind === 'talk'} />}</Cell>
      <Cell name={columns.slides}>
        <Links links={slides} wanted={kind === 'talk'} />
      </Cell>
      <Cell name={columns.videos}>
        <Links links={videos} wanted={false} />
      </Cell>
      <Cell name={columns.notes}>{extent.length > 0 ? extent.join(', ') : <None wanted={false} />}</Cell>
      <Cell name={columns.tips}>
        {tips.length === 0 ? (
          <None wanted={false} />
        ) : (
          <details>
            <summary>{tips.length}</summary>
            <ul>
              {tips.map((tip) => (
                <li key={tip}>{tip}</li>
              ))}
            </ul>
          </details>
        )}
      </Cell>
      <Cell name={columns.why}>{why}</Cell>
    </tr>
  )
}

function Links({
  links,
  wanted,
}: {
  readonly links: ReportedSession['slides']
  readonly wanted: boolean
}): JSX.Element {
  if (links.length === 0) return <None wanted={wanted} />
  return (
    <>
      {links.map(({ title, url }) => (
        <OutsideLink key={url} url={url} class="row-link">
          {title || url}
        </OutsideLink>
      ))}
    </>
  )
}

/** Nothing there; `wanted` where an organiser would look for it. */
function None({ wanted }: { readonly wanted: boolean }): JSX.Element {
  return <span class={wanted ? 'none wanted' : 'none'}>{useWords().none}</span>
}
