import { useParams } from '@tanstack/react-router'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { getImport, type ImportView } from '../../contract.ts'
import './import.css'
import { ImportDone } from './import-done.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportStopped } from './import-stopped.tsx'

const faces: Record<ImportView['state'], (props: { view: ImportView }) => React.ReactNode> = {
  reading: ImportProgress,
  importing: ImportProgress,
  preview: ImportPreview,
  done: ImportDone,
  failed: ImportStopped,
  cancelled: ImportStopped,
}

const moving = (view: ImportView | undefined): boolean =>
  view === undefined || view.state === 'reading' || view.state === 'importing'

/** One import, from reading to done. It goes on at the server whether the page is open or not. */
const OneImportPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(
    getImport,
    { params: { id } },
    { every: (view) => (moving(view) ? 1000 : false) },
  )
  const Face = data && faces[data.state]
  return (
    <Page
      title={data ? `导入“${data.fileName}”` : '导入表格'}
      lead={<PageLink to="/ledgers/import">全部导入</PageLink>}
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {Face && <Face view={data} />}
    </Page>
  )
}

export default OneImportPage
