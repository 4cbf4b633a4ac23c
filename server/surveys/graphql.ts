import './graphql/mutations.ts'
import './graphql/survey.ts'
