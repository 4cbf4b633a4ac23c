import './graphql/job.ts'
import './graphql/mail.ts'
import './graphql/notice.ts'
