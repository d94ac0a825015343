import type { FastifyInstance } from 'fastify'
import type { Right } from '../../contract/right.ts'
import type { Action } from '../action/define-action.ts'
import type { JobHandler } from '../jobs/job-queue.ts'
import type { Office } from '../office.ts'
import type { Repository } from '../repository/repository.ts'
import type { SealedColumn } from '../repository/sealed-column.ts'
import type { Trace } from '../repository/trace.ts'
import type { Reader } from './mount-route.ts'
import type { PublicPage } from './public-pages.ts'

/** What a module brings to the server: its actions, what it can be asked, its jobs. */
export interface ServerModule {
  // biome-ignore lint/suspicious/noExplicitAny: each action and reader has types of its own
  readonly actions: readonly Action<any, any>[]
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly readers: readonly Reader<any, any, any>[]
  readonly jobs: (office: Office) => Readonly<Record<string, JobHandler>>
  /** What has to be looked at every few seconds for as long as the house is open, such as clocks that run out. */
  readonly beats?: (office: Office) => readonly Beat[]
  /** Routes that are not JSON, such as downloads. */
  readonly downloads?: readonly Download[]
  /** Columns of its own that hold sealed values, beside the fields of records and ledgers. */
  readonly sealed?: readonly SealedColumn[]
  /** Rows of its own that go when the record of which they speak is erased. */
  readonly traces?: readonly Trace[]
  /** Routes that take one file as it is, such as a photo. */
  readonly uploads?: readonly Upload[]
  /** Pages for residents, without sign-in. */
  readonly publicPages?: readonly PublicPage[]
  /** What other programs speak to in their own way, such as a published standard. */
  readonly interfaces?: readonly ServerInterface[]
}

/** Routes with rules of their own for bodies, refusals and who may; mounted apart from all others. */
export interface ServerInterface {
  /** What it carries out, so that the audit can name it. */
  // biome-ignore lint/suspicious/noExplicitAny: each action has types of its own
  readonly actions: readonly Action<any, any>[]
  mount(app: FastifyInstance, office: Office): Promise<void>
}

/** Something looked at again and again; safe to run on several servers at once. */
export interface Beat {
  readonly name: string
  readonly everySeconds: number
  run(): Promise<void>
}

/** A file made for one request: `GET path`. */
export interface Download {
  readonly path: string
  readonly title: string
  run(
    repository: Repository,
    params: Record<string, string>,
    office: Office,
  ): Promise<{ name: string; type: string; bytes: Uint8Array; inline?: boolean }>
}

/** One file taken in by its bytes: `POST path`, multipart part `file`. */
export interface Upload {
  readonly path: string
  readonly title: string
  readonly right: Right
  /** Largest file, in bytes; `run` is handed at most one more. */
  readonly most: number
  run(repository: Repository, bytes: Uint8Array, office: Office): Promise<object>
}
