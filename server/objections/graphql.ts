import './graphql/objection.ts'
import './graphql/mutations.ts'
