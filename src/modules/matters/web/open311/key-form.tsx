import { Alert, Button, Checkbox, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { makeOpen311Key } from '../../contract-open311.ts'

const Told = ({ title, secret }: { title: string; secret: string | null }) => (
  <Alert
    type="info"
    showIcon
    title={
      secret === null ? (
        '已经办过一次，密钥只显示一次。没有记下的话，请停用后再发一个。'
      ) : (
        <>
          {title}的密钥（api_key）：<code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
        </>
      )
    }
    description={secret === null ? undefined : '只显示这一次，请当面或用加密的方式交给平台；这里不保存原文。'}
  />
)

/** A new key: for which platform, from where, and whether everybody may follow what comes through it. */
export const KeyForm = ({ made }: { made: () => void }) => {
  const id = useId()
  const [title, setTitle] = useState('')
  const [area, setArea] = useState<string>()
  const [listed, setListed] = useState(true)
  const [perMinute, setPerMinute] = useState(60)
  const [told, setTold] = useState<{ title: string; secret: string | null }>()
  const { send, sending, problem } = useAction(makeOpen311Key)
  const make = async () => {
    if (!area) return
    const answer = await send({ title, areas: [area], listed, perMinute }).catch(() => undefined)
    if (!answer) return
    setTold({ title, secret: answer.secret })
    setTitle('')
    made()
  }
  return (
    <Section title="发一个密钥">
      <form
        className="record-form"
        aria-label="发一个密钥"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <div className="field">
          <label htmlFor={`${id}title`}>给哪个平台</label>
          <Input
            id={`${id}title`}
            value={title}
            maxLength={40}
            autoComplete="off"
            placeholder="如：随手拍小程序"
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}area`}>可以提交哪里的事</label>
          <AreaSelect id={`${id}area`} value={area} onChange={setArea} />
        </div>
        <div className="field">
          <label htmlFor={`${id}most`}>每分钟最多几次</label>
          <InputNumber
            id={`${id}most`}
            min={1}
            max={600}
            value={perMinute}
            onChange={(value) => setPerMinute(value ?? 60)}
          />
        </div>
        <div className="field">
          <Checkbox checked={listed} onChange={(event) => setListed(event.target.checked)}>
            谁都能查这些诉求的进展
          </Checkbox>
          <p className="quiet">
            不含姓名和电话；原话里的电话、证件号码和邮箱会遮住。平台不是公开的，请不要勾选，只有它自己能查。
          </p>
        </div>
        <ProblemAlert problem={problem} />
        <p>
          <Button
            type="primary"
            htmlType="submit"
            loading={sending}
            disabled={title.trim().length < 2 || !area}
          >
            发放
          </Button>
        </p>
        {told && <Told {...told} />}
      </form>
    </Section>
  )
}
