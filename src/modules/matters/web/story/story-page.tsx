import { useParams } from '@tanstack/react-router'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { getMatter, type MatterStory } from '../../contract.ts'
import { LastingNote } from '../lasting-note.tsx'
import '../matters.css'
import { categoryTitle, classTitle, closingTitle, stateTitle, stateTone, wordLeft } from '../words.ts'
import { Parts } from './my-parts.tsx'
import { NextSteps } from './next-steps.tsx'
import { ReleaseNote } from './release.tsx'
import { Reporter } from './reporter.tsx'
import { StorySteps } from './story-steps.tsx'

const linkTitles: Record<string, string> = {
  split: '拆出',
  splitFrom: '拆自',
  merged: '并入',
  mergedFrom: '并入本件',
  lasting: '长期治理',
  lastingFrom: '依据',
}

const Outcome = ({ outcome }: { outcome: NonNullable<MatterStory['outcome']> }) => (
  <p>
    {closingTitle(outcome.reason)}
    {outcome.notOurs && `，应由${outcome.notOurs}办理`}
    {outcome.satisfaction &&
      `，反映人${{ satisfied: '满意', fair: '基本满意', unsatisfied: '不满意' }[outcome.satisfaction] ?? ''}`}
  </p>
)

const Facts = ({ story }: { story: MatterStory }) => {
  const { matter } = story
  return (
    <Section title="情况">
      <dl className="facts">
        <dt>承办</dt>
        <dd>
          {matter.owner.title}
          {matter.pending && ` → ${matter.pending.title}（待签收）`}
        </dd>
        <dt>类别</dt>
        <dd>
          {categoryTitle(matter.category)}（{classTitle(story.class)}）
        </dd>
        <dt>来源</dt>
        <dd>
          {story.channel}
          {story.order && (
            <>
              <br />
              工单 {story.order.external}
              {story.order.calledAt && `，${wordInstant(story.order.calledAt)}来电`}
            </>
          )}
        </dd>
        <dt>地点</dt>
        <dd>{[matter.areaName, matter.place].filter(Boolean).join(' ')}</dd>
        <dt>受理</dt>
        <dd>{wordInstant(matter.receivedAt)}</dd>
        {matter.state !== 'closed' && (
          <>
            <dt>应办结</dt>
            <dd>
              {wordInstant(story.finishBy)}
              {story.assumed && <span className="quiet">（来年节假日未公布，暂按周一至周五推算）</span>}
            </dd>
          </>
        )}
        {matter.reports > 1 && (
          <>
            <dt>反映</dt>
            <dd>{matter.reports} 人次</dd>
          </>
        )}
        {story.returns > 0 && (
          <>
            <dt>退回</dt>
            <dd>{story.returns} 次</dd>
          </>
        )}
        {story.reopened > 0 && (
          <>
            <dt>重办</dt>
            <dd>{story.reopened} 次</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

const requestTitles = { pause: '申请暂停到', extension: '申请延期到' } as const

const Story = ({ story }: { story: MatterStory }) => {
  const { matter, request } = story
  const mayMediate = useMay()('dispute.write')
  return (
    <Page
      title={matter.title}
      lead={
        <>
          <PageLink to="/matters">诉求</PageLink> {matter.number}{' '}
          <StatusTag tone={stateTone(matter.state)}>{stateTitle(matter.state)}</StatusTag>{' '}
          {matter.dueAt && (
            <span className={matter.overdue ? 'overdue' : 'quiet'}>{wordLeft(matter.dueAt)}</span>
          )}
        </>
      }
      side={
        <>
          <Facts story={story} />
          <Reporter story={story} />
          {matter.state === 'closed' && <ReleaseNote id={matter.id} />}
          {story.links.length > 0 && (
            <Section title="相关诉求">
              <ul className="plain-list">
                {story.links.map((link) => (
                  <li key={`${link.kind}${link.id}`}>
                    {linkTitles[link.kind] ?? ''} <PageLink to={`/matters/${link.id}`}>{link.title}</PageLink>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      }
    >
      <Section title="接下来">
        {story.lasting && <LastingNote task={story.lasting} />}
        {request && (
          <p>
            {requestTitles[request.kind]} {wordInstant(request.until)}：{request.reason}
          </p>
        )}
        {story.outcome && <Outcome outcome={story.outcome} />}
        <NextSteps story={story} />
        {story.can.includes('answer') && mayMediate && (
          <p className="quiet">
            是两家之间的矛盾？
            <PageLink to="/disputes/new" search={{ matter: matter.id, seen: String(story.seen) }}>
              转为纠纷调解
            </PageLink>
            ，以后的情况只有调解员和指派人看得到。
          </p>
        )}
      </Section>
      {story.parts.length > 0 && (
        <Section title="协办">
          <Parts story={story} />
        </Section>
      )}
      <Section title="反映的内容">
        <p className="matter-content">{story.content}</p>
      </Section>
      <Section title="办理过程">
        <StorySteps steps={story.steps} />
      </Section>
    </Page>
  )
}

/** One matter: what it is, what to do next, and all that happened. */
const StoryPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getMatter, { params: { id } })
  if (data) return <Story key={data.matter.id} story={data} />
  return (
    <Page title="诉求" lead={<PageLink to="/matters">全部诉求</PageLink>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Loading lines={10} />}
    </Page>
  )
}

export default StoryPage
