import type { z } from 'zod'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { EmptyState } from '../../../../platform/web/feedback/empty-state.tsx'
import type { listTemplates } from '../../contract.ts'

export type Template = z.infer<typeof listTemplates.answer>['templates'][number]

interface AskTemplateProps {
  templates: readonly Template[]
  choose: (name: string) => void
}

/** First question: which template. */
export const AskTemplate = ({ templates, choose }: AskTemplateProps) => (
  <section aria-labelledby="ask-template">
    <h2 id="ask-template">用哪个模板？</h2>
    {templates.length === 0 && (
      <EmptyState
        title="还没有可用的模板。"
        action={<PageLink to="/reports/templates">上传汇报模板</PageLink>}
      />
    )}
    <ul className="answers">
      {templates.map((template) => (
        <li key={template.name}>
          <button type="button" onClick={() => choose(template.name)}>
            <strong>{template.title}</strong>
            <span>{template.description}</span>
            <span className="quiet">{template.figures} 个数字由系统填</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
