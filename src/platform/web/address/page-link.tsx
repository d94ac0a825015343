import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Search } from './use-address.ts'

interface PageLinkProps {
  /** A finished path, such as `/registry/persons/…`. */
  to: string
  search?: Search
  className?: string
  title?: string
  'aria-label'?: string | undefined
  'aria-current'?: 'true' | undefined
  onClick?: (() => void) | undefined
  children: ReactNode
}

/** A link to a page of ours. Area and date are kept unless `search` names them. */
export const PageLink = ({ to, search = {}, ...rest }: PageLinkProps) => (
  // Only the page itself is “current”, not every page above it.
  <Link {...rest} to={to as never} search={search as never} activeOptions={{ exact: true }} />
)
