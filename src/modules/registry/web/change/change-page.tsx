import { useParams } from '@tanstack/react-router'
import { usePageSearch } from '../../../../platform/web/address/use-address.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import { CarryOut } from './carry-out.tsx'
import { changeForms } from './change-forms.ts'
import { useKnown } from './use-known.ts'

/** One change of a person or household: what is asked on the left, what it brings about on the right. */
const ChangePage = () => {
  const { kind = '' } = useParams({ strict: false }) as { kind?: string }
  const { person, other, household } = usePageSearch()
  const form = Object.hasOwn(changeForms, kind) ? changeForms[kind] : undefined
  const persons = useDefinition('person')
  const mayWrite = useMayWrite('registry.write')
  const { known, error } = useKnown({ person, other, household })
  if (!form) {
    return (
      <Page title="办理变动">
        <EmptyState title="没有这种变动。" hint="请从居民或住户主页的「办理变动」进入。" />
      </Page>
    )
  }
  const { title } = form.contract
  if (error) {
    return (
      <Page title={title}>
        <ProblemAlert problem={error} />
      </Page>
    )
  }
  if (!mayWrite) {
    return (
      <Page title={title}>
        <EmptyState
          title="现在不能办理。"
          hint="您没有登记的权限，或者正在看过去的日期；在上方回到今天后再办。"
        />
      </Page>
    )
  }
  if (!known || !persons) return <Loading lines={8} />
  return <CarryOut key={kind} form={form} known={known} persons={persons} />
}

export default ChangePage
