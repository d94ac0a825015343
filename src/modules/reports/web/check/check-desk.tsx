import { Button } from 'antd'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { wordNumber } from '../../../../platform/web/wording/word-number.ts'
import { AgainstLedgers, FiguresRefused } from './against-ledgers.tsx'
import type { CheckAnswer } from './check-job.ts'
import { CheckedText } from './checked-text.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { FindingList } from './finding-list.tsx'
import { savePage } from './save-page.ts'
import { useFindingKeys } from './use-finding-keys.ts'
import { useFindings } from './use-findings.ts'

interface CheckDeskProps {
  name: string
  checked: Extract<CheckAnswer, { ok: true }>
  startOver: () => void
}

/** After the list has scrolled to the finding, so that on a phone the text is what stays in sight. */
const showInText = (number: number): void => {
  setTimeout(() =>
    document.querySelector(`[data-finding-mark="${number}"]`)?.scrollIntoView({ block: 'center' }),
  )
}

/** A checked text side by side with what was found in it. */
export const CheckDesk = ({ name, checked, startOver }: CheckDeskProps) => {
  const { result, figures, figuresRefused } = checked
  const { all, shown, filter, setFilter, selected, setSelected, decide, step } = useFindings(result)
  useFindingKeys({ step, jump: () => selected !== null && showInText(selected) })
  const kept = all.filter(({ decision }) => decision?.kind !== 'dismissed').map(({ finding }) => finding)
  const told = [
    `${wordNumber(result.text.length)} 字`,
    `${wordNumber(result.quantities.length)} 个数量`,
    `${wordNumber(result.relations.length)} 处可以互相核对`,
    `${wordNumber(all.length)} 处要看`,
  ]
  return (
    <div className="check-desk">
      <Page
        title={name}
        lead={`${told.join('，')}。文件没有上传。`}
        actions={
          <>
            <Button onClick={startOver}>换一份</Button>
            <Button onClick={() => void savePage(name, result, kept)}>保存为网页</Button>
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      >
        <div className="check-columns">
          <section className="check-text" aria-label="正文">
            <CheckedText result={result} selected={selected} select={setSelected} />
          </section>
          <div className="check-side">
            {figuresRefused && <FiguresRefused message={figuresRefused} />}
            {figures && <AgainstLedgers figures={figures} />}
            <Section
              title="要看的地方"
              extra={<span className="quiet finding-keys">J K 上下，回车到原文</span>}
            >
              {all.length === 0 ? (
                <EmptyState
                  title="没有发现问题。"
                  hint="没有发现不等于没有错误：只有文中能互相核对的数字才查得出来。"
                />
              ) : (
                <>
                  <FindingFilters all={all} filter={filter} setFilter={setFilter} />
                  {shown.length === 0 && <p className="quiet">没有符合筛选的。</p>}
                  <FindingList
                    shown={shown}
                    selected={selected}
                    select={(number, jump) => {
                      setSelected(number)
                      if (jump) showInText(number)
                    }}
                    decide={decide}
                  />
                </>
              )}
            </Section>
          </div>
        </div>
      </Page>
    </div>
  )
}
