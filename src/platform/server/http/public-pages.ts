import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../contract/problem.ts'
import type { Action } from '../action/define-action.ts'
import type { Office } from '../office.ts'
import { html } from './html.ts'
import { refuseForeignOrigin } from './identify.ts'
import { framePublic, publicHeaders, type Shown } from './public-frame.ts'
import { readProblem } from './read-problem.ts'
import { type FormFiles, readPublicForm } from './read-public-form.ts'

/** A page for everybody, without sign-in, script or cookie: shown, and answered when its form comes. */
export interface PublicPage {
  readonly path: string
  /** As the link to it says. */
  readonly title: string
  /** Reached from another page: no link of its own on every page. */
  readonly unlisted?: true
  /** How many forms one address may send in a minute; a page without a form takes none. */
  readonly perMinute?: number
  /** Forms of which one address may send fewer: so many in ten minutes. */
  readonly held?: { readonly most: number; when(form: URLSearchParams): boolean }
  // biome-ignore lint/suspicious/noExplicitAny: each action has types of its own
  readonly action?: Action<any, any>
  /** Files that its form may carry; none where absent. */
  readonly files?: FormFiles
  /** `asked` is what the address asks for, behind its question mark. */
  show(office: Office, asked: URLSearchParams): Promise<Shown>
  submit?(office: Office, form: URLSearchParams, files: readonly Uint8Array[]): Promise<Shown>
}

/** A form of words. */
const mostBytes = 32 * 1024
const viewsPerMinute = 120

const explain = (message: string): Shown['body'] => html`<p class="note" role="alert">${message}</p>`

/** Serves public pages beside the others: with forms of their own kind, and refusals as pages. */
export const mountPublicPages = (
  app: FastifyInstance,
  office: Office,
  pages: readonly PublicPage[],
): Promise<void> | void => {
  if (pages.length === 0) return
  const listed = pages.filter(({ unlisted }) => !unlisted)
  const frame = (shown: Shown) => framePublic(office.name, listed, shown)
  return app.register(async (inner) => {
    // Forms alone come this way; those with files are read below, where the page takes any.
    inner.removeContentTypeParser(['application/json', 'text/plain'])
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: mostBytes },
      (_, body, done) => done(null, new URLSearchParams(body as string)),
    )
    inner.addHook('onSend', async (_, reply) => void reply.headers(publicHeaders))
    inner.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = readProblem(error)
      if (problem.status >= 500) request.log.error({ err: error }, 'public page failed')
      return reply
        .status(problem.status)
        .type('text/html; charset=utf-8')
        .send(frame({ title: '没有办成', body: explain(problem.message) }))
    })
    const limit = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } })
    for (const page of pages) {
      const about = { schema: { hide: true } }
      inner.get(page.path, { ...about, config: limit(viewsPerMinute) }, async (request, reply) => {
        const asked = new URL(request.url, 'http://localhost').searchParams
        const shown = await page.show(office, asked)
        return reply
          .status(shown.status ?? 200)
          .type('text/html; charset=utf-8')
          .send(frame(shown))
      })
      const { submit, held, perMinute = viewsPerMinute } = page
      if (!submit) continue
      const heldLimit =
        held &&
        inner.createRateLimit({
          max: held.most,
          timeWindow: '10 minutes',
          keyGenerator: (request) => `${page.path} held ${request.ip}`,
        })
      const refuseHeld = async (request: FastifyRequest, form: URLSearchParams) => {
        if (!heldLimit || !held.when(form)) return
        const limited = await heldLimit(request)
        if (!limited.isAllowed && limited.isExceeded)
          throw new Problem('rate.exceeded', '操作太频繁，请过十分钟再试。')
      }
      inner.post(
        page.path,
        { ...about, config: limit(perMinute) },
        async (request: FastifyRequest, reply) => {
          refuseForeignOrigin(request)
          const { words, files } = await readPublicForm(request, page.files, mostBytes)
          await refuseHeld(request, words)
          const shown = await submit.call(page, office, words, files)
          return reply
            .status(shown.status ?? 200)
            .type('text/html; charset=utf-8')
            .send(frame(shown))
        },
      )
    }
  }) as unknown as Promise<void>
}
