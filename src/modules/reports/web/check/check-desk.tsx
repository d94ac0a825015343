import { Alert, Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMay, useMe } from '../../../../platform/web/session/use-me.ts'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'
import type { CheckAnswer } from './check-job.ts'
import { CheckedText } from './checked-text.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { FindingList } from './finding-list.tsx'
import { AnyReport } from './ledgers/any-report.tsx'
import { AgainstLedgers, FiguresRefused } from './ledgers/own-report.tsx'
import { useComparison } from './ledgers/use-comparison.ts'
import { saveComments } from './save-comments.ts'
import { savePage } from './save-page.ts'
import { useFindingKeys } from './use-finding-keys.ts'
import { useFindings } from './use-findings.ts'

interface CheckDeskProps {
  name: string
  checked: Extract<CheckAnswer, { ok: true }>
  /** The file as it was given; null for pasted text. */
  bytes: Uint8Array | null
  startOver: () => void
}

/** After the list has scrolled to the finding, so that on a phone the text is what stays in sight. */
const show = (selector: string): void => {
  setTimeout(() => document.querySelector(selector)?.scrollIntoView({ block: 'center' }))
}
const showInText = (number: number): void => show(`[data-finding-mark="${number}"]`)
const showQuantity = (number: number): void => show(`[data-quantity="${number}"]`)

const KeyHelp = () => <p className="quiet finding-keys">J K 上下，回车到原文，A 属实，D 不是问题，U 撤销。</p>

/** A checked text side by side with what was found in it and how its numbers stand against the ledgers. */
export const CheckDesk = ({ name, checked, bytes, startOver }: CheckDeskProps) => {
  const { result, figures, figuresRefused } = checked
  const may = useMay()
  const me = useMe()
  const comparison = useComparison(result)
  const [refusal, setRefusal] = useState<string | null>(null)
  const findings = useFindings(result)
  const { all, shown, filter, setFilter, selected, select, looked, asking, setAsking, decide, undo, step } =
    findings
  const open = looked && !looked.decision ? looked : undefined
  useFindingKeys({
    step,
    jump: () => selected !== null && showInText(selected),
    accept: () => open && decide(open, { kind: 'accepted', reason: '' }),
    ask: () => open && setAsking(true),
    dismiss: open && asking ? (reason) => decide(open, { kind: 'dismissed', reason }) : undefined,
    cancel: () => setAsking(false),
    undo,
  })
  const kept = all.filter(({ decision }) => decision?.kind !== 'dismissed').map(({ finding }) => finding)
  const compared = comparison.results ?? []
  const told = [
    `${wordNumber(result.text.length)} 字`,
    `${wordNumber(result.quantities.length)} 个数量`,
    `${wordNumber(result.relations.length)} 处可以互相核对`,
    `${wordNumber(all.length)} 处要看`,
  ]
  const exportComments = () =>
    void saveComments({ name, bytes, result, findings: kept, compared, author: me.name }).then(setRefusal)
  return (
    <div className="check-desk">
      <Page
        title={name}
        lead={`${told.join('，')}。文件没有上传；处理结果只记在这台电脑的浏览器里。`}
        actions={
          <>
            <Button onClick={startOver}>换一份</Button>
            <Button onClick={exportComments}>导出 Word 批注</Button>
            <Button onClick={() => void savePage(name, result, kept)}>保存为网页</Button>
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      >
        {refusal && <Alert type="error" showIcon title={refusal} />}
        <div className="check-columns">
          <section className="check-text" aria-label="正文">
            <CheckedText result={result} compared={compared} selected={selected} select={select} />
          </section>
          <div className="check-side">
            {figuresRefused && <FiguresRefused message={figuresRefused} />}
            {figures && <AgainstLedgers figures={figures} />}
            <Section title="要看的地方">
              {all.length === 0 ? (
                <EmptyState
                  title="没有发现问题。"
                  hint="没有发现不等于没有错误：只有文中能互相核对的数字才查得出来。"
                />
              ) : (
                <>
                  <KeyHelp />
                  <FindingFilters all={all} filter={filter} setFilter={setFilter} />
                  {shown.length === 0 && <p className="quiet">没有符合筛选的。</p>}
                  <FindingList
                    shown={shown}
                    selected={selected}
                    select={(number, jump) => {
                      select(number)
                      if (jump) showInText(number)
                    }}
                    decide={decide}
                    asking={asking}
                    ask={setAsking}
                  />
                  {undo && (
                    <p className="finding-ways">
                      <Button size="small" aria-keyshortcuts="u" onClick={undo}>
                        撤销上一步
                      </Button>
                    </p>
                  )}
                </>
              )}
            </Section>
            {!figures && may('report.write') && (
              <AnyReport result={result} comparison={comparison} showInText={showQuantity} />
            )}
          </div>
        </div>
      </Page>
    </div>
  )
}
