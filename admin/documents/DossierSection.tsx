import PdfIcon from '@mui/icons-material/PictureAsPdfOutlined'
import { Link } from '@mui/material'
import { useNotify } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { ActionButton } from '../frame/command/ActionButton.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { DOSSIERS, type DossierRow, PRINT_DOSSIER, REVOKE_DOSSIER } from './data.ts'

/** The printed dossiers of an appraisal, and the way to one of its present state. */
export function DossierSection({ appraisalId }: { appraisalId: string }) {
  const say = useSay()
  const format = useFormat()
  const notify = useNotify()
  const { data } = useRead(DOSSIERS, { id: appraisalId })
  const command = useWrite(PRINT_DOSSIER)
  const dossiers = data?.appraisal.dossiers
  if (!dossiers) return null
  const action = data.appraisal.documentActions.find(({ name }) => name === 'PRINT_DOSSIER')
  const print = () =>
    command.mutate(
      { appraisalId },
      {
        onSuccess: ({ printDossier }) => {
          notify('dossiers.ready', { type: 'success' })
          // The answer is an attachment: the page stays where it is.
          window.location.assign(printDossier.downloadPath)
        },
      },
    )
  return (
    <Section
      title="dossiers.title"
      help="dossiers.help"
      actions={
        action && (
          <ActionButton
            action={command.isPending ? { ...action, enabled: false, reason: say('dossiers.printing') } : action}
            label="dossiers.download"
            icon={<PdfIcon />}
            onClick={print}
          />
        )
      }
    >
      {command.error && <FaultNotice error={command.error} onRetry={print} />}
      <RowsTable
        caption="dossiers.title"
        rows={dossiers.nodes}
        total={dossiers.totalCount}
        keyOf={({ id }) => id}
        empty="dossiers.none"
        columns={[
          {
            label: 'dossiers.code',
            render: ({ code, downloadPath }) => (
              <Link href={downloadPath} download>
                {code}
              </Link>
            ),
          },
          { label: 'dossiers.printedAt', render: ({ createdAt }) => format.instant(createdAt) },
          { label: 'dossiers.printedState', render: ({ state }) => <StateChip group="appraisalState" code={state} /> },
          { label: 'dossiers.hash', render: ({ contentHash }) => <code title={contentHash}>{contentHash.slice(0, 12)}…</code> },
          { label: 'dossiers.standing', render: (row) => <Standing dossier={row} /> },
        ]}
      />
    </Section>
  )
}

function Standing({ dossier: { id, revokedAt, revokedReason, actions } }: { dossier: DossierRow }) {
  const say = useSay()
  if (revokedAt) {
    return (
      <>
        <ToneChip tone="bad" label={say('dossiers.revoked')} /> {revokedReason}
      </>
    )
  }
  return (
    <CommandButton
      actions={actions.filter(({ enabled }) => enabled)}
      name="REVOKE_DOSSIER"
      label="dossiers.revoke"
      size="small"
      document={REVOKE_DOSSIER}
      variables={(reason) => ({ input: { id, reason } })}
      question="dossiers.revokeQuestion"
      done="dossiers.revokedNow"
      reason="REQUIRED"
    />
  )
}
