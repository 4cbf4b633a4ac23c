import { finaliseDue } from './appraisals/commands/finality.ts'
import { inviteDue } from './appraisals/commands/invitations.ts'
import { complaintsDay } from './complaints/commands/daily.ts'
import { recordDueRates } from './complaints/commands/one-day.ts'
import type { Database } from './db.ts'
import { createDemoRoute } from './demo-route.ts'
import { createDossierRoutes } from './documents/routes.ts'
import type { Env } from './env.ts'
import { removeAbandoned } from './exchange/commands/files.ts'
import { createRoutes } from './exchange/routes.ts'
import { allExportLists } from './export-lists.ts'
import { remindAgreements } from './forums/commands/daily.ts'
import { createGraphiqlRoutes } from './http/graphiql.ts'
import { type HttpOptions, startHttp } from './http.ts'
import { forgetAttempts } from './idempotency.ts'
import { systemActor } from './identity/policy.ts'
import { type DailyStep, startWorker } from './jobs/worker.ts'
import { forgetJobs } from './jobs.ts'
import { createMailer } from './mail.ts'
import { monitoringDay } from './monitoring/commands/day.ts'
import { callForImprovement } from './notices/commands/improvement.ts'
import { forgetLetters, sendLetters, writeLetters } from './notices/commands/mail.ts'
import { remindDue } from './notices/commands/reminders.ts'
import { phaseNames } from './notices/queries/phases.ts'
import { escalateOverdue } from './objections/commands/escalate.ts'
import { applyDueChanges } from './organization/commands/due-changes.ts'
import { planningDay } from './planning/commands/daily.ts'
import { forgetFeedback } from './planning/commands/feedback-retention.ts'
import { feedbackDay } from './planning/commands/unnamed-feedback.ts'
import { createPublicRoutes } from './public/routes.ts'
import { quarterKeys, surveyKeys } from './quarter-keys.ts'
import { bookDueCredits } from './recognition/commands/credits.ts'
import { schema } from './schema.ts'
import type { Listening } from './start.ts'
import { surveyDay } from './surveys/commands/counting.ts'
import { remindFollowUps } from './surveys/commands/follow-ups.ts'

type Served = Pick<Env, 'host' | 'port' | 'nodeEnv' | 'origins' | 'isHttps' | 'proxies'> &
  Partial<Pick<Env, 'demo' | 'publicUrl' | 'smtpUrl' | 'mailFrom'>>

/** What each civil day brings, by the kind of its job. A second run on the same day finds nothing to do. */
function dailyJobs(database: Database, now: () => Date): Readonly<Record<string, DailyStep>> {
  const caller = () => ({ actor: systemActor('tera daily'), now: now() })
  return {
    'organization.day': (today) => database.prisma.$transaction((tx) => applyDueChanges(tx, today)),
    'attempts.forget': () => forgetAttempts(database, now()),
    'appraisals.invite': () => inviteDue(database, caller()),
    'appraisals.finalise': () => finaliseDue(database, caller()),
    'objections.escalate': () => escalateOverdue(database, caller()),
    'monitoring.day': () => monitoringDay(database, caller()),
    'planning.day': (today) => planningDay(database, today, now()),
    'complaints.day': () => complaintsDay(database, caller()),
    'complaints.figures': () => recordDueRates(database, caller()),
    'recognition.credits': () => bookDueCredits(database, caller()),
    'forums.remind': () => remindAgreements(database, caller()),
    'surveys.day': (today) => surveyDay(database, surveyKeys(), today, now()),
    'surveys.remind': (today) => remindFollowUps(database, today, now()),
    'feedback.day': (today) => feedbackDay(database, quarterKeys(), today, now()),
    'feedback.forget': () => forgetFeedback(database, caller()),
    'files.forget': () => database.prisma.$transaction((tx) => removeAbandoned(tx, now())),
    ...Object.fromEntries(phaseNames.map((phase) => [`remind.${phase}`, () => remindDue(database, phase, caller())])),
    'improvement.call': () => callForImprovement(database, caller()),
    'letters.forget': () => forgetLetters(database, now()),
    'jobs.forget': () => forgetJobs(database, now()),
  }
}

/**
 * Serves a whole Tera: the API, the console, the files that go in and out, and the jobs. Rejects with Node's error when it cannot
 * listen.
 */
export async function serveTera(
  database: Database,
  env: Served,
  options: Pick<HttpOptions, 'log' | 'now' | 'consoleHome' | 'limits'>,
): Promise<Listening> {
  const { log, now } = options
  const { demo = false, publicUrl = `http://${env.host}:${env.port}`, smtpUrl, mailFrom = 'tera@localhost' } = env
  const mailer = await createMailer({ smtpUrl, mailFrom, demo })
  const worker = await startWorker(database, {
    now,
    daily: dailyJobs(database, now),
    // Who stands above whom decides what people see and may do.
    first: 'organization.day',
    rounds: [
      () => writeLetters(database, { publicUrl, isCaptured: mailer === null }, now()),
      async () => mailer && sendLetters(database, mailer, publicUrl, now),
    ],
    onError: (error) => log.error(error, 'a job was not done'),
  })
  const files = createRoutes({ database, schema, lists: allExportLists })
  const report = (error: unknown) => log.error({ err: error }, 'unexpected fault of a public page')
  const pages = createPublicRoutes({ database, proxies: env.proxies, report })
  const routes = {
    ...files,
    ...pages,
    ...createDossierRoutes(database),
    ...createGraphiqlRoutes(),
    ...createDemoRoute(database, env.demo ?? false),
  }
  try {
    const { port, url, close } = await startHttp({ ...options, database, schema, env, security: env, routes })
    return {
      port,
      url,
      close: async () => {
        await Promise.all([worker.stop(), close()])
        mailer?.close()
      },
    }
  } catch (error) {
    await worker.stop()
    mailer?.close()
    throw error
  }
}
