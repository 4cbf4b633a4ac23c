import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

export type NoticeRow = {
  id: string
  group: 'TO_DO' | 'TOLD'
  sentence: string
  entityType: string
  entityId: string
  dueAt: string | null
  createdAt: string
  readAt: string | null
  doneAt: string | null
}

const noticeFields = 'id group sentence entityType entityId dueAt createdAt readAt doneAt'

export const noticeSpec: ResourceSpec = {
  name: 'notices',
  type: 'Notice',
  list: gql`query Notices($first: Int, $offset: Int, $filter: NoticeFilter) {
    notices(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${noticeFields} } }
  }`,
  one: gql`query Notice($id: ID!) { node(id: $id) { ... on Notice { ${noticeFields} } } }`,
  filter: ({ isUnread, ...rest }: Filter) => ({ ...rest, ...(isUnread ? { isRead: false } : {}) }),
}

export type JobRow = {
  id: string
  kind: string
  key: string
  state: string
  attempts: number
  nextAt: string
  createdAt: string
  doneAt: string | null
  failure: string | null
  actions: Action[]
}

export const jobSpec: ResourceSpec = {
  name: 'jobs',
  type: 'Job',
  list: gql`query Jobs($first: Int, $offset: Int, $filter: JobFilter) {
    jobs(first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { id kind key state attempts nextAt createdAt doneAt failure actions { name enabled reason } }
    }
  }`,
}

export type MailRow = {
  id: string
  recipient: string
  subject: string
  body: string
  state: string
  attempts: number
  nextAt: string
  sentAt: string | null
  failure: string | null
  actions: Action[]
}

export const mailSpec: ResourceSpec = {
  name: 'outbox-mails',
  type: 'OutboxMail',
  list: gql`query OutboxMails($first: Int, $offset: Int, $filter: OutboxMailFilter) {
    outboxMails(first: $first, offset: $offset, filter: $filter) {
      totalCount
      nodes { id recipient subject body state attempts nextAt sentAt failure actions { name enabled reason } }
    }
  }`,
}

export const NOTICE_COUNTS: TypedDocumentNode<{ noticeCounts: { unread: number; toDo: number } }, Record<string, never>> = gql`
  query NoticeCounts { noticeCounts { unread toDo } }
`
export const READ_NOTICES: TypedDocumentNode<{ readNotices: number }, { ids: string[] }> = gql`
  mutation ReadNotices($ids: [ID!]!) { readNotices(ids: $ids) }
`
export const READ_ALL_NOTICES: TypedDocumentNode<{ readAllNotices: number }, { upTo: string }> = gql`
  mutation ReadAllNotices($upTo: DateTime!) { readAllNotices(upTo: $upTo) }
`
export const RETRY_JOB: TypedDocumentNode<{ retryJob: { id: string } }, { id: string }> = gql`
  mutation RetryJob($id: ID!) { retryJob(id: $id) { id } }
`
export const RETRY_MAIL: TypedDocumentNode<{ retryMail: { id: string } }, { id: string }> = gql`
  mutation RetryMail($id: ID!) { retryMail(id: $id) { id } }
`
