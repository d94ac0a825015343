import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { StatusTag } from '../../../../platform/web/feedback/status-tag.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { getFormRequest } from '../../contract.ts'
import type { RequestView } from '../../contract-request.ts'
import '../forms.css'
import { stateWords } from '../words.ts'
import { AskedBefore } from './asked-before.tsx'
import { CloseRequest } from './close-request.tsx'
import { FillForm } from './fill-form.tsx'
import { Fills } from './fills.tsx'
import { RequestHead } from './request-head.tsx'
import { Returns } from './returns.tsx'
import { SheetUnderstanding } from './sheet-understanding.tsx'

const Request = ({ request }: { request: RequestView }) => {
  const sheets = request.sheets.filter(({ shape }) => shape !== 'none')
  const [name, setName] = useState(sheets[0]?.name)
  const sheet = sheets.find((each) => each.name === name) ?? sheets[0]
  const { title, tone } = stateWords[request.state]
  return (
    <Page
      title={request.title}
      lead={
        <>
          <PageLink to="/forms">表格填报</PageLink> <StatusTag tone={tone}>{title}</StatusTag>{' '}
          <a href={`/api/form-requests/${request.id}/blank`} download>
            {request.fileName}
          </a>
        </>
      }
      actions={<CloseRequest request={request} />}
      side={
        <>
          <RequestHead request={request} />
          <AskedBefore request={request} />
          <Returns request={request} />
        </>
      }
    >
      {!sheet && (
        <ProblemAlert
          problem={new Error('这张表里没有找到表头，不能自动填写。请看看文件是不是下发的原表。')}
        />
      )}
      {sheets.length > 1 && (
        <fieldset className="form-sheets">
          <legend>工作表</legend>
          {sheets.map((each) => (
            <button
              key={each.name}
              type="button"
              aria-pressed={each.name === sheet?.name}
              onClick={() => setName(each.name)}
            >
              {each.name}
            </button>
          ))}
        </fieldset>
      )}
      {sheet && <SheetUnderstanding key={sheet.name} request={request} sheet={sheet} />}
      <Section title="填写">
        <FillForm request={request} />
        {request.fills.length > 0 && <Fills request={request} />}
      </Section>
    </Page>
  )
}

const unfinished = (request: RequestView | undefined): boolean =>
  request === undefined ||
  request.fills.some(({ state }) => state === 'filling') ||
  request.returns.some(({ state }) => state === 'reading')

/** A blank form that came down: how it is understood, which rows go in, and what was made of it. */
const RequestPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(
    getFormRequest,
    { params: { id } },
    { every: (request) => (unfinished(request) ? 1500 : false) },
  )
  if (data) return <Request key={data.id} request={data} />
  return (
    <Page title="下发的表格" lead={<PageLink to="/forms">表格填报</PageLink>}>
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!error && <Loading lines={10} />}
    </Page>
  )
}

export default RequestPage
