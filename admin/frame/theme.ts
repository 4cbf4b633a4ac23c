import { defaultTheme, type RaThemeOptions } from 'react-admin'

type Palette = {
  mode: 'light' | 'dark'
  ground: string
  paper: string
  ink: string
  quiet: string
  line: string
  accent: string
  /** The accent under the pointer. */
  pressed: string
  onAccent: string
  tint: string
}

const light: Palette = {
  mode: 'light',
  ground: '#f5f7f7',
  paper: '#ffffff',
  ink: '#17262a',
  quiet: '#4d5f64',
  line: '#d5dddf',
  accent: '#0f5c63',
  pressed: '#0a4046',
  onAccent: '#ffffff',
  tint: '#e7f0f0',
}

const dark: Palette = {
  mode: 'dark',
  ground: '#10191b',
  paper: '#182427',
  ink: '#e6eeee',
  quiet: '#a9babd',
  line: '#34464a',
  accent: '#7fd0cf',
  pressed: '#a5e3e2',
  onAccent: '#06282b',
  tint: '#22373a',
}

/** For people who asked their device for less motion nothing pulses, slides or fades; what waits for the end of a motion hears of it at once. */
const still = {
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      scrollBehavior: 'auto !important',
    },
  },
}

/** Contrast of text against its ground is at least 4.5 : 1 in both themes; colours of states are in `chip/tones.ts`. */
function themeFrom(palette: Palette): RaThemeOptions {
  const { mode, ground, paper, ink, quiet, line, accent, pressed, onAccent, tint } = palette
  return {
    ...defaultTheme,
    palette: {
      mode,
      primary: { main: accent, dark: pressed, contrastText: onAccent },
      secondary: { main: accent, dark: pressed, contrastText: onAccent },
      error: { main: mode === 'light' ? '#a4262c' : '#ffb4ab' },
      warning: { main: mode === 'light' ? '#7a4b00' : '#f0c273' },
      success: { main: mode === 'light' ? '#1f6b3a' : '#8fd6a6' },
      info: { main: mode === 'light' ? '#1d5a8a' : '#9ccaf2' },
      background: { default: ground, paper },
      text: { primary: ink, secondary: quiet },
      divider: line,
      action: { hover: tint, selected: tint },
    },
    shape: { borderRadius: 8 },
    sidebar: { width: 236, closedWidth: 56 },
    typography: {
      fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
      fontSize: 13.5,
      h1: { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.15rem', fontWeight: 650 },
      h3: { fontSize: '1rem', fontWeight: 650 },
      h6: { fontSize: '1.05rem', fontWeight: 650 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      ...defaultTheme.components,
      MuiCssBaseline: {
        styleOverrides: { body: { fontVariantNumeric: 'tabular-nums' }, 'a:not([class])': { color: accent }, ...still },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { styleOverrides: { root: { border: `1px solid ${line}` } } },
      MuiAppBar: {
        defaultProps: { elevation: 0, color: 'default' },
        styleOverrides: { root: { backgroundColor: paper, color: ink, borderBottom: `1px solid ${line}` } },
      },
      MuiButton: { defaultProps: { disableElevation: true } },
      MuiButtonBase: {
        styleOverrides: { root: { '&.Mui-focusVisible': { outline: `3px solid ${accent}`, outlineOffset: 1 } } },
      },
      MuiLink: { defaultProps: { underline: 'always' }, styleOverrides: { root: { color: accent } } },
      // A table of react-admin names its checkboxes at their frame, where no screen reader looks.
      MuiCheckbox: {
        defaultProps: {
          slotProps: {
            root: { 'aria-label': undefined },
            input: (props: object) => ({ 'aria-label': 'aria-label' in props ? String(props['aria-label']) : undefined }),
          },
        },
      },
      MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'dense' } },
      MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: mode === 'light' ? '#87979c' : '#6f8488' } } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: line, paddingTop: 7, paddingBottom: 7 },
          head: { fontWeight: 650, color: quiet, whiteSpace: 'nowrap' },
        },
      },
      MuiTooltip: {
        defaultProps: { arrow: true, describeChild: true },
        styleOverrides: { tooltip: { fontSize: 13, maxWidth: 360 } },
      },
      MuiToggleButton: { styleOverrides: { root: { color: quiet, '&.Mui-selected': { color: ink } } } },
      MuiTab: { styleOverrides: { root: { minHeight: 44 } } },
      RaMenuItemLink: {
        styleOverrides: {
          root: {
            borderRadius: 8,
            margin: '1px 8px',
            color: ink,
            '&.RaMenuItemLink-active': { backgroundColor: tint, color: accent, fontWeight: 650 },
          },
        },
      },
      RaLayout: {
        styleOverrides: {
          root: {
            // A wide table scrolls in its card instead of widening the page.
            minWidth: 0,
            '& .RaLayout-contentWithSidebar': { minWidth: 0 },
            '& .RaLayout-content': { backgroundColor: ground, paddingBottom: 48, minWidth: 0 },
          },
        },
      },
      RaListToolbar: { styleOverrides: { root: { minHeight: 0, paddingBottom: 4, '&&': { backgroundColor: 'transparent' } } } },
      RaTopToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
      RaDataTable: {
        styleOverrides: { root: { '& .RaDataTable-headerCell': { position: 'sticky', backgroundColor: paper } } },
      },
    },
  }
}

export const lightTheme = themeFrom(light)
export const darkTheme = themeFrom(dark)
