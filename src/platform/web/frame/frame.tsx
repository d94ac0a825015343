import { Outlet } from '@tanstack/react-router'
import { DropAnywhere } from '../drop/drop-anywhere.tsx'
import { JobTray } from '../jobs/job-tray.tsx'
import { useModules } from '../module/modules-context.ts'
import { useMay } from '../session/use-me.ts'
import { useViewpoint } from '../viewpoint/use-viewpoint.ts'
import { AreaSwitcher } from './area-switcher.tsx'
import { DateSwitcher } from './date-switcher.tsx'
import { MeMenu } from './me-menu.tsx'
import { Navigation } from './navigation.tsx'
import { OfflineBand } from './offline-band.tsx'
import { OutboxBand } from './outbox-band.tsx'
import { PastBand } from './past-band.tsx'
import { SearchBox } from './search-box.tsx'
import { useOfflinePages } from './use-offline-pages.ts'

const useDropTargets = () => {
  const may = useMay()
  return useModules()
    .flatMap((module) => module.drops ?? [])
    .filter((target) => may(target.right))
}

/** What modules show at the end of the top bar. */
const Trays = () => {
  const may = useMay()
  return useModules().map(({ name, tray }) => tray && may(tray.right) && <tray.show key={name} />)
}

/** The frame of every page: navigation, area, date, search, jobs, me, and the page itself. */
export const Frame = () => {
  const { past } = useViewpoint()
  useOfflinePages()
  return (
    <div className={past ? 'frame looking-back' : 'frame'}>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className="top-bar">
        <span className="brand">有据</span>
        <AreaSwitcher />
        <DateSwitcher />
        <SearchBox />
        <span className="top-end">
          <JobTray />
          <Trays />
          <MeMenu />
        </span>
      </header>
      <Navigation />
      <main id="content" tabIndex={-1} className="content">
        <OfflineBand />
        <OutboxBand />
        <PastBand />
        <Outlet />
      </main>
      <DropAnywhere targets={useDropTargets()} />
    </div>
  )
}
