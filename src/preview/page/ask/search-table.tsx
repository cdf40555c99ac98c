import type { ComponentChildren, JSX } from 'preact'
import type { SearchReport } from '../../wire.js'
import { Cell } from '../cell.js'
import { useWords } from '../words.js'

/** How an answer was found, as tables. */
export function SearchTable({ search }: { readonly search: SearchReport | undefined }): JSX.Element {
  const words = useWords()
  return (
    <details class="how-found" open>
      <summary>
        <h2>{words.howFound}</h2>
      </summary>
      {search ? <Report search={search} /> : <p>{words.notSearched}</p>}
    </details>
  )
}

function Report({ search }: { readonly search: SearchReport }): JSX.Element {
  const words = useWords()
  const { word, role, meaning } = words.wordColumns
  return (
    <>
      <p>
        <span class={`outcome ${search.outcome}`}>{words.outcomes[search.outcome]}</span>
      </p>
      {search.words.length > 0 && (
        <Table caption={words.questionWords} columns={[word, role, meaning]}>
          {search.words.map((each) => (
            <tr key={`${each.role} ${each.text}`}>
              <Cell name={word}>{each.text}</Cell>
              <Cell name={role}>{words.roles[each.role]}</Cell>
              <Cell name={meaning}>
                {each.meanings.map(({ source, terms }) => (
                  <span class="meaning" key={`${source} ${terms.join(' ')}`}>
                    {wholeTerms(terms).join(' + ')} <small>{words.sources[source] ?? source}</small>
                  </span>
                ))}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
      {search.matches.length > 0 && (
        <Table
          caption={words.matches}
          columns={[words.score, words.talk, words.stretch, words.matched, words.via, words.from]}
        >
          {search.matches.map((match) => (
            <tr key={`${match.file}:${match.line}`}>
              <Cell name={words.score}>{match.score.toFixed(2)}</Cell>
              <Cell name={words.talk}>
                {match.title}
                <small>{match.meetup}</small>
              </Cell>
              <Cell name={words.stretch}>{match.stretch}</Cell>
              <Cell name={words.matched}>{match.matched.join(', ')}</Cell>
              <Cell name={words.via}>{match.via.join(', ')}</Cell>
              <Cell name={words.from}>
                <code>
                  {match.file}:{match.line}
                </code>
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}

/** Without terms that are pieces of another one, as Hangul is indexed. */
function wholeTerms(terms: readonly string[]): readonly string[] {
  return terms.filter((term) => !terms.some((other) => other !== term && other.includes(term)))
}

interface TableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly children: ComponentChildren
}

function Table({ caption, columns, children }: TableProps): JSX.Element {
  return (
    <div class="scroll">
      <table class="cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
