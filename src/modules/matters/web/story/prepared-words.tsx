import { Select } from 'antd'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { getReplies } from '../../contract-replies.ts'

/** Words prepared for a step: to choose for an answer, to read out at a callback. */
export const PreparedWords = ({
  matter,
  use,
  take,
}: {
  matter: string
  use: 'answer' | 'callback'
  take: (text: string) => void
}) => {
  const { data } = useRoute(getReplies, { params: { id: matter } })
  const rows = data?.rows.filter((row) => row.use === use) ?? []
  if (rows.length === 0) return null
  if (use === 'callback')
    return (
      <blockquote className="call-script" aria-label="回访话术">
        {rows[0]!.text}
      </blockquote>
    )
  return (
    <Select
      aria-label="答复模板"
      placeholder="选一个答复模板，选了还能改"
      options={rows.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id: string) => take(rows.find((row) => row.id === id)!.text)}
    />
  )
}
