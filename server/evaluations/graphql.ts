import './graphql/design.ts'
import './graphql/levels.ts'
import './graphql/mutations.ts'
