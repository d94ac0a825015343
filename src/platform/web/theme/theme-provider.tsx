import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import './base.css'
import './page.css'
import './bubble.css'
import './feedback.css'
import './lens.css'
import './table.css'
import './form.css'
import './record.css'
import './frame.css'
import { themeFor } from './tokens.ts'
import { useDark } from './use-dark.ts'
import { useNarrow } from './use-narrow.ts'

/** The looks: Ant Design in Chinese with our tokens, following the system's light or dark. */
export const ThemeProvider = ({ children }: { children: ReactNode }) => {
  const dark = useDark()
  const narrow = useNarrow()
  const theme = useMemo(() => themeFor(dark, narrow), [dark, narrow])
  // Style sheets follow the system by themselves; this tells that what React draws has followed too.
  useLayoutEffect(() => {
    document.documentElement.dataset.look = dark ? 'dark' : 'light'
  }, [dark])
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App message={{ maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  )
}
