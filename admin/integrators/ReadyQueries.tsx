import { Button } from '@mui/material'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { CopyBlock } from './CopyBlock.tsx'
import { curlLine } from './curl-line.ts'
import { type ReadyQuery, readyExports, readyQueries } from './ready-queries.ts'

/** Where a token stands in a command; the person puts in their own. */
const placeholder = 'TOKEN'

/** Queries to copy, each with its variables and a command for a terminal, and the lists that come as files. */
export function ReadyQueries({ onTry }: { onTry: (query: ReadyQuery) => void }) {
  const say = useSay()
  const origin = window.location.origin
  return (
    <>
      {readyQueries.map((ready) => (
        <Section
          key={ready.name}
          title={ready.title}
          help={ready.help}
          actions={
            <>
              <Button variant="outlined" size="small" onClick={() => onTry(ready)}>
                {say('ready.try')}
              </Button>
              <Button size="small" href={graphiqlLink(ready)} target="_blank" rel="noreferrer">
                {say('ready.graphiql')}
              </Button>
            </>
          }
        >
          <CopyBlock label="ready.query" text={ready.query} />
          {Object.keys(ready.variables).length > 0 && (
            <CopyBlock label="ready.variables" text={JSON.stringify(ready.variables, null, 2)} />
          )}
          <CopyBlock label="tokens.curl" text={curlLine(origin, placeholder, ready.query, ready.variables)} />
        </Section>
      ))}
      <Section title="ready.exports" help="ready.exportsHelp">
        {readyExports.map((path) => (
          <CopyBlock
            key={path}
            label="tokens.curl"
            text={`curl -gOJ '${origin}${path}' \\\n  -H 'authorization: Bearer ${placeholder}'`}
          />
        ))}
      </Section>
    </>
  )
}

/** GraphiQL with this query in its editors. */
function graphiqlLink({ query, variables }: ReadyQuery): string {
  return `/graphiql?${new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) })}`
}
