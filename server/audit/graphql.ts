import './graphql/event.ts'
import './graphql/history.ts'
import './graphql/verification.ts'
