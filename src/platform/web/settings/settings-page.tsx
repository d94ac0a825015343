import { PageLink } from '../address/page-link.tsx'
import { useModules } from '../module/modules-context.ts'
import { Page } from '../page/page.tsx'
import { useMay } from '../session/use-me.ts'

/** 设置: the pages under `/settings/` of all modules, those that one's posts need, with what each is for. */
const SettingsPage = () => {
  const may = useMay()
  const entries = useModules()
    .flatMap(({ pages }) => pages)
    .filter(({ path, right }) => path.startsWith('/settings/') && may(right))
  return (
    <Page title="设置" lead="本单位的人员、规则和对外连接。">
      <ul className="plain-list">
        {entries.map(({ path, title, about }) => (
          <li key={path}>
            <PageLink to={path}>{title}</PageLink>
            {about && <p className="quiet">{about}</p>}
          </li>
        ))}
      </ul>
    </Page>
  )
}

export default SettingsPage
