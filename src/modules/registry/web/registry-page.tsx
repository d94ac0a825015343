import { Button } from 'antd'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useGo } from '../../../platform/web/address/use-address.ts'
import { Page } from '../../../platform/web/page/page.tsx'
import { TabLinks, useTab } from '../../../platform/web/page/tab-links.tsx'
import { RecordTable } from '../../../platform/web/table/record-table.tsx'
import { useMayWrite } from '../../../platform/web/viewpoint/use-may-write.ts'

const tabs = [
  { key: 'person', title: '居民' },
  { key: 'household', title: '住户' },
  { key: 'dwelling', title: '房屋' },
]

const Persons = () => {
  const mayRegister = useMayWrite('registry.write')
  const go = useGo()
  return (
    <RecordTable
      definition="person"
      page={(row) => `/registry/persons/${row.id}`}
      actions={
        mayRegister && (
          <>
            <Button type="primary" onClick={() => go('/registry/changes/moveIn')}>
              迁入
            </Button>
            <Button onClick={() => go('/registry/register')}>登记居民</Button>
            <Button onClick={() => go('/registry/duplicates')}>疑似重复</Button>
          </>
        )
      }
      empty={{
        title: '这里会列出所看区域的居民。',
        hint: '逐个登记，或把现有的居民表格拖到页面上导入。',
        action: mayRegister && <PageLink to="/registry/register">登记第一位居民</PageLink>,
      }}
    />
  )
}

const Households = () => (
  <RecordTable
    definition="household"
    page={(row) => `/registry/households/${row.id}`}
    searchHint="户号"
    empty={{ title: '这里会列出所看区域的住户。', hint: '登记居民时填写所在住户，住户就会出现。' }}
  />
)

const Dwellings = () => (
  <RecordTable
    definition="dwelling"
    searchHint="地址中的几个字"
    empty={{ title: '这里会列出所看区域的房屋。', hint: '房屋随居民表格一起导入。' }}
  />
)

const lists = { person: Persons, household: Households, dwelling: Dwellings }

/** 居民房屋: three lists, one at a time. */
const RegistryPage = () => {
  const tab = useTab(tabs) as keyof typeof lists
  const List = lists[tab]
  return (
    <Page title="居民房屋">
      <TabLinks label="登记类别" tabs={tabs} path="/registry" />
      <List key={tab} />
    </Page>
  )
}

export default RegistryPage
