import DownloadIcon from '@mui/icons-material/DownloadOutlined'
import { Button, Menu, MenuItem } from '@mui/material'
import { useId, useState } from 'react'
import type { Filter } from '../data/specs.ts'
import { useSay } from '../language/use-say.ts'

type Props = { name: string; filter: Filter }

/** Downloads the filtered list, made by the server from all its rows and not from the page on the screen. */
export function ExportMenu({ name, filter }: Props) {
  const say = useSay()
  const menuId = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const query = Object.keys(filter).length > 0 ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : ''
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {say('list.export')}
      </Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={close}>
        {(['csv', 'xlsx'] as const).map((format) => (
          <MenuItem key={format} component="a" href={`/exports/${name}.${format}${query}`} download onClick={close}>
            {say(format === 'csv' ? 'list.exportCsv' : 'list.exportXlsx')}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
