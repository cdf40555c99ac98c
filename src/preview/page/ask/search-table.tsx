import type { JSX } from 'preact'
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
  return (
    <>
      <p>
        <span class={`outcome ${search.outcome}`}>{words.outcomes[search.outcome]}</span>
      </p>
      {search.words.rows.length > 0 && (
        <div class="scroll">
          <table>
            <caption>{words.questionWords}</caption>
            <thead>
              <tr>
                {search.words.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {search.words.rows.map((row) => (
                <tr key={row.join(' ')}>
                  {row.map((cell) => (
                    <td key={cell}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {search.matches.length > 0 && (
        <div class="scroll">
          <table class="cards">
            <caption>{words.matches}</caption>
            <thead>
              <tr>
                <th scope="col">{words.score}</th>
                <th scope="col">{words.talk}</th>
                <th scope="col">{words.matched}</th>
                <th scope="col">{words.via}</th>
                <th scope="col">{words.from}</th>
              </tr>
            </thead>
            <tbody>
              {search.matches.map((match) => (
                <tr key={`${match.file}:${match.line}`}>
                  <Cell name={words.score}>{match.score.toFixed(2)}</Cell>
                  <Cell name={words.talk}>
                    {match.title}
                    <small>{match.meetup}</small>
                  </Cell>
                  <Cell name={words.matched}>{match.matched.join(', ')}</Cell>
                  <Cell name={words.via}>{match.via.join(', ')}</Cell>
                  <Cell name={words.from}>
                    <code>
                      {match.file}:{match.line}
                    </code>
                  </Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
