import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { getRelease, releaseMatter } from '../../contract-release.ts'

const Asking = ({ id, text, close }: { id: string; text: string; close: () => void }) => {
  const [words, setWords] = useState(text)
  const { send, sending, problem } = useAction(releaseMatter)
  return (
    <form
      className="form-stack"
      aria-label="公开办理结果"
      onSubmit={(event) => {
        event.preventDefault()
        void send({ id, text: words }).then(close, () => undefined)
      }}
    >
      <ProblemAlert problem={problem} />
      <Input.TextArea
        aria-label="公开的话"
        rows={4}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="quiet">谁都能看到。请去掉姓名、门牌和电话。</p>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending} disabled={words.trim() === ''}>
          公开
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}

/** What everybody is told of a solved matter: nothing, until its handler releases it. */
export const ReleaseNote = ({ id }: { id: string }) => {
  const [asking, setAsking] = useState(false)
  const { data } = useRoute(getRelease, { params: { id } })
  const { send, sending, problem } = useAction(releaseMatter)
  if (!data || (!data.mayRelease && data.text === null)) return null
  return (
    <Section title="公开">
      {data.text === null ? (
        <p className="quiet">没有公开。</p>
      ) : (
        <p className="matter-content">
          <a href="/solved">“办好的事”</a>里写着：{data.text}
        </p>
      )}
      <ProblemAlert problem={problem} />
      {asking && <Asking id={id} text={data.text ?? data.answer} close={() => setAsking(false)} />}
      {data.mayRelease && !asking && (
        <div className="form-actions">
          <Button size="small" onClick={() => setAsking(true)}>
            {data.text === null ? '公开办理结果' : '修改'}
          </Button>
          {data.text !== null && (
            <Button
              size="small"
              loading={sending}
              onClick={() => void send({ id, text: '' }).catch(() => undefined)}
            >
              不再公开
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}
