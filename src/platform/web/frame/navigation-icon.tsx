import {
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  CalendarOutlined,
  DesktopOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  MessageOutlined,
  NotificationOutlined,
  ProfileOutlined,
  SettingOutlined,
  TableOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

const icons: Readonly<Record<string, ComponentType>> = {
  desk: DesktopOutlined,
  registry: ApartmentOutlined,
  ledger: ProfileOutlined,
  form: TableOutlined,
  matter: MessageOutlined,
  dispute: TeamOutlined,
  notice: NotificationOutlined,
  service: CalendarOutlined,
  metric: BarChartOutlined,
  report: FileTextOutlined,
  check: FileDoneOutlined,
  audit: AuditOutlined,
  area: AppstoreOutlined,
  settings: SettingOutlined,
}

/** The icon of a navigation entry; a list where the name is not known. */
export const NavigationIcon = ({ name }: { name: string }) => {
  const Icon = icons[name] ?? UnorderedListOutlined
  return (
    <span className="navigation-icon" aria-hidden="true">
      <Icon />
    </span>
  )
}
