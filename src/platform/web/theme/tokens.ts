import { type ThemeConfig, theme } from 'antd'

const accent = { light: '#0f766e', dark: '#4fb3a9' }

/** Ant Design tokens: one accent, greys, red only for overdue and error, 14 px (16 px under a thumb). */
export const themeFor = (dark: boolean, narrow: boolean): ThemeConfig => ({
  algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: dark ? accent.dark : accent.light,
    colorInfo: dark ? accent.dark : accent.light,
    colorLink: dark ? accent.dark : accent.light,
    colorSuccess: dark ? accent.dark : accent.light,
    colorWarning: dark ? '#d9a441' : '#8a5a00',
    colorError: dark ? '#f87171' : '#b91c1c',
    colorTextPlaceholder: dark ? '#9aa3ad' : '#667080',
    colorTextDescription: dark ? '#a3abb5' : '#5b6470',
    colorTextTertiary: dark ? '#a3abb5' : '#5b6470',
    ...(dark
      ? { colorTextLightSolid: '#06201d', colorBgElevated: '#1f252b', colorBgContainer: '#171b20' }
      : {}),
    colorBorder: dark ? '#4a535e' : '#c3c9d0',
    borderRadius: 4,
    fontSize: narrow ? 17 : 14,
    controlHeight: narrow ? 44 : 32,
    fontFamily: 'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: { Button: { defaultShadow: 'none', primaryShadow: 'none' } },
})
