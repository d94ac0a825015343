import { MoreOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { NavigationEntry } from '../module/web-module.ts'
import { useNarrow } from '../theme/use-narrow.ts'
import { NavigationIcon } from './navigation-icon.tsx'
import { useNavigation } from './use-navigation.ts'

const NavigationLink = ({ entry, onClick }: { entry: NavigationEntry; onClick?: () => void }) => (
  <Link
    to={entry.path as never}
    search={{} as never}
    activeOptions={{ exact: entry.path === '/', includeSearch: false }}
    {...(onClick ? { onClick } : {})}
  >
    <NavigationIcon name={entry.icon} />
    <span>{entry.title}</span>
  </Link>
)

const onBar = 4

const BottomBar = ({ entries }: { entries: readonly NavigationEntry[] }) => {
  const [open, setOpen] = useState(false)
  const rest = entries.slice(onBar)
  return (
    <nav className="bottom-bar" aria-label="主导航">
      {open && (
        <ul className="bottom-more" id="more-entries">
          {rest.map((entry) => (
            <li key={entry.path}>
              <NavigationLink entry={entry} onClick={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      )}
      <ul>
        {entries.slice(0, onBar).map((entry) => (
          <li key={entry.path}>
            <NavigationLink entry={entry} onClick={() => setOpen(false)} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <button
              type="button"
              aria-expanded={open}
              aria-controls="more-entries"
              onClick={() => setOpen(!open)}
            >
              <span className="navigation-icon" aria-hidden="true">
                <MoreOutlined />
              </span>
              <span>更多</span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** The entries on the left; at the bottom of a phone. */
export const Navigation = () => {
  const entries = useNavigation()
  const narrow = useNarrow()
  if (narrow) return <BottomBar entries={entries} />
  return (
    <nav className="side-bar" aria-label="主导航">
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <NavigationLink entry={entry} />
          </li>
        ))}
      </ul>
    </nav>
  )
}
