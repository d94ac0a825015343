import { Button } from 'antd'
import { addDays } from '../../../core/time/date-arithmetic.ts'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { type Search, useGo } from '../../../platform/web/address/use-address.ts'
import { Page } from '../../../platform/web/page/page.tsx'
import { TabLinks, useTab } from '../../../platform/web/page/tab-links.tsx'
import { RecordTable } from '../../../platform/web/table/record-table.tsx'
import { useMayWrite } from '../../../platform/web/viewpoint/use-may-write.ts'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { recordPage } from '../record-page.ts'
import { QuickFilters } from './quick-filters.tsx'

const tabs = [
  { key: 'person', title: '居民' },
  { key: 'household', title: '住户' },
  { key: 'dwelling', title: '房屋' },
  { key: 'organisation', title: '单位' },
  { key: 'agreement', title: '协议' },
  { key: 'facility', title: '场所设施' },
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

/** The button by which one is registered, while one may. */
const Register = ({ kind, children }: { kind: 'organisation' | 'facility'; children: string }) => {
  const go = useGo()
  const mayImport = useMayWrite('data.import')
  return (
    useMayWrite('registry.write') && (
      <>
        <Button type="primary" onClick={() => go(`/registry/new/${kind}`)}>
          {children}
        </Button>
        {mayImport && <Button onClick={() => go('/ledgers/import', { ledger: kind })}>导入</Button>}
      </>
    )
  )
}

const Organisations = () => (
  <RecordTable
    definition="organisation"
    page={(row) => recordPage('organisation', row.id)}
    searchHint="名称、信用代码或地址中的几个字"
    actions={<Register kind="organisation">登记单位</Register>}
    empty={{
      title: '这里会列出所看区域的企事业单位、个体户和社会组织。',
      hint: '逐家登记，或把现有的单位表格拖到页面上导入。',
    }}
  />
)

const Agreements = () => (
  <RecordTable
    definition="agreement"
    page={(row) => recordPage('agreement', row.id)}
    searchHint="协议名称中的几个字"
    empty={{ title: '这里会列出和单位签订的协议。', hint: '在单位主页登记共建协议、责任书和门前三包。' }}
  />
)

const Facilities = () => (
  <RecordTable
    definition="facility"
    page={(row) => recordPage('facility', row.id)}
    searchHint="名称或位置中的几个字"
    actions={<Register kind="facility">登记场所设施</Register>}
    empty={{
      title: '这里会列出阵地、场所和设施。',
      hint: '逐处登记，或把现有的设施表格拖到页面上导入。',
    }}
  />
)

const lists = {
  person: Persons,
  household: Households,
  dwelling: Dwellings,
  organisation: Organisations,
  agreement: Agreements,
  facility: Facilities,
}

const filtersOf = (day: string): Readonly<Record<string, readonly { title: string; search: Search }[]>> => ({
  person: [
    { title: '人户分离', search: { residenceStatus: '2,3' } },
    { title: '流动人口', search: { populationType: '2' } },
    { title: '60 岁以上', search: { age: '60..' } },
  ],
  dwelling: [
    { title: '出租房屋', search: { tab: 'dwelling', isRented: 'true' } },
    { title: '空置房屋', search: { tab: 'dwelling', use: '3' } },
  ],
  organisation: [
    { title: '企业', search: { tab: 'organisation', kind: '3' } },
    { title: '个体工商户', search: { tab: 'organisation', kind: '4' } },
    { title: '社会组织', search: { tab: 'organisation', kind: '6,7,8,10' } },
  ],
  agreement: [
    { title: '30 天内到期', search: { tab: 'agreement', expiresOn: `${day}..${addDays(day, 30)}` } },
    { title: '已到期', search: { tab: 'agreement', expiresOn: `..${addDays(day, -1)}` } },
  ],
  facility: [
    { title: '待维修', search: { tab: 'facility', state: '2' } },
    { title: '消防设施', search: { tab: 'facility', kind: '12,13' } },
  ],
})

/** 居民房屋: what the registry holds, one list at a time. */
const RegistryPage = () => {
  const tab = useTab(tabs) as keyof typeof lists
  const List = lists[tab]
  const { day } = useViewpoint()
  const filters = filtersOf(day)[tab]
  return (
    <Page title="居民房屋">
      <TabLinks label="登记类别" tabs={tabs} path="/registry" />
      {filters && <QuickFilters filters={filters} />}
      <List key={tab} />
    </Page>
  )
}

export default RegistryPage
