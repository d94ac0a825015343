import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { AreaSelect } from '../../../../platform/web/input/area-select.tsx'
import { useMe } from '../../../../platform/web/session/use-me.ts'
import { useViewpoint } from '../../../../platform/web/viewpoint/use-viewpoint.ts'

/** Second question: which area. The one looked at, or that of one's post, is filled in. */
export const AskArea = ({ choose }: { choose: (area: string) => void }) => {
  const view = useViewpoint()
  const { posts } = useMe()
  const [area, setArea] = useState(view.area ?? posts[0]?.area)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (area) choose(area)
  }
  return (
    <form className="form-stack ask" onSubmit={submit}>
      <div className="field">
        <label htmlFor="report-area">
          <h2>写哪个区域？</h2>
        </label>
        <AreaSelect id="report-area" value={area} onChange={setArea} />
        <p className="field-help">数字只算这个区域里的。</p>
      </div>
      <p>
        <Button type="primary" htmlType="submit" disabled={!area}>
          下一步
        </Button>
      </p>
    </form>
  )
}
