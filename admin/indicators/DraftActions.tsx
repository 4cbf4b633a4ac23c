import DiscardIcon from '@mui/icons-material/DeleteOutlined'
import EditIcon from '@mui/icons-material/EditOutlined'
import DraftIcon from '@mui/icons-material/NoteAddOutlined'
import PublishIcon from '@mui/icons-material/PublishOutlined'
import SendIcon from '@mui/icons-material/SendOutlined'
import ReturnIcon from '@mui/icons-material/UndoOutlined'
import { useNavigate } from 'react-router-dom'
import { ActionButton } from '../frame/command/ActionButton.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DISCARD_DRAFT, DRAFT_VERSION, PUBLISH_DRAFT, RETURN_DRAFT, SUBMIT_DRAFT } from './commands.ts'
import { type IndicatorDetail, standing } from './data.ts'
import { WhatIfPanel } from './WhatIfPanel.tsx'

/** What can be done with the version in work, or the way to start one. */
export function DraftActions({ indicator }: { indicator: IndicatorDetail }) {
  const navigate = useNavigate()
  const { draft, active } = standing(indicator)
  if (!draft) {
    return (
      <CommandButton
        actions={active?.actions ?? []}
        name="DRAFT"
        label="indicators.draft"
        icon={<DraftIcon />}
        document={DRAFT_VERSION}
        variables={() => ({ input: { indicatorId: indicator.id } })}
        question="indicators.draftQuestion"
        done="indicators.drafted"
        onDone={() => navigate(`/indicators/${indicator.id}`)}
      />
    )
  }
  const edit = draft.actions.find(({ name }) => name === 'EDIT')
  const shared = { actions: draft.actions, variables: () => ({ input: { id: draft.id } }) }
  return (
    <>
      {edit && draft.state === 'DRAFT' && (
        <ActionButton
          action={edit}
          label="indicators.edit"
          icon={<EditIcon />}
          onClick={() => navigate(`/indicators/${indicator.id}`)}
        />
      )}
      {draft.state === 'DRAFT' && (
        <>
          <CommandButton
            {...shared}
            name="DISCARD"
            label="indicators.discard"
            icon={<DiscardIcon />}
            document={DISCARD_DRAFT}
            question="indicators.discardQuestion"
            done="indicators.discarded"
            onDone={() => navigate('/indicators')}
          />
          <CommandButton
            {...shared}
            name="SUBMIT"
            label="indicators.submit"
            variant="contained"
            icon={<SendIcon />}
            document={SUBMIT_DRAFT}
            question="indicators.submitQuestion"
            done="indicators.submitted"
          />
        </>
      )}
      {draft.state === 'REVIU' && (
        <>
          <CommandButton
            actions={draft.actions}
            name="RETURN"
            label="indicators.return"
            icon={<ReturnIcon />}
            document={RETURN_DRAFT}
            variables={(reason) => ({ input: { id: draft.id, reason } })}
            question="indicators.returnQuestion"
            done="indicators.returnedDone"
            reason="REQUIRED"
          />
          <CommandButton
            actions={draft.actions}
            variables={() => ({ input: { id: draft.id, revision: draft.revision } })}
            name="PUBLISH"
            label="indicators.publish"
            variant="contained"
            icon={<PublishIcon />}
            document={PUBLISH_DRAFT}
            question="indicators.publishQuestion"
            done="indicators.published"
            preview={<WhatIfPanel draft={draft} active={active} />}
          />
        </>
      )}
    </>
  )
}
