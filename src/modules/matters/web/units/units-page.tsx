import { Button } from 'antd'
import { useState } from 'react'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { getUnits } from '../../contract-units.ts'
import '../matters.css'
import { SettingsTabs } from '../settings-tabs.tsx'
import { RuleSection } from './rule-section.tsx'
import { UnitForm } from './unit-form.tsx'
import { UnitTable } from './unit-table.tsx'

/** 科室和派发: sections and departments that handle matters, who belongs to them, and what goes to whom. */
const UnitsPage = () => {
  const { past } = useViewpoint()
  const { data, error, refetch } = useRoute(getUnits)
  const [edited, edit] = useState<string | null>(null)
  const unit = data?.units.find(({ id }) => id === edited)
  return (
    <Page
      title="科室和派发"
      lead="街道、社区、网格本身就是承办单位；科室和部门在这里建立，写明谁在里面。"
      actions={
        data?.mayDefine &&
        !past && (
          <Button type="primary" onClick={() => edit('new')}>
            添加科室
          </Button>
        )
      }
    >
      <SettingsTabs current="/settings/units" />
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={6} />}
      {data && (
        <>
          {edited && (edited === 'new' || unit) && (
            <UnitForm key={edited} unit={unit} staff={data.staff} close={() => edit(null)} />
          )}
          <UnitTable units={data.units} mayDefine={data.mayDefine} edit={edit} />
          <RuleSection rules={data.rules} maySet={data.maySetRules && !past} />
        </>
      )}
    </Page>
  )
}

export default UnitsPage
