import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { useAction } from '../../../../platform/web/api/use-action.ts'
import { ProblemAlert } from '../../../../platform/web/feedback/problem-alert.tsx'
import { Page } from '../../../../platform/web/page/page.tsx'
import { giveCode } from '../../contract-public.ts'
import { followAddress } from '../../place-code.ts'
import '../matters.css'
import { ClosedNote } from './closed-note.tsx'
import { QrCode } from './qr-code.tsx'

const Slip = ({ code, number }: { code: string; number: string }) => (
  <article className="matter-slip" aria-label="回访单">
    <div>
      <h2>您反映的事，请您评价</h2>
      <p>编号 {number}</p>
      <p>
        查询码{' '}
        <b className="slip-code">
          {code.slice(0, 4)} {code.slice(4)}
        </b>
      </p>
      <p>
        扫码打开“查进度”，填您电话的后四位（当时没有留电话的不用填），就能看到办得怎样，说一说解决了没有。
      </p>
      <p className="quiet">
        不会扫码：打开 {location.origin}/follow，填查询码；也可以打电话告诉社区。请不要把查询码给别人。
      </p>
    </div>
    <QrCode text={followAddress(location.origin, code)} label="查进度的二维码" />
  </article>
)

/** 回访单: a note to leave with the resident, with the code by which they follow the matter and rate the answer. */
const SlipPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { send, sending, problem } = useAction(giveCode)
  const [given, setGiven] = useState<{ code: string; number: string }>()
  return (
    <Page
      title="回访单"
      lead={<PageLink to={`/matters/${id}`}>回到这件诉求</PageLink>}
      actions={
        given && (
          <Button type="primary" onClick={() => window.print()}>
            打印
          </Button>
        )
      }
    >
      <ClosedNote />
      <ProblemAlert problem={problem} />
      {given ? (
        <Slip {...given} />
      ) : (
        <>
          <p>回访单上有居民的查询码，凭它可以查进度、评价。请当面交给反映人或放进他的信箱；取一次记一次。</p>
          <Button
            type="primary"
            loading={sending}
            onClick={() => void send({ id }).then(setGiven, () => undefined)}
          >
            取查询码
          </Button>
        </>
      )}
    </Page>
  )
}

export default SlipPage
