import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  graphql,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { createContext } from '../server/context.ts'
import type { DomainError } from '../server/errors.ts'
import { anonymous } from '../server/identity/policy.ts'
import { bounds } from '../server/list.ts'
import { printedSchema, schema } from '../server/schema.ts'
import { createTestDatabase } from './database.ts'

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
const objects = types.filter(isObjectType)
const fields = objects.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({ type, field, path: `${type.name}.${field.name}` })),
)

/** Connections, their edges and PageInfo: reached only through a field that carries a rule, and holding nothing but records that do. */
const isPlumbing = ({ name }: GraphQLNamedType) =>
  name === 'PageInfo' || name.endsWith('Connection') || name.endsWith('ConnectionEdge')

test('schema.graphql is the contract of this code; after a wanted change: pnpm --silent tera schema print > server/schema.graphql', () => {
  expect(readFileSync(join(import.meta.dirname, '../server/schema.graphql'), 'utf8')).toBe(printedSchema())
})

describe('every part of the contract says what it is', () => {
  const described: [path: string, description: string | null | undefined][] = types.flatMap((type) => {
    const own: [string, string | null | undefined] = [type.name, type.description]
    if (isEnumType(type))
      return [
        own,
        ...type
          .getValues()
          .map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description]),
      ]
    if (isInputObjectType(type))
      return [
        own,
        ...Object.values(type.getFields()).map((field): [string, string | null | undefined] => [
          `${type.name}.${field.name}`,
          field.description,
        ]),
      ]
    if (!isObjectType(type) && !isInterfaceType(type)) return [own]
    const below = Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
      [`${type.name}.${field.name}`, field.description],
      ...field.args.map((arg): [string, string | null | undefined] => [
        `${type.name}.${field.name}(${arg.name}:)`,
        arg.description,
      ]),
    ])
    return [own, ...below]
  })

  test('types, fields, arguments, enum values and input fields', () => {
    expect(described.filter(([, description]) => !description?.trim()).map(([path]) => path)).toEqual([])
  })
})

describe('lists', () => {
  /** Lists without pages, each bounded by something other than the data. */
  const bounded = {
    'Adoption.months': 'thirteen months',
    'Adoption.units': 'parts of one unit, at most 300',
    'CalibrationEffect.moved': 'at most 100',
    'GamingSignal.actions': 'one',
    'GamingSignal.answers': 'the newest 20',
    'Query.fairness': 'groups of one dimension, at most 300',
    'Query.indicatorObjectivity': 'the least measured, at most 100',
    'Query.stuckAppraisals': 'overdue ones first, at most 100',
    'UnitAgreement.pairs': 'four pairs of rater groups',
    'UnitPattern.actions': 'one',
    'AchievementPreview.examples': 'places on one target, at most 9',
    'ApiToken.actions': 'commands on a token',
    'ApiToken.scopes': 'permissions, a closed set',
    'Appraisal.actions': 'the moves of domain G2',
    'Appraisal.behaviour': 'the seven values',
    'Appraisal.selfAssessedResults': 'bounded by its input',
    'Appraisal.timeline': 'states, a closed set',
    'ExportedAppraisals.records': 'bounded by its input, at most 500',
    'Query.appraisalStateCounts': 'states, a closed set',
    'AuditEvent.changes': 'fields of one record',
    'CalibrationProposal.actions': 'commands on a proposal',
    'CalibrationSession.actions': 'commands on a session',
    'CoachingRelation.actions': 'commands on a relation',
    'Competence.levels': 'competencies of one post, some twelve',
    'DevelopmentNeed.actions': 'commands on a need',
    'Employee.recommendations': 'at most ten',
    'ImprovementPlan.actions': 'the moves of domain G2',
    'ImprovementPlan.milestones': 'three looks back',
    'ImprovementPlan.steps': 'bounded by its input, at most five',
    'JpCoverage.statuses': 'statuses, a closed set',
    'JpYear.activities': 'activities of one person in one year',
    'Participant.actions': 'commands on a place',
    'PembinaanPlan.actions': 'the moves of domain G2',
    'PembinaanPlan.approvals': 'bounded by its input, at most five a round',
    'PembinaanPlan.budgetLines': 'bounded by its input, at most 200',
    'PembinaanPlan.faults': 'checks of one plan',
    'PembinaanPlan.indicators': 'bounded by its input, at most 20',
    'PembinaanPlan.problems': 'bounded by its input, at most 20',
    'PembinaanPlan.risks': 'bounded by its input, at most 50',
    'PembinaanPlan.stakeholders': 'bounded by its input, at most 100',
    'PembinaanProgramme.actions': 'the moves of domain G2',
    'PembinaanProgramme.eligibleKinds': 'kinds, a closed set',
    'PembinaanProgramme.eligibleTypes': 'kinds, a closed set',
    'PembinaanProgramme.materials': 'at most 50',
    'PembinaanProgramme.screen': 'at most 60 groups',
    'PembinaanProgramme.sessions': 'bounded by its input, at most 60',
    'PembinaanProgramme.states': 'states, a closed set',
    'Query.developmentForms': 'forms of SIASN, 25',
    'Query.jpCoverage': 'a unit with those right below it',
    'Checkpoint.actions': 'the moves of domain G2',
    'Checkpoint.checklist': 'items of the checklist, a closed set',
    'ImpactDesign.actions': 'commands on a design',
    'ImpactDesign.secondaryIndicatorIds': 'bounded by its input, at most ten',
    'ImpactEvaluation.actions': 'commands on an evaluation',
    'ImpactEvaluation.limits': 'reasons, a closed set',
    'ImpactEvaluation.series': 'two groups by at most 72 months',
    'MonitoringConflict.examples': 'at most three',
    'MonitoringConflictPreview.conflicts': 'at most 50 members by three kinds',
    'MonitoringTeam.actions': 'commands on a team',
    'PostTrainingEvaluation.behaviour': 'days of checkpoints, at most 20',
    'PostTrainingEvaluation.reactions': 'five questions',
    'Query.checkpointCounts': 'states, a closed set',
    'Query.checkpointTimeliness': 'teams of the city, some dozens',
    'Query.monitoringCoverage': 'the parts of one unit',
    'Query.roadSafety': 'three groups of sites by two baselines',
    'Mutation.computeImpact': 'outcomes of one programme, at most 11',
    'Complaint.actions': 'commands on a complaint',
    'Complaint.links': 'at most three',
    'DataIssue.actions': 'commands on an issue',
    'Dialogue.actions': 'commands on a dialogue',
    'Distribution.behaviour': 'levels, a closed set',
    'Distribution.bySystem': 'systems, a closed set',
    'Distribution.predikat': 'predikat, a closed set',
    'Distribution.reasons': 'reasons, a closed set',
    'Distribution.result': 'levels, a closed set',
    'Employee.actions': 'commands on an employee',
    'Employee.feedbackTally': 'quarters, groups and tones of one person',
    'EmployeeFacet.values': 'the values of an enum',
    'Explanation.nodes': 'steps of one appraisal',
    'ExplanationNode.children': 'steps of one appraisal',
    'ExplanationNode.inputs': 'numbers of one formula',
    'Facet.values': 'values of an enumerated field',
    'FamilyWeights.actions': 'commands on the weights of a family',
    'FamilyWeights.cells': 'indicators of one position family',
    'Feedback.actions': 'commands on a feedback',
    'Fkp.actions': 'commands on a forum',
    'FkpAgreement.actions': 'commands on an agreement',
    'Heatmap.cells': 'at most 80 units by 40 indicators',
    'Heatmap.indicators': 'at most 40',
    'Heatmap.units': 'at most 80',
    'Job.actions': 'commands on a job',
    'OutboxMail.actions': 'commands on a message',
    'IkiResult.quartersExcluded': 'quarters of a year',
    'IkiResult.quartersNotSubmitted': 'quarters of a year',
    'IkiResult.quartersUsed': 'quarters of a year',
    'ImportColumn.synonyms': 'headers of one column, a closed set',
    'ImportDocumentReport.rejectedByCode': 'codes, a closed set',
    'ImportDocumentReport.warningsByCode': 'codes, a closed set',
    'ImportKind.columns': 'columns of one kind, a closed set',
    'ImportReport.rejectedByCode': 'codes, a closed set',
    'ImportReport.warningsByCode': 'codes, a closed set',
    'ImportRow.cells': 'columns of a file, at most 300',
    'ImportRow.codes': 'codes of one row',
    'ImportRow.messages': 'codes of one row',
    'ImportRun.actions': 'commands on a run',
    'ImportRun.headers': 'columns of a file, at most 300',
    'ImportRun.unknownHeaders': 'columns of a file, at most 300',
    'IndicatorVersion.actions': 'commands on a version',
    'IndicatorVersion.caseMixVariables': 'bounded by its input',
    'IndicatorVersion.differences': 'fields of one record',
    'IndicatorVersion.evidenceTypes': 'bounded by its input',
    'IndicatorVersion.familyWeights': 'bounded by its input',
    'IndicatorVersion.problems': 'checks of one definition',
    'JudgedValue.groups': 'standings of raters, a closed set',
    'Mutation.assignSkpTemplate': 'as many as employees named, at most 500',
    'Mutation.proposeFamilyWeights': 'as many as weights proposed, at most 100',
    'Note.actions': 'the commands of the policy',
    'Objection.actions': 'commands on an objection',
    'PatternCheck.deviations': 'lines of one pattern',
    'Period.actions': 'commands on a period',
    'PeriodSpread.counts': 'predikat and reasons, a closed set',
    'Query.checkDefinition': 'checks of one definition',
    'Query.complaintCounts': 'states, a closed set',
    'Query.complaintFigures': 'units with complaints, at most 300',
    'Query.dataFreshness': 'source systems of one period',
    'Query.dataIssueCounts': 'codes, a closed set',
    'Query.dataIssueStates': 'the three states',
    'Query.deadlines': 'quarters of one year',
    'Query.employeeFacets': 'four',
    'Query.familyWeights': 'position families of the catalogue',
    'Query.feedbackRatees': 'the people around one person, at most 200',
    'Query.gamingSignals': 'at most 100',
    'Query.importKinds': 'kinds of files, a closed set',
    'Query.indicatorFacets': 'facets, a closed set',
    'Query.nodes': 'as many as ids asked for, at most 100',
    'Query.objectionCounts': 'states, a closed set',
    'Query.predikatByPeriod': 'at most 24 periods',
    'Query.predikatByUnit': 'units directly below one, at most 300',
    'Query.raterFingerprints': 'at most 100, the most striking',
    'Query.realisationCounts': 'states, a closed set',
    'Query.rules': 'rules, a closed set',
    'Query.servableResults': 'results of one plan, at most 40',
    'Query.settings': 'settings, a closed set',
    'AppraisalPart.actions': 'commands on a part',
    'Objection.evidenceUrls': 'addresses of evidence, at most 10',
    'SkpTemplate.actions': 'commands on a template',
    'Appraisal.documentActions': 'commands on a dossier',
    'Award.actions': 'commands on an award',
    'CreditProgress.goals': 'the next rank and the next jenjang',
    'Dossier.actions': 'commands on a dossier',
    'ImprovementDue.results': 'the results that call for a plan, at most two',
    'Promotion.conditions': 'conditions of the rule, a closed set',
    'Query.awardCandidates': 'candidates of a year, the first 25',
    'Query.improvementsDue': 'people of one unit and period',
    'TalentGrid.boxes': 'the nine boxes',
    'TalentGrid.unplaced': 'reasons for having no box, a closed set',
    'Query.skpAssignmentPreview': 'people of one hand-out, at most 500',
    'Query.skpDifferences': 'fields of two plans',
    'Query.skpStateCounts': 'states, a closed set',
    'Query.waiting': 'kinds of work, a closed set',
    'Realisation.actions': 'commands on a measurement',
    'RealisationCorrection.finalAppraisalIds': 'final results of one series, cut at 1,000',
    'RoleGrant.actions': 'the commands of the policy',
    'RoleMatrix.people': 'those whom one person appraises, at most 200',
    'RoleMatrix.results': 'results of one plan, at most 20',
    'RoleMatrixResult.coveredBy': 'bounded with the matrix, at most 1,000',
    'SavedView.actions': 'commands on a view',
    'SavedView.hiddenColumns': 'bounded by its input',
    'SearchResult.employees': 'at most 20',
    'SearchResult.indicators': 'at most 20',
    'SearchResult.units': 'at most 20',
    'Rule.settings': 'settings of one rule, a closed set',
    'Session.actions': 'the commands of the policy',
    'SettingValue.actions': 'commands on a setting',
    'SettingValue.choices': 'values of one setting, a closed set',
    'SettingValue.history': 'at most 50',
    'Skp.actions': 'commands on a plan',
    'Skp.appendices': 'kinds, a closed set',
    'Skp.dialogueGaps': 'stages and quarters of one year',
    'Skp.expectations': 'the seven values',
    'Skp.faults': 'checks of one plan',
    'SkpTemplate.rhk': 'bounded by its input',
    'IssuedTickets.codes': 'bounded by its input, at most 500',
    'QuestionResult.counts': 'four answers',
    'PublicDistribution.classes': 'six classes',
    'PublicEdition.actions': 'one',
    'PublicFigures.distribution': 'frozen, offices of the city',
    'PublicFigures.heldBack': 'frozen, a few for each unit',
    'PublicFigures.oneDay': 'frozen, service units of the city',
    'PublicFigures.satisfaction': 'frozen, service units of the city',
    'PublicFigures.totals': 'six classes',
    'PublicPreview.actions': 'one',
    'Query.publicEditions': 'the newest 20',
    'Survey.actions': 'the moves of the table and what follows',
    'SurveyFollowUp.actions': 'one',
    'Survey.findings': 'the largest, at most 100',
    'Survey.questions': 'bounded by its input, at most 18',
    'SurveyResult.lowestFirst': 'nine unsur',
    'SurveyResult.questions': 'questions of the survey, at most 18',
    'TemplateRhk.iki': 'bounded by its input',
    'Unit.actions': 'commands on a unit',
    'UnitMovePreview.pathAfter': 'bounded by the depth of the tree',
    'UnitMovePreview.pathBefore': 'bounded by the depth of the tree',
    'UnitSpread.counts': 'predikat and reasons, a closed set',
    'User.actions': 'commands on a user',
    'Viewer.permissions': 'permissions, a closed set',
    'Viewer.roles': 'roles of one person',
    'WhatIf.moves': 'pairs of predikat, a closed set',
    'WhatIf.predikatAfter': 'predikat, a closed set',
    'WhatIf.predikatBefore': 'predikat, a closed set',
    'WhatIf.units': 'one line for each unit that the draft touches',
  } satisfies Record<string, string>

  const isList = ({ type }: GraphQLField<unknown, unknown>) => isListType(isNonNullType(type) ? type.ofType : type)

  test('a list is a connection, or is on the list of bounded ones', () => {
    const open = fields.filter(({ type, field }) => !isPlumbing(type) && isList(field)).map(({ path }) => path)
    expect(open.sort()).toEqual(Object.keys(bounded).sort())
  })

  test('every connection takes first, after, last and before, counts its rows, and has a bounded page', () => {
    const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
    expect(connections.length).toBeGreaterThan(20)
    for (const { path, field } of connections) {
      expect(
        field.args.map(({ name }) => name),
        path,
      ).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']))
      expect(Object.keys((getNamedType(field.type) as GraphQLObjectType).getFields()), path).toEqual(
        expect.arrayContaining(['edges', 'nodes', 'pageInfo', 'totalCount']),
      )
      expect(field.args.find(({ name }) => name === 'first')?.description, path).toContain(String(bounds.maxPage))
    }
  })

  test('every root connection takes an offset', () => {
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) =>
      getNamedType(type).name.endsWith('Connection'),
    )
    expect(roots.filter(({ args }) => !args.some(({ name }) => name === 'offset')).map(({ name }) => name)).toEqual([])
  })
})

describe('default deny', () => {
  const scopesOf = (part: { extensions: object }) =>
    (part.extensions as { pothosOptions?: { authScopes?: unknown } }).pothosOptions?.authScopes

  test('each field carries a rule, itself or through its type', () => {
    const free = fields.filter(
      ({ type, field }) => !isPlumbing(type) && scopesOf(type) === undefined && scopesOf(field) === undefined,
    )
    expect(free.map(({ path }) => path)).toEqual([])
  })

  const isPublic = (part: { extensions: object }) => {
    const scopes = scopesOf(part)
    return typeof scopes === 'object' && scopes !== null && 'public' in scopes
  }
  const publicFields = ['Mutation.signIn', 'Mutation.signOut', 'Query.publicEditions', 'Query.viewer']

  test('exactly these fields are public', () => {
    expect(
      fields
        .filter(({ field }) => isPublic(field))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(publicFields)
  })

  test('exactly these types are, because only a record with a rule leads to them', () => {
    expect(objects.filter(isPublic).map(({ name }) => name)).toEqual([
      'Action',
      'PublicClassCount',
      'PublicDistribution',
      'PublicEdition',
      'PublicFigures',
      'PublicOneDayRate',
      'PublicSatisfaction',
      'SignInPayload',
      'Viewer',
      'ViewerRole',
    ])
  })

  test('whoever is not signed in gets an answer from the public fields alone', async () => {
    await using testing = await createTestDatabase()
    const contextValue = createContext(testing.database, anonymous, new Date('2025-06-15T05:00:00Z'), 'en')
    for (const { type, field, path } of fields.filter(({ type: { name } }) => name === 'Query' || name === 'Mutation')) {
      if (publicFields.includes(path)) continue
      const { data, errors } = await graphql({ schema, contextValue, ...callOf(type, field) })
      expect(
        errors?.map(({ originalError }) => (originalError as DomainError | undefined)?.code ?? originalError),
        path,
      ).toEqual(['UNAUTHENTICATED'])
      expect(data?.[field.name] ?? null, path).toBeNull()
    }
  })
})

/** A document that asks for a root field with arguments of the right form. */
function callOf(type: GraphQLObjectType, { name, args, type: answer }: GraphQLField<unknown, unknown>) {
  const needed = args.filter(isRequiredArgument)
  const declared = needed.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
  const passed = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
  const selection = isCompositeType(getNamedType(answer)) ? '{ __typename }' : ''
  const head = `${type.name.toLowerCase()}${declared && `(${declared})`}`
  return {
    source: `${head} { ${name}${passed && `(${passed})`} ${selection} }`,
    variableValues: Object.fromEntries(needed.map((arg) => [arg.name, sampleOf(arg.type)])),
  }
}

const samples: Readonly<Record<string, unknown>> = {
  ID: 'employee_00000000-0000-7000-8000-000000000001',
  Int: 1,
  Boolean: true,
  Date: '2025-01-01',
  DateTime: '2025-01-01T00:00:00Z',
  Decimal: '1.5',
  Nip: '198001012005012901',
}

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType)
  if (isListType(type)) return [sampleOf(type.ofType)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (!isInputObjectType(type)) return samples[type.name] ?? 'text'
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map((field) => [field.name, sampleOf(field.type)]),
  )
}
