import { Navigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { formatDateChinese } from '../../../../core/time/format-date.ts'
import { listDefinitions } from '../../../../platform/contract/catalogue.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { RecordTable } from '../../../../platform/web/table/record-table.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { EntryDetail } from '../entry/entry-detail.tsx'

/** One ledger: its entries as a list, an entry opened beside it. */
const LedgerPage = () => {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const definitions = useRoute(listDefinitions)
  const view = useViewpoint()
  const go = useGo()
  const { subject } = usePageSearch()
  const definition = definitions.data?.definitions.find((one) => one.name === name && one.kind === 'ledger')
  if (!definition) {
    return (
      <Page title="台账">
        <ProblemAlert problem={definitions.error} retry={() => void definitions.refetch()} />
        {definitions.isPending && !definitions.error && <Loading lines={8} />}
        {definitions.data && (
          <EmptyState
            title="没有这本台账，或您现任的岗位不能查看。"
            action={<PageLink to="/ledgers">看全部台账</PageLink>}
          />
        )}
      </Page>
    )
  }
  // The person's page leads here to enter somebody.
  if (subject) return <Navigate to={`/ledgers/${name}/new` as never} search={{ subject } as never} replace />
  const { may } = definition
  const importable = definition.of === null || definition.of === 'person'
  return (
    <Page
      title={definition.title}
      lead={
        definition.retired
          ? `已于${formatDateChinese(definition.retired)}停用，只供查看。`
          : definition.description
      }
    >
      <RecordTable
        key={name}
        definition={name}
        searchHint={definition.of ? '姓名、拼音首字母、证件号后四位' : '名称'}
        page={(row) => `/ledgers/${name}/${row.id}`}
        detail={(row, close) => <EntryDetail definition={definition} record={row} gone={close} />}
        actions={
          !view.past && (
            <>
              {may.write && (
                <Button type="primary" onClick={() => go(`/ledgers/${name}/new`)}>
                  登记
                </Button>
              )}
              {!definition.retired && (
                <Button onClick={() => go(`/ledgers/${name}/upkeep`)}>进出和核实</Button>
              )}
              {may.import && importable && (
                <Button onClick={() => go('/ledgers/import', { ledger: name })}>导入</Button>
              )}
              {may.import && <Button onClick={() => go(`/ledgers/${name}/returned`)}>带回表格</Button>}
            </>
          )
        }
        empty={{
          title: `这里会列出${definition.title}的记录。`,
          hint:
            may.write && !view.past
              ? '点“登记”逐个登记，或把现有的表格拖到这一页导入。'
              : '所选的区域和日期没有在册记录。',
        }}
      />
    </Page>
  )
}

export default LedgerPage
