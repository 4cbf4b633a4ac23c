import { gql, type TypedDocumentNode } from '@apollo/client'

type Input = { input: Record<string, unknown> }
type Done<Name extends string> = TypedDocumentNode<Record<Name, { id: string }>, Input>

export const SCHEDULE: Done<'scheduleCalibration'> = gql`
  mutation ScheduleCalibration($input: ScheduleCalibrationInput!) { scheduleCalibration(input: $input) { id } }
`
export const OPEN: Done<'openCalibration'> = gql`
  mutation OpenCalibration($input: CalibrationStepInput!) { openCalibration(input: $input) { id } }
`
export const ATTEND: Done<'recordCalibrationAttendance'> = gql`
  mutation RecordCalibrationAttendance($input: CalibrationAttendanceInput!) { recordCalibrationAttendance(input: $input) { id } }
`
export const LOCK: Done<'lockCalibration'> = gql`
  mutation LockCalibration($input: LockCalibrationInput!) { lockCalibration(input: $input) { id } }
`
export const CANCEL: Done<'cancelCalibration'> = gql`
  mutation CancelCalibration($input: CalibrationReasonInput!) { cancelCalibration(input: $input) { id } }
`
export const PROPOSE: Done<'proposeCalibration'> = gql`
  mutation ProposeCalibration($input: ProposeCalibrationInput!) { proposeCalibration(input: $input) { id } }
`
export const AGREE: Done<'agreeCalibrationProposal'> = gql`
  mutation AgreeCalibrationProposal($input: CalibrationReasonInput!) { agreeCalibrationProposal(input: $input) { id } }
`
export const REJECT: Done<'rejectCalibrationProposal'> = gql`
  mutation RejectCalibrationProposal($input: CalibrationReasonInput!) { rejectCalibrationProposal(input: $input) { id } }
`
export const SET_ORG_PREDIKAT: Done<'setOrgPredikat'> = gql`
  mutation SetOrgPredikat($input: SetOrgPredikatInput!) { setOrgPredikat(input: $input) { id } }
`
export const ANSWER_SIGNAL: Done<'answerSignal'> = gql`
  mutation AnswerSignal($input: AnswerSignalInput!) { answerSignal(input: $input) { id } }
`
