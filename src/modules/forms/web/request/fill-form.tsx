import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'
import { fillFormRequest } from '../../contract.ts'
import type { RequestView } from '../../contract-request.ts'

/** Fills the form for the area and day at the top; what for is written down. */
export const FillForm = ({ request }: { request: RequestView }) => {
  const id = useId()
  const may = useMay()
  const { area, areaName, asOf, day } = useViewpoint()
  const { send, sending, problem } = useAction(fillFormRequest)
  const [purpose, setPurpose] = useState(request.purpose)
  const [unmasked, setUnmasked] = useState(false)
  const [sources, setSources] = useState(false)
  if (request.state === 'closed') return <p className="quiet">已经办结，要再填请先重新打开。</p>
  const fill = () =>
    void send({ id: request.id, version: request.version, area, asOf, unmasked, sources, purpose }).catch(
      () => undefined,
    )
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault()
        fill()
      }}
    >
      <p>
        填 {areaName}，数据截至 {day}。要换区域或日期，请在页面顶部换。
      </p>
      <ProblemAlert problem={problem} />
      <div className="field">
        <label htmlFor={`${id}-purpose`}>填写的用途</label>
        <Input
          id={`${id}-purpose`}
          value={purpose}
          maxLength={100}
          placeholder="如：报区残联季度摸底"
          onChange={(event) => setPurpose(event.target.value)}
        />
      </div>
      {may('field.reveal') && (
        <Checkbox checked={unmasked} onChange={(event) => setUnmasked(event.target.checked)}>
          身份证号、电话等填全号（会连同用途一起记入操作记录）
        </Checkbox>
      )}
      <Checkbox checked={sources} onChange={(event) => setSources(event.target.checked)}>
        另附一张隐藏的“填报来源”表，写明每一格来自哪里
      </Checkbox>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending}>
          填好这张表
        </Button>
      </div>
    </form>
  )
}
