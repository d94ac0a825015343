import { Checkbox, Input, InputNumber, Radio } from 'antd'
import { useId } from 'react'
import type { LedgerDraft } from './ledger-draft.ts'

const subjects = [
  { value: 'person', label: '居民' },
  { value: 'dwelling', label: '房屋' },
  { value: 'household', label: '住户' },
  { value: '', label: '其他事物（如隐患、队伍、阵地）' },
]

interface LedgerBasicsProps {
  draft: LedgerDraft
  change: (draft: LedgerDraft) => void
}

/** What the ledger is called, whom it is about, and how often it is confirmed. */
export const LedgerBasics = ({ draft, change }: LedgerBasicsProps) => {
  const id = useId()
  return (
    <div className="form-stack define-basics">
      <div className="field">
        <label htmlFor={`${id}-title`}>台账名称</label>
        <Input
          id={`${id}-title`}
          value={draft.title}
          maxLength={40}
          placeholder="如：楼道杂物台账"
          onChange={(event) => change({ ...draft, title: event.target.value })}
        />
      </div>
      <fieldset className="field">
        <legend>一条记录说的是</legend>
        <Radio.Group
          value={draft.of}
          disabled={draft.name !== undefined}
          options={subjects}
          onChange={(event) => {
            const of = event.target.value as string
            change({ ...draft, of, unit: of === 'person' && draft.unit === '条' ? '人' : draft.unit })
          }}
        />
        {(draft.of === 'dwelling' || draft.of === 'household') && (
          <p className="field-help">这类台账逐条登记，暂不能从表格导入。</p>
        )}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-unit`}>计数单位</label>
        <Input
          id={`${id}-unit`}
          value={draft.unit}
          maxLength={10}
          className="define-short"
          onChange={(event) => change({ ...draft, unit: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-description`}>
          说明<span className="field-optional">可不填</span>
        </label>
        <Input.TextArea
          id={`${id}-description`}
          value={draft.description}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          onChange={(event) => change({ ...draft, description: event.target.value })}
        />
      </div>
      <fieldset className="field">
        <legend>凭什么登记</legend>
        <Radio.Group
          value={draft.consent ? 'consent' : 'duty'}
          options={[
            { value: 'duty', label: '依法履行职责' },
            { value: 'consent', label: '本人同意' },
          ]}
          onChange={(event) => change({ ...draft, consent: event.target.value === 'consent' })}
        />
        {draft.consent && (
          <p className="field-help">每条记录要写明同意的日期和方式；本人撤回后，会提出把这条记录移出台账。</p>
        )}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-rule`}>
          法规或文件<span className="field-optional">可不填</span>
        </label>
        <Input
          id={`${id}-rule`}
          value={draft.rule}
          maxLength={200}
          placeholder="如：《中华人民共和国残疾人保障法》；居民能看到"
          onChange={(event) => change({ ...draft, rule: event.target.value })}
        />
      </div>
      <div className="field">
        <Checkbox
          checked={draft.everyDays !== null}
          onChange={(event) => change({ ...draft, everyDays: event.target.checked ? 90 : null })}
        >
          要定期核实
        </Checkbox>
        {draft.everyDays !== null && (
          <span className="define-upkeep">
            每
            <InputNumber
              aria-label="多少天核实一次"
              min={1}
              max={3660}
              value={draft.everyDays}
              onChange={(days) => change({ ...draft, everyDays: days ?? 90 })}
            />
            天核实一次，由
            <Input
              aria-label="由谁核实"
              value={draft.keeper}
              maxLength={20}
              onChange={(event) => change({ ...draft, keeper: event.target.value })}
            />
            负责
          </span>
        )}
      </div>
    </div>
  )
}
