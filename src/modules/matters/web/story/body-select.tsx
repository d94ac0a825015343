import { Select } from 'antd'
import { useRoute } from '../../../../platform/web/api/use-route.ts'
import { listBodies } from '../../contract.ts'

/** Chooses a body: an area or a unit, found by typing. */
export const BodySelect = ({
  id,
  value,
  onChange,
  label,
}: {
  id?: string
  value: string | undefined
  onChange: (body: string) => void
  label?: string
}) => {
  const { data, isPending } = useRoute(listBodies)
  const units = data?.bodies.filter(({ body }) => body.startsWith('unit:')) ?? []
  const areas = data?.bodies.filter(({ body }) => body.startsWith('area:')) ?? []
  const option = ({ body, title }: { body: string; title: string }) => ({ value: body, label: title })
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      placeholder="输入名称查找"
      value={value ?? null}
      options={[
        ...(units.length > 0 ? [{ label: '科室和部门', options: units.map(option) }] : []),
        { label: '街道、社区、网格', options: areas.map(option) },
      ]}
      onChange={onChange}
    />
  )
}
