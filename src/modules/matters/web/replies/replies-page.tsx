import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Loading } from '../../../../platform/web/feedback/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMay } from '../../../../platform/web/session/use-me.ts'
import { listReplyTemplates, type ReplyTemplate, removeReplyTemplate } from '../../contract-replies.ts'
import { categoryTitle } from '../words.ts'
import '../matters.css'
import { TemplateForm } from './template-form.tsx'

const Row = ({ template }: { template: ReplyTemplate }) => {
  const [editing, setEditing] = useState(false)
  const { send, sending, problem } = useAction(removeReplyTemplate)
  if (editing) return <TemplateForm template={template} close={() => setEditing(false)} />
  return (
    <>
      <p>
        <strong>{template.title}</strong>{' '}
        <span className="quiet">
          {template.category ? categoryTitle(template.category) : '各类通用'} · {template.areaName}
        </span>
      </p>
      <p className="matter-content">{template.text}</p>
      <ProblemAlert problem={problem} />
      {template.mayChange && (
        <div className="form-actions">
          <Button size="small" onClick={() => setEditing(true)}>
            修改
          </Button>
          <Button
            size="small"
            type="text"
            loading={sending}
            onClick={() => void send({ id: template.id }).catch(() => undefined)}
          >
            删除
          </Button>
        </div>
      )}
    </>
  )
}

const uses = [
  { use: 'answer', title: '答复', hint: '答复时可以选一个，内容已按诉求填好，还能再改。' },
  { use: 'callback', title: '回访话术', hint: '回访时照着问。' },
] as const

/** 答复模板: words for answers and callbacks, kept by those who dispatch. */
const RepliesPage = () => {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useRoute(listReplyTemplates, {})
  const add = may('matter.dispatch') && !adding && (
    <Button type="primary" onClick={() => setAdding(true)}>
      新增模板
    </Button>
  )
  return (
    <Page title="答复模板" lead="按类别写好常用的话，办理时选用。" actions={add}>
      {adding && <TemplateForm close={() => setAdding(false)} />}
      <ProblemAlert problem={error} retry={() => void refetch()} />
      {isPending && !error && <Loading lines={6} />}
      {data && data.rows.length === 0 && !adding && (
        <EmptyState title="还没有答复模板。" hint="例如：您反映的{摘要}已由{承办单位}处理……" action={add} />
      )}
      {uses.map(({ use, title, hint }) => {
        const rows = data?.rows.filter((row) => row.use === use) ?? []
        return (
          rows.length > 0 && (
            <Section key={use} title={title}>
              <p className="quiet">{hint}</p>
              <ul className="plain-list reply-list">
                {rows.map((row) => (
                  <li key={row.id}>
                    <Row template={row} />
                  </li>
                ))}
              </ul>
            </Section>
          )
        )
      })}
    </Page>
  )
}

export default RepliesPage
