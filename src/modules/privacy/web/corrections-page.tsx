import { Button, Input, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { z } from 'zod'
import { PageLink } from '../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../platform/web/page/page.tsx'
import { Section } from '../../../platform/web/page/section.tsx'
import { useViewpoint } from '../../../platform/web/viewpoint/use-viewpoint.ts'
import { listCorrections, settleCorrection } from '../contract.ts'
import './privacy.css'

type Correction = z.infer<typeof listCorrections.answer>['corrections'][number]

const Answer = ({ correction }: { correction: Correction }) => {
  const { send, sending, problem } = useAction(settleCorrection)
  const [corrected, setCorrected] = useState(true)
  const [answer, setAnswer] = useState('')
  const id = useId()
  const settle = (event: FormEvent) => {
    event.preventDefault()
    void send({ id: correction.id, corrected, answer }).catch(() => undefined)
  }
  return (
    <form className="form-stack" onSubmit={settle} aria-label={`答复${correction.name}`}>
      <fieldset className="field">
        <legend>核实的结果</legend>
        <Radio.Group
          value={corrected}
          onChange={(event) => setCorrected(event.target.value as boolean)}
          options={[
            { value: true, label: '确实不对，已经更正' },
            { value: false, label: '没有更正，写明原因' },
          ]}
        />
      </fieldset>
      <div className="field">
        <label htmlFor={id}>答复本人</label>
        <Input.TextArea
          id={id}
          value={answer}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          aria-describedby={`${id}-help`}
          onChange={(event) => setAnswer(event.target.value)}
        />
        <p className="field-help" id={`${id}-help`}>
          本人凭查询码能看到这段话；不要写别人的信息。
        </p>
      </div>
      <ProblemAlert problem={problem} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending} disabled={answer.trim().length < 2}>
          答复
        </Button>
        <PageLink to={`/registry/persons/${correction.person}`}>打开居民主页去更正</PageLink>
      </div>
    </form>
  )
}

/** 更正申请: what residents found wrong on the page of what is held about them. */
const CorrectionsPage = () => {
  const { area } = useViewpoint()
  const { data, error, refetch } = useRoute(listCorrections, { query: { area } })
  return (
    <Page title="更正申请" lead="居民看过“我的信息”后提出的更正。核实后在居民主页更正，再在这里答复本人。">
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {!data && !error && <Loading lines={4} />}
      {data?.corrections.length === 0 && (
        <EmptyState title="没有要核实的。" hint="居民在“我的信息”页面提出更正后，会列在这里和工作台上。" />
      )}
      {data?.corrections.map((one) => (
        <Section key={one.id} title={`${one.name}，${one.areaName}`}>
          <p className="quiet">
            {one.askedAt.slice(0, 10)} 提出，请在 {one.due} 前答复
          </p>
          <p className="said">{one.said}</p>
          <Answer correction={one} />
        </Section>
      ))}
    </Page>
  )
}

export default CorrectionsPage
