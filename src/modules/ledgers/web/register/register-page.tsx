import { useParams } from '@tanstack/react-router'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useGo, usePageSearch, useSetPageSearch } from '../../../../platform/web/address/use-address.ts'
import { useDefinition } from '../../../../platform/web/definition/use-definition.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { ChoosePerson } from './choose-person.tsx'
import { ChooseThing } from './choose-thing.tsx'
import { NewEntry } from './new-entry.tsx'
import './register.css'

/** 登记: first who, then what the ledger asks. What the registry knows is shown and not asked again. */
const RegisterPage = () => {
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const definition = useDefinition(name)
  const { subject } = usePageSearch()
  const setSearch = useSetPageSearch()
  const go = useGo()
  const { past } = useViewpoint()
  const back = `/ledgers/${name}`
  if (!definition) return <Loading lines={6} />
  const lead = <PageLink to={back}>{definition.title}</PageLink>
  if (past || !definition.may.write) {
    return (
      <Page title={`登记到${definition.title}`} lead={lead}>
        <EmptyState
          title={past ? '正在查看过去的日期，不能登记。' : '您现任的岗位不能登记这本台账。'}
          hint={past ? '请先在上方把日期换回今天。' : undefined}
        />
      </Page>
    )
  }
  return (
    <Page title={`登记到${definition.title}`} lead={lead}>
      {definition.of && !subject ? (
        definition.of === 'person' ? (
          <ChoosePerson choose={(id) => setSearch({ subject: id })} />
        ) : (
          <ChooseThing of={definition.of} choose={(id) => setSearch({ subject: id })} />
        )
      ) : (
        <NewEntry
          key={subject}
          definition={definition}
          subject={definition.of ? subject : undefined}
          another={() => setSearch({ subject: undefined })}
          leave={() => go(back)}
        />
      )}
    </Page>
  )
}

export default RegisterPage
