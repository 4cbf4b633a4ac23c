import { createTheme, getContrastRatio } from '@mui/material/styles'
import { describe, expect, test } from 'vitest'
import { type Tone, toneColours } from '../../admin/frame/chip/tones.ts'
import { darkTheme, lightTheme } from '../../admin/frame/theme.ts'

/** What WCAG 2.2 AA asks for: text, and shapes that carry a meaning. */
const least = { text: 4.5, shape: 3 } as const

const tones = ['good', 'fair', 'warn', 'bad', 'quiet'] as const satisfies readonly Tone[]

describe.each([
  ['light', createTheme(lightTheme)],
  ['dark', createTheme(darkTheme)],
] as const)('in the %s theme', (_name, theme) => {
  const { background, text, action, primary, error, warning, success, info } = theme.palette
  const grounds = { page: background.default, paper: background.paper, row: action.hover }

  test.each(tones)('a chip of the tone "%s" can be read, and its bar is seen', (tone) => {
    const { ink, ground, solid } = toneColours(theme, tone)
    expect(getContrastRatio(ink, ground)).toBeGreaterThanOrEqual(least.text)
    expect(getContrastRatio(solid, background.paper)).toBeGreaterThanOrEqual(least.shape)
  })

  test.each(Object.entries(grounds))('text and links can be read on the %s', (_ground, colour) => {
    for (const ink of [text.primary, text.secondary, primary.main]) {
      expect(getContrastRatio(ink, colour), `${ink} on ${colour}`).toBeGreaterThanOrEqual(least.text)
    }
  })

  test('buttons and messages can be read', () => {
    expect(getContrastRatio(primary.contrastText, primary.main)).toBeGreaterThanOrEqual(least.text)
    for (const { main } of [error, warning, success, info]) {
      expect(getContrastRatio(main, background.paper), main).toBeGreaterThanOrEqual(least.text)
    }
  })
})
