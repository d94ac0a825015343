import { Select } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useUpload } from '../../../../platform/web/api/use-upload.ts'
import { useDefinitions } from '../../../../platform/web/definition/use-definition.ts'
import { FileDrop } from '../../../../platform/web/drop/file-drop.tsx'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { startImport } from '../../contract.ts'
import './import.css'
import { RecentImports } from './recent-imports.tsx'

/** 导入表格: a file comes in; what it is the next page says. */
const ImportPage = () => {
  const { upload, share, problem } = useUpload()
  const start = useAction(startImport)
  const go = useGo()
  const view = useViewpoint()
  const preset = usePageSearch().ledger
  const [ledger, setLedger] = useState<string | undefined>(preset)
  const ledgers = useDefinitions().filter(({ may }) => may.import)
  const take = async (file: File) => {
    start.clear()
    try {
      const { id } = await upload(file)
      const answer = await start.send({ file: id, ledger, area: view.area })
      go(`/ledgers/import/${answer.import}`)
    } catch {
      // Said below by the upload's or the action's own problem.
    }
  }
  return (
    <Page title="导入表格" lead={<PageLink to="/ledgers">台账</PageLink>}>
      {view.past ? (
        <EmptyState title="正在查看过去的日期，不能导入。" hint="请先在上方把日期换回今天。" />
      ) : (
        <div className="import-start">
          <FileDrop
            extensions={['.xlsx', '.xls', '.csv']}
            title="要导入的表格"
            hint="别人做的表也行：有标题行、两层表头、列名不同都会先认一认，确认以后才写入台账。"
            take={(file) => void take(file)}
            share={share ?? (start.sending ? 1 : null)}
          />
          <div className="field">
            <label htmlFor="import-ledger">
              导入到哪本台账<span className="field-optional">可不选，系统会认</span>
            </label>
            <Select
              id="import-ledger"
              allowClear
              placeholder="由系统识别"
              value={ledger ?? null}
              options={ledgers.map(({ name, title }) => ({ value: name, label: title }))}
              onChange={(name: string | null) => setLedger(name ?? undefined)}
            />
          </div>
          <ProblemAlert problem={problem ?? start.problem} />
        </div>
      )}
      <Section title="最近的导入">
        <RecentImports />
      </Section>
    </Page>
  )
}

export default ImportPage
