import HomeIcon from '@mui/icons-material/HomeOutlined'
import { Box, Typography } from '@mui/material'
import { createElement, Fragment } from 'react'
import { Menu, useSidebarState } from 'react-admin'
import { areas } from '../../areas.ts'
import type { ConsoleArea } from '../area.ts'
import { useSay } from '../language/use-say.ts'
import { useViewer } from '../viewer-context.ts'

/** The menu in groups of areas. A group without a single entry for this person does not appear. */
export function GroupedMenu() {
  const say = useSay()
  const { permissions } = useViewer()
  return (
    <Box component="nav" aria-label={say('app.mainMenu')}>
      <Menu aria-label={say('app.mainMenu')}>
        <Menu.Item to="/" primaryText={say('home.title')} leftIcon={<HomeIcon />} />
        {areas.map((area) => {
          const entries = entriesOf(area, permissions)
          if (entries.length === 0) return null
          return (
            <Fragment key={area.label}>
              <GroupTitle text={say(area.label)} />
              {entries.map((entry) => (
                <Menu.Item key={entry.to} to={entry.to} primaryText={say(entry.label)} leftIcon={createElement(entry.icon)} />
              ))}
            </Fragment>
          )
        })}
      </Menu>
    </Box>
  )
}

function entriesOf(area: ConsoleArea, permissions: readonly string[]) {
  const all = [
    ...area.resources.map(({ spec, ...rest }) => ({ to: `/${spec.name}`, ...rest })),
    ...area.pages.map(({ path, ...rest }) => ({ to: path, ...rest })),
  ]
  return all.filter(({ isInMenu = true, permission }) => isInMenu && (permission === null || permissions.includes(permission)))
}

function GroupTitle({ text }: { text: string }) {
  const [isOpen] = useSidebarState()
  return (
    <Box
      role="presentation"
      component="li"
      sx={{ listStyle: 'none', px: 3, pt: 1.5, pb: 0.25, minHeight: isOpen ? undefined : 18 }}
    >
      {isOpen && (
        <Typography variant="caption" sx={{ fontWeight: 650, color: 'text.secondary' }}>
          {text}
        </Typography>
      )}
    </Box>
  )
}
