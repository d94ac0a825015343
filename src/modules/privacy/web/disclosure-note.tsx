import { Button } from 'antd'

/** A code as it was handed out; nobody can show it a second time. */
export interface Issued {
  readonly code: string
  readonly expiresOn: string
  readonly wish: string
}

/** The note that the resident takes along. */
export const DisclosureNote = ({ issued, name }: { issued: Issued; name: string }) => (
  <>
    <section className="disclosure-note" aria-label="查询码">
      <h2>“我的信息”查询码</h2>
      <p className="disclosure-code">{issued.code}</p>
      <dl>
        <div>
          <dt>给</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>本人想了解</dt>
          <dd>{issued.wish}</dd>
        </div>
        <div>
          <dt>打开</dt>
          <dd>{`${location.origin}/my-information`}</dd>
        </div>
        <div>
          <dt>有效到</dt>
          <dd>{issued.expiresOn}</dd>
        </div>
      </dl>
      <p>
        打开上面的网址，填查询码和身份证号码后四位。请不要把这张纸交给别人；丢了请告诉社区作废。看到哪里不对，可以在页面上直接提出更正。
      </p>
    </section>
    <div className="form-actions no-print">
      <Button type="primary" onClick={() => window.print()}>
        打印
      </Button>
      <span className="quiet">查询码只显示这一次，离开后看不到了。</span>
    </div>
  </>
)
