import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { listTemplates } from '../../contract.ts'
import { AddTemplate } from './add-template.tsx'
import { TagHelp } from './tag-help.tsx'
import './templates.css'

const periodTitles = { month: '月', quarter: '季度', half: '半年', year: '年' } as const

const TemplateList = () => {
  const { data, error, isPending, refetch } = useRoute(listTemplates)
  return (
    <>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={4} />}
      {data && data.templates.length === 0 && (
        <EmptyState title="模板会列在这里。" hint="按右边的写法做好 Word 模板，上传即可。" />
      )}
      <ul className="plain-list">
        {data?.templates.map((template) => (
          <li key={template.name} className="template-line">
            <p>
              <strong>{template.title}</strong> <StatusTag>{template.builtIn ? '自带' : '本单位'}</StatusTag>
            </p>
            <p className="quiet">
              {template.description} {template.figures} 个数字；
              {template.periods.map((period) => periodTitles[period]).join('、')}。
            </p>
            <p className="template-ways">
              <PageLink to="/reports/new" search={{ template: template.name }}>
                用它生成汇报
              </PageLink>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** 汇报模板: those that come with the house and the office's own. */
const TemplatesPage = () => {
  const mayAdd = useMayWrite('template.write')
  return (
    <Page
      title="汇报模板"
      lead={<PageLink to="/reports">全部汇报</PageLink>}
      side={
        <Section title="模板怎么写">
          <TagHelp />
        </Section>
      }
    >
      <TemplateList />
      {mayAdd && (
        <Section title="上传本单位的模板">
          <AddTemplate />
        </Section>
      )}
    </Page>
  )
}

export default TemplatesPage
