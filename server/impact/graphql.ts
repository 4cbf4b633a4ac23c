import './graphql/evaluation.ts'
import './graphql/aggregates.ts'
import './graphql/mutations.ts'
