import './graphql/kind.ts'
import './graphql/mutations.ts'
import './graphql/run.ts'
