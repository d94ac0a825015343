import type { ComponentType } from 'react'
import type { SheetContent } from '../../../documents/form/index.ts'
import type { Right } from '../../contract/right.ts'

/** A page, loaded when it is first opened. The module that is loaded exports it by default. */
export interface PageEntry {
  /** As TanStack Router writes it: `/registry/persons/$id`. */
  readonly path: string
  readonly title: string
  /** Of several, one is enough. */
  readonly right: Right | 'signedIn' | readonly Right[]
  readonly load: () => Promise<{ default: ComponentType }>
  /** Works without a connection once one has been signed in here; what it writes goes through the outbox. */
  readonly offline?: boolean
  /** What a page under `/settings/` is for, one sentence. */
  readonly about?: string
}

/** An entry of the navigation on the left. */
export interface NavigationEntry {
  readonly title: string
  readonly path: string
  readonly right: Right | 'signedIn' | readonly Right[]
  /** Name of an icon in `frame/navigation-icon.tsx`. */
  readonly icon: string
  /** Pinyin initials, by which the search box finds it. */
  readonly initials: string
  /** Smaller stands higher: 工作台 0, 居民房屋 10, 台账 20, 指标 30, 报表汇报 40, 核对 50, 操作记录 90. */
  readonly order: number
}

export interface SearchHit {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly to: string
}

/** Something the search box can find. */
export interface SearchSource {
  readonly title: string
  readonly right: Right | 'signedIn'
  find(text: string, at: { asOf: string | undefined; signal: AbortSignal }): Promise<readonly SearchHit[]>
}

/** Something one can start from the search box, such as 登记居民. */
export interface StartEntry {
  readonly title: string
  readonly initials: string
  readonly right: Right
  readonly to: string
}

/** One line on the desk (工作台): something to do, with the one tap that does it. */
export interface Todo {
  readonly key: string
  readonly title: string
  readonly detail: string
  /** Day it is due, or null. */
  readonly due: string | null
  readonly act: { readonly title: string; readonly to: string }
  /** Waits for somebody else rather than for oneself. */
  readonly waiting?: boolean
}

/** A hook that tells what a module has to do; `enabled` is false where the right is missing. */
export type UseTodos = (enabled: boolean) => readonly Todo[]

/** A file that was dropped: where it goes. */
export interface DropTarget {
  readonly extensions: readonly string[]
  /** What the file would be; where several modules take an ending, people choose by it. */
  readonly title: string
  /** What tells it from the others, a sentence. */
  readonly hint?: string
  /** What a spreadsheet of this kind holds, by which it is recognised. */
  readonly holds?: SheetContent['is']
  readonly to: string
  readonly right: Right
}

/** What a module brings to the web page. `apps/web` only lists modules. */
export interface WebModule {
  readonly name: string
  readonly pages: readonly PageEntry[]
  readonly navigation?: readonly NavigationEntry[]
  readonly search?: readonly SearchSource[]
  readonly starts?: readonly StartEntry[]
  readonly todos?: { readonly right: Right; readonly use: UseTodos }
  readonly drops?: readonly DropTarget[]
  /** Stands at the end of the top bar for whoever has the right, such as a count of what is new. */
  readonly tray?: { readonly right: Right; readonly show: ComponentType }
  /** Metrics that the desk shows first, best first; six are shown over all modules. */
  readonly headlines?: readonly string[]
}
