import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { getMessageSettings, listHooks } from '../../contract.ts'
import { HookForm } from './hook-form.tsx'
import { HookList } from './hook-list.tsx'
import { MailForm } from './mail-form.tsx'
import { QuietForm } from './quiet-form.tsx'
import '../messages.css'

/** 消息设置: the office's mail server and quiet hours; robots and programs that are told. */
const SettingsPage = () => {
  const settings = useRoute(getMessageSettings, {})
  const { data, error, refetch } = useRoute(listHooks, {})
  return (
    <Page
      title="消息设置"
      lead="诉求的动静可以推送到工作群的机器人，或者别的系统。推送里只有编号、类别、区域和期限，没有居民的姓名、电话和原话。"
    >
      <ProblemAlert problem={error} retry={() => void refetch()} />
      <HookForm events={data?.events ?? []} made={() => void refetch()} />
      <Section title="推送到这些地方">
        {!data && !error && <Loading lines={3} />}
        {data?.hooks.length === 0 && (
          <EmptyState title="还没有推送。" hint="把工作群机器人的地址填在上面，群里就能收到提醒。" />
        )}
        {data && data.hooks.length > 0 && (
          <HookList hooks={data.hooks} events={data.events} changed={() => void refetch()} />
        )}
      </Section>
      <ProblemAlert problem={settings.error} retry={() => void settings.refetch()} />
      {settings.data && (
        <>
          <QuietForm quiet={settings.data.quiet} mayChange={settings.data.mayChange} />
          {settings.data.mail && <MailForm mail={settings.data.mail} />}
        </>
      )}
    </Page>
  )
}

export default SettingsPage
