import { type Theme, useMediaQuery } from '@mui/material'

export function useIsPhone(): boolean {
  return useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
}
