import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { listMatters } from '../../contract.ts'

/** Chooses another open matter by number, words or place. */
export const MatterSelect = ({
  id,
  except,
  value,
  onChange,
}: {
  id: string
  except: string
  value: string | undefined
  onChange: (matter: string) => void
}) => {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, isFetching } = useRoute(
    listMatters,
    { query: { view: 'area', limit: 20, ...(q ? { q } : {}) } },
    { keepPrevious: true },
  )
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={isFetching}
      placeholder="输入编号、摘要或地点"
      value={value ?? null}
      options={(data?.rows ?? [])
        .filter((row) => row.id !== except)
        .map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))}
      notFoundContent="没有找到，换个写法试试"
      onChange={onChange}
    />
  )
}
