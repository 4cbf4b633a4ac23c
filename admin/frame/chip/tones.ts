import type { Theme } from '@mui/material'

export type Tone = 'good' | 'fair' | 'warn' | 'bad' | 'quiet'

const light: Record<Tone, { ink: string; ground: string; solid: string }> = {
  good: { ink: '#17552d', ground: '#e3f3e8', solid: '#2f8a50' },
  fair: { ink: '#174b74', ground: '#e3eff9', solid: '#2f78b0' },
  warn: { ink: '#6b4200', ground: '#fbf0d9', solid: '#b77a12' },
  bad: { ink: '#8f1d23', ground: '#fce8e8', solid: '#c0434a' },
  quiet: { ink: '#44555a', ground: '#edf1f2', solid: '#7d8f94' },
}

const dark: Record<Tone, { ink: string; ground: string; solid: string }> = {
  good: { ink: '#a9e3bb', ground: '#1b3a26', solid: '#4fa96f' },
  fair: { ink: '#b4d9f7', ground: '#1b3448', solid: '#4f97cd' },
  warn: { ink: '#f3d394', ground: '#40310f', solid: '#c9912f' },
  bad: { ink: '#ffc4be', ground: '#492020', solid: '#d8696d' },
  quiet: { ink: '#c4d1d4', ground: '#2a3a3e', solid: '#7f9297' },
}

/** Ink and ground of a tone; ink on ground has a contrast of at least 4.5 : 1, solid on paper at least 3 : 1. */
export function toneColours(theme: Theme, tone: Tone) {
  return (theme.palette.mode === 'dark' ? dark : light)[tone]
}
