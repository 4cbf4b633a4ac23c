import { builder } from '../../builder.ts'
import type { QuestionResult, SurveyResult } from '../rules/result.ts'
import { MutuEnum } from './enums.ts'

const QuestionResultType = builder.objectRef<QuestionResult>('QuestionResult').implement({
  description: 'How one question was answered.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'U1 to U9, or T1 to T9 for a question of the survey itself.' }),
    answered: t.exposeInt('answered', { description: 'Valid answers.' }),
    counts: t.exposeIntList('counts', { description: 'How often 1, 2, 3 and 4 were given.' }),
    nrr: t.expose('nrr', {
      type: 'Decimal',
      nullable: true,
      description: 'Mean of the valid answers, 1–4, 4 decimals; empty without one.',
    }),
    mutu: t.expose('mutu', { type: MutuEnum, nullable: true, description: 'Class of the mean by itself.' }),
  }),
})

export const SurveyResultType = builder.objectRef<SurveyResult>('SurveyResult').implement({
  description: 'The index of satisfaction (F8, PermenPANRB 14/2017) with what it rests on.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    respondents: t.exposeInt('respondents', { description: 'Counted answers.' }),
    ikm: t.expose('ikm', { type: 'Decimal', nullable: true, description: 'Index 25–100, 2 decimals; empty without an answer.' }),
    mutu: t.expose('mutu', { type: MutuEnum, nullable: true, description: 'Class of the index.' }),
    weight: t.expose('weight', { type: 'Decimal', nullable: true, description: '1 ÷ applicable unsur, 4 decimals.' }),
    halfWidth95: t.expose('halfWidth95', {
      type: 'Decimal',
      nullable: true,
      description: 'Half the width of the 95 % interval of the index, 2 decimals.',
    }),
    lowestFirst: t.exposeStringList('lowestFirst', { description: 'Unsur by their means, the lowest first.' }),
    questions: t.expose('questions', { type: [QuestionResultType], description: 'Each question in its order.' }),
    assisted: t.exposeInt('assisted', { description: 'Answers given with the help of staff.' }),
    paper: t.exposeInt('paper', { description: 'Answers on paper.' }),
    straightFours: t.exposeInt('straightFours', { description: 'Answers of nothing but 4.' }),
    flagged: t.exposeInt('flagged', { description: 'Answers that belong to bursts; they count all the same.' }),
    ikmWithoutFlagged: t.expose('ikmWithoutFlagged', {
      type: 'Decimal',
      nullable: true,
      description: 'The index without those; empty where there are none.',
    }),
    mutuWithoutFlagged: t.expose('mutuWithoutFlagged', {
      type: MutuEnum,
      nullable: true,
      description: 'Its class without those.',
    }),
  }),
})
