import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../platform/web/api/use-route.ts'
import { Loading } from '../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../platform/web/page/page.tsx'
import { Section } from '../../../platform/web/page/section.tsx'
import { wordInstant } from '../../../platform/web/wording/word-instant.ts'
import { listDisclosures, voidDisclosure } from '../contract.ts'
import { DisclosureNote, type Issued } from './disclosure-note.tsx'
import { IssueForm } from './issue-form.tsx'
import './privacy.css'

type Given = z.infer<typeof listDisclosures.answer>['disclosures'][number]

const states = { valid: '有效', expired: '已过期', void: '已作废', locked: '输错太多，已停用' }

const GivenLine = ({ given }: { given: Given }) => {
  const { send, sending, problem } = useAction(voidDisclosure)
  return (
    <li>
      <p>
        {wordInstant(given.issuedAt)}，{given.by}开具，{states[given.state]}，本人打开过 {given.opened} 次
      </p>
      <p className="quiet">
        {given.verified}。{given.wish}。有效到 {given.expiresOn}
      </p>
      <ProblemAlert problem={problem} />
      {given.state === 'valid' && (
        <Button
          size="small"
          loading={sending}
          onClick={() => void send({ id: given.id }).catch(() => undefined)}
        >
          作废
        </Button>
      )}
    </li>
  )
}

/** 告知本人: a code for a resident, after their identity was checked at the window. */
const DisclosurePage = () => {
  const { person: id = '' } = useParams({ strict: false }) as { person?: string }
  const { data, error, refetch } = useRoute(listDisclosures, { params: { id } })
  const [issued, setIssued] = useState<Issued>()
  if (error) {
    return (
      <Page title="告知本人">
        <ProblemAlert problem={error} retry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <Loading lines={6} />
  const { person, hasIdNumber, disclosures } = data
  const name = person.display.name ?? '居民'
  return (
    <Page
      title={`告知本人：${name}`}
      lead={
        <>
          {[person.display.sex, person.display.idNumber, person.areaName].filter(Boolean).join('，')}。
          <PageLink to={`/registry/persons/${id}`}>居民主页</PageLink>
        </>
      }
    >
      {issued ? (
        <DisclosureNote issued={issued} name={name} />
      ) : hasIdNumber ? (
        <IssueForm person={id} issued={setIssued} />
      ) : (
        <p>
          还没有登记身份证号码。本人查询时要核对后四位，请先
          <PageLink to={`/registry/persons/${id}`} search={{ edit: '1' }}>
            按证件补登
          </PageLink>
          。
        </p>
      )}
      {disclosures.length > 0 && (
        <div className="no-print">
          <Section title="开具过的">
            <ul className="plain-list">
              {disclosures.map((given) => (
                <GivenLine key={given.id} given={given} />
              ))}
            </ul>
          </Section>
        </div>
      )}
    </Page>
  )
}

export default DisclosurePage
