import { useId, useState } from 'react'
import { useGo, usePageSearch } from '../../../platform/web/address/use-address.ts'
import { ProblemError } from '../../../platform/web/api/problem-error.ts'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../platform/web/api/use-route.ts'
import { useDefinition } from '../../../platform/web/definition/use-definition.ts'
import { EmptyState } from '../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../platform/web/feedback/loading.tsx'
import { RecordForm } from '../../../platform/web/form/record-form.tsx'
import { AreaSelect } from '../../../platform/web/input/area-select.tsx'
import { ReferenceSelect } from '../../../platform/web/input/reference-select.tsx'
import { Page } from '../../../platform/web/page/page.tsx'
import { useSavedNotice } from '../../../platform/web/record/use-saved-notice.ts'
import { useMayWrite } from '../../../platform/web/viewpoint/use-may-write.ts'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { getHouseholdPage, registerPerson } from '../contract.ts'

const areaMissing = () =>
  new ProblemError({
    type: 'about:blank',
    title: '请先选择居民住在哪个网格。',
    status: 422,
    code: 'field.invalid',
  })

/** Registers a resident, in a household or on their own. `?household=` fills in the household. */
const RegisterPage = () => {
  const definition = useDefinition('person')
  const { household: asked } = usePageSearch()
  const { area: lookedAt } = useViewpoint()
  const [household, setHousehold] = useState(asked)
  const [chosenArea, setChosenArea] = useState(lookedAt)
  const home = useRoute(
    getHouseholdPage,
    { params: { id: household ?? '' } },
    { enabled: household !== undefined },
  )
  const area = home.data?.household.area ?? chosenArea
  const { send } = useAction(registerPerson)
  const tell = useSavedNotice()
  const go = useGo()
  const mayWrite = useMayWrite('registry.write')
  const id = useId()
  if (!definition) return <Loading lines={8} />
  if (!mayWrite) {
    return (
      <Page title="登记居民">
        <EmptyState title="正在看过去的日期，不能登记。" hint="在上方回到今天后再登记。" />
      </Page>
    )
  }
  return (
    <Page title="登记居民" lead="身份证号已登记过的人会被认出来，不会重复。">
      <RecordForm
        fields={definition.fields}
        draft={{ key: 'registerPerson', title: '登记居民' }}
        submitTitle="登记"
        before={
          <>
            <div className="field">
              <label htmlFor={`${id}-household`}>
                住在哪一户<span className="field-optional">可不填</span>
              </label>
              <ReferenceSelect
                id={`${id}-household`}
                record="household"
                value={household}
                onChange={setHousehold}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}-area`}>所在网格</label>
              <AreaSelect
                id={`${id}-area`}
                value={area}
                onChange={setChosenArea}
                describedBy={`${id}-area-help`}
              />
              {home.data && (
                <p className="field-help" id={`${id}-area-help`}>
                  已填好，来自所选住户。
                </p>
              )}
            </div>
          </>
        }
        send={async ({ values, on }) => {
          if (!area) throw areaMissing()
          const answer = await send({ area, household, on, values })
          tell(`${answer.record.display.name}已登记。`, {
            definition: 'person',
            id: answer.record.id,
            version: answer.record.version,
          })
          go(`/registry/persons/${answer.record.id}`)
        }}
        done={() => {}}
        cancel={() => go('/registry')}
      />
    </Page>
  )
}

export default RegisterPage
