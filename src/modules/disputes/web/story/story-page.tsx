import { useParams } from '@tanstack/react-router'
import { titleOf } from '../../../../core/code/index.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import { disputeOutcome } from '../../codes.ts'
import { type DisputeStory, getDispute } from '../../contract.ts'
import '../disputes.css'
import { stateTitle, stateTone } from '../words.ts'
import { Agreement } from './agreement.tsx'
import { NextSteps } from './next-steps.tsx'

const Side = ({ story }: { story: DisputeStory }) => (
  <>
    <Section title="当事人">
      <ul className="plain-list">
        {story.parties.map(({ person, name, phone, address }) => (
          <li key={`${person}${name}`}>
            {person ? <PageLink to={`/registry/persons/${person}`}>{name}</PageLink> : name}
            {phone && (
              <>
                {' '}
                <a href={`tel:${phone}`}>{phone}</a>
              </>
            )}
            {address && <span className="quiet"> {address}</span>}
          </li>
        ))}
      </ul>
    </Section>
    <Section title="情况">
      <dl className="facts">
        <dt>类型</dt>
        <dd>{story.line.kind}</dd>
        <dt>区域</dt>
        <dd>{story.line.areaName}</dd>
        <dt>登记</dt>
        <dd>{story.openedOn}</dd>
        <dt>指派人</dt>
        <dd>{story.head}书记</dd>
        <dt>调解员</dt>
        <dd>{story.mediators.map(({ name }) => name).join('、') || '还没有'}</dd>
        {story.revisitOn && story.line.state === 'agreed' && (
          <>
            <dt>回访</dt>
            <dd>{story.revisitOn}</dd>
          </>
        )}
        {story.matter && (
          <>
            <dt>来自</dt>
            <dd>
              <PageLink to={`/matters/${story.matter}`}>原诉求</PageLink>
            </dd>
          </>
        )}
      </dl>
    </Section>
  </>
)

const Story = ({ story }: { story: DisputeStory }) => {
  const { line } = story
  return (
    <Page
      title={line.title}
      lead={
        <>
          <PageLink to="/disputes">纠纷</PageLink> {line.number}{' '}
          <StatusTag tone={stateTone(line.state)}>{stateTitle(line.state)}</StatusTag>{' '}
          {line.dueOn && (
            <span className={line.overdue ? 'dispute-overdue' : 'quiet'}>
              {line.state === 'agreed' ? '履行或回访' : '调结'}期限 {line.dueOn}
            </span>
          )}
        </>
      }
      side={<Side story={story} />}
    >
      <Section title="接下来">
        {story.outcome && (
          <p>
            {titleOf(disputeOutcome, story.outcome.code)}：{story.outcome.text}
          </p>
        )}
        <NextSteps story={story} />
      </Section>
      {story.agreement && <Agreement story={story} />}
      <Section title="纠纷情况">
        <p className="dispute-text">{story.content}</p>
      </Section>
      <Section title="调解过程">
        <ol className="timeline">
          {story.steps.toReversed().map((step) => (
            <li key={step.seq} className="changed">
              <p className="timeline-head">
                <time dateTime={step.at}>{wordInstant(step.at)}</time>
                <strong>{step.title}</strong>
              </p>
              {step.text && <p className="dispute-text">{step.text}</p>}
              <p className="timeline-foot">{step.by}</p>
            </li>
          ))}
        </ol>
      </Section>
    </Page>
  )
}

/** One dispute, for those who take part. */
const StoryPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getDispute, { params: { id } })
  if (data) return <Story key={data.line.id} story={data} />
  return (
    <Page title="纠纷" lead={<PageLink to="/disputes">我经手的纠纷</PageLink>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Loading lines={10} />}
    </Page>
  )
}

export default StoryPage
