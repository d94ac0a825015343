import { PageLink } from '../../../../platform/web/address/page-link.tsx'

const tags: readonly (readonly [string, string])[] = [
  ['{持证残疾人数}', '指标的数值，写名称、别名都可以'],
  ['{持证残疾人数|上年}', '上年同期的数值'],
  ['{持证残疾人数|同比}', '增长3.2%、下降1.1%、持平'],
  ['{区域}', '汇报所属的街道或社区'],
  ['{期间}', '2025年11月'],
  ['{截止日期}', '2025年11月30日'],
  ['{单位} {日期} {标题}', '署名、成文日期、标题'],
  ['{#各社区} … {/各社区}', '中间的内容每个下级区域重复一次；里面可用 {名称}、{序号}'],
]

/** How a template is written, in short. */
export const TagHelp = () => (
  <div className="tag-help">
    <ol>
      <li>在 Word 里照平时的样子排好一份汇报，存为 .docx。</li>
      <li>把数字换成半角花括号加指标名称，字体字号照旧。</li>
      <li>上传。写错的标记会指出在第几段、第几格，并给出相近的名称。</li>
    </ol>
    <dl>
      {tags.map(([tag, meaning]) => (
        <div key={tag}>
          <dt>
            <code>{tag}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <p>
      <a href="/api/report-templates/example" download>
        下载一份样例
      </a>
      ,里面各种标记都有。
    </p>
    <p>
      有哪些指标，看<PageLink to="/metrics">指标目录</PageLink>。
    </p>
  </div>
)
