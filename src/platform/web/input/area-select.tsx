import { Select } from 'antd'
import type { AreaView } from '../../contract/session.ts'
import { listAreas } from '../../contract/session.ts'
import { useRoute } from '../api/use-route.ts'

interface AreaSelectProps {
  id?: string
  value: string | undefined
  onChange: (path: string | undefined) => void
  label?: string
  /** Shown for no choice, such as 全部区域. */
  none?: string
  describedBy?: string | undefined
  invalid?: boolean
  className?: string
}

const depths = (areas: readonly AreaView[]): Map<string, number> => {
  const depth = new Map<string, number>()
  for (const area of areas)
    depth.set(area.path, area.parent === null ? 0 : (depth.get(area.parent) ?? -1) + 1)
  return depth
}

/** Chooses one of one's areas; typing finds them by name. */
export const AreaSelect = ({
  id,
  value,
  onChange,
  label,
  none,
  describedBy,
  invalid,
  className,
}: AreaSelectProps) => {
  const { data, isPending } = useRoute(listAreas)
  const areas = data?.areas ?? []
  const depth = depths(areas)
  return (
    <Select
      {...(id ? { id } : {})}
      {...(className ? { className } : {})}
      {...(invalid ? { status: 'error' as const } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={none !== undefined}
      loading={isPending}
      placeholder={none ?? '请选择区域'}
      aria-label={label}
      aria-describedby={describedBy}
      value={value ?? null}
      popupMatchSelectWidth={false}
      options={areas.map((area) => ({ value: area.path, label: area.name }))}
      optionRender={(option) => (
        <span style={{ paddingInlineStart: (depth.get(String(option.value)) ?? 0) * 16 }}>
          {option.label}
        </span>
      )}
      onChange={(path: string | null) => onChange(path ?? undefined)}
    />
  )
}
