import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useUndoNotice } from '../../../../platform/web/record/use-undo-notice.tsx'
import { categories } from '../../category/categories.ts'
import { type RuleView, setDispatchRule } from '../../contract-units.ts'
import { BodySelect } from '../story/body-select.tsx'
import { categoryTitle } from '../words.ts'

const RuleForm = () => {
  const id = useId()
  const [category, setCategory] = useState<string>()
  const [area, setArea] = useState<string>()
  const [body, setBody] = useState<string>()
  const { send, sending, problem } = useAction(setDispatchRule)
  const add = async () => {
    if (!category || !area || !body) return
    if (await send({ category, area, body }).catch(() => undefined)) setCategory(undefined)
  }
  return (
    <form
      className="rule-form"
      aria-label="添加派发规则"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-category`}>哪一类</label>
        <Select
          id={`${id}-category`}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择类别"
          value={category ?? null}
          options={categories.map(({ code, title }) => ({ value: code, label: title }))}
          onChange={(chosen: string | null) => setCategory(chosen ?? undefined)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-area`}>在哪里</label>
        <AreaSelect id={`${id}-area`} value={area} onChange={setArea} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-body`}>派给谁</label>
        <BodySelect id={`${id}-body`} value={body} onChange={setBody} />
      </div>
      <Button htmlType="submit" loading={sending} disabled={!category || !area || !body}>
        添加规则
      </Button>
      <ProblemAlert problem={problem} />
    </form>
  )
}

/** Which category goes to whom where; the rule of the smallest area is proposed when a matter is handed over. */
export const RuleSection = ({ rules, maySet }: { rules: readonly RuleView[]; maySet: boolean }) => {
  const { send, problem } = useAction(setDispatchRule)
  const tell = useUndoNotice()
  const remove = async ({ category, area, body }: RuleView) => {
    if (!(await send({ category, area, body: null }).catch(() => undefined))) return
    tell({
      key: `rule.${category}.${area}`,
      sentence: `已取消「${categoryTitle(category)}」的派发规则。`,
      seconds: 10,
      async undo() {
        await send({ category, area, body: body.body })
        return '规则已恢复。'
      },
    })
  }
  return (
    <Section title="派发规则">
      <p className="quiet">派发时先提出这里写的单位，可以改；几条都合适的，区域最小的那条算数。</p>
      {maySet && <RuleForm />}
      <ProblemAlert problem={problem} />
      {rules.length === 0 ? (
        <EmptyState title="派发规则会列在这里。" hint="例如：电梯故障，在幸福街道，派给物业管理科。" />
      ) : (
        <div className="table-scroll">
          <table className="record-table matter-table" aria-label="派发规则">
            <thead>
              <tr>
                <th scope="col">类别</th>
                <th scope="col">区域</th>
                <th scope="col">派给</th>
                <th scope="col">
                  <span className="visually-hidden">办法</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={`${rule.category} ${rule.area}`}>
                  <td data-title="类别">{categoryTitle(rule.category)}</td>
                  <td data-title="区域">{rule.areaName}</td>
                  <td data-title="派给">{rule.body.title}</td>
                  <td data-title="办法">
                    {rule.mayChange && maySet && (
                      <Button size="small" onClick={() => void remove(rule)}>
                        取消
                        <span className="visually-hidden">
                          ：{rule.areaName}
                          {categoryTitle(rule.category)}
                        </span>
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
