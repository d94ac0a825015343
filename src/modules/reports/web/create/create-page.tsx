import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { listTemplates } from '../../contract.ts'
import { AskArea } from './ask-area.tsx'
import { AskPeriod } from './ask-period.tsx'
import { AskTemplate } from './ask-template.tsx'
import './create.css'

const path = '/reports/new'

/** 生成汇报: one question at a time. The answers stand in the address, so that one can go back. */
const CreatePage = () => {
  const { template: chosen, reportArea } = usePageSearch()
  const go = useGo()
  const { data, error, refetch } = useRoute(listTemplates)
  const template = data?.templates.find(({ name }) => name === chosen)
  const answer = (next: { template?: string; reportArea?: string }) =>
    go(path, { template: chosen, reportArea, ...next })
  return (
    <Page title="生成汇报" lead={template ? template.title : <PageLink to="/reports">全部汇报</PageLink>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={5} />}
      {data && !template && (
        <AskTemplate templates={data.templates} choose={(name) => answer({ template: name })} />
      )}
      {template && !reportArea && <AskArea choose={(area) => answer({ reportArea: area })} />}
      {template && reportArea && <AskPeriod template={template} area={reportArea} />}
      {template && (
        <p>
          <PageLink to={path} search={reportArea ? { template: template.name } : {}}>
            上一步
          </PageLink>
        </p>
      )}
    </Page>
  )
}

export default CreatePage
