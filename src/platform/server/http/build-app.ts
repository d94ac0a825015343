import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifySwagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem, problemSchema } from '../../contract/problem.ts'
import { wordIssue, wordPath } from '../../contract/word-issue.ts'
import { rehearseAction, runAction } from '../action/run-action.ts'
import { type Office, repositoryFor } from '../office.ts'
import { areasWith } from '../permission/actor.ts'
import { mountFiles } from './file-routes.ts'
import { identify, refuseForeignOrigin } from './identify.ts'
import type { ServerModule } from './module.ts'
import { mountPublicPages } from './public-pages.ts'
import { readProblem } from './read-problem.ts'
import { sendProblem } from './send-problem.ts'
import { mountSession } from './session-routes.ts'

/** A list of a million residents as CSV has half of it. */
const most = 200 * 1024 * 1024

// What a schema says of a wrong request, people read.
z.config({ localeError: wordIssue })

const protect = async (app: FastifyInstance, secure: boolean) => {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles into the page while it runs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
  })
  await app.register(fastifyRateLimit, {
    global: true,
    max: 6000,
    timeWindow: '1 minute',
    // An office shares one address: sixty people at work, and opening a page with its dozens of files, must fit.
    allowList: (request) => request.url.startsWith('/assets/'),
  })
  await app.register(fastifyMultipart, { limits: { fileSize: most, files: 1, fields: 4 } })
}

const mountModule = (app: FastifyInstance, office: Office, module: ServerModule) => {
  const typed = app.withTypeProvider<ZodTypeProvider>()
  for (const { route, answer } of module.readers)
    typed.get(
      route.path,
      {
        schema: {
          summary: route.title,
          params: route.params,
          querystring: route.query,
          response: { 200: route.answer, default: problemSchema },
        },
      },
      async (request) => {
        const actor = await identify(office, request)
        if (route.right !== 'signedIn' && areasWith(actor, route.right).length === 0)
          throw new Problem('right.missing', `您的岗位不能查看「${route.title}」。`)
        return answer(repositoryFor(office, actor), { params: request.params, query: request.query }, office)
      },
    )
  for (const action of module.actions)
    typed.post(
      `/api/actions/${action.contract.name}`,
      {
        schema: {
          summary: action.contract.title,
          body: action.contract.input,
          headers: z.object({ 'idempotency-key': z.string().min(8).max(100) }),
          response: { 200: action.contract.output, default: problemSchema },
        },
        // The action reads its input itself, so that every way in refuses alike.
        validatorCompiler: () => (value) => ({ value }),
      },
      async (request) => {
        refuseForeignOrigin(request)
        const key = request.headers['idempotency-key']
        if (typeof key !== 'string' || key.length < 8 || key.length > 100)
          throw new Problem('request.invalid', '请求缺少 Idempotency-Key,无法保证只做一次。')
        return (await runAction(office, await identify(office, request), action, request.body, key)) as never
      },
    )
  for (const action of module.actions.filter(({ rehearsable }) => rehearsable))
    typed.post(
      `/api/rehearsals/${action.contract.name}`,
      {
        schema: {
          summary: `${action.contract.title}：预览后果，不保存`,
          body: action.contract.input,
          response: { 200: action.contract.output, default: problemSchema },
        },
        validatorCompiler: () => (value) => ({ value }),
      },
      async (request) => {
        refuseForeignOrigin(request)
        return (await rehearseAction(office, await identify(office, request), action, request.body)) as never
      },
    )
  for (const { path, title, run } of module.downloads ?? [])
    app.get(path, { schema: { summary: title } }, async (request, reply) => {
      const actor = await identify(office, request)
      const file = await run(repositoryFor(office, actor), request.params as Record<string, string>, office)
      return reply
        .header(
          'content-disposition',
          `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .type(file.type)
        .send(Buffer.from(file.bytes))
    })
}

const mountUploads = (app: FastifyInstance, office: Office, { uploads = [] }: ServerModule) => {
  for (const { path, title, right, most: mostBytes, run } of uploads)
    app.post(path, { schema: { summary: title, consumes: ['multipart/form-data'] } }, async (request) => {
      refuseForeignOrigin(request)
      const actor = await identify(office, request)
      if (areasWith(actor, right).length === 0)
        throw new Problem('right.missing', `您的岗位不能「${title}」。`)
      const part = request.isMultipart()
        ? await request.file({ limits: { fileSize: mostBytes + 1 }, throwFileSizeLimit: false })
        : undefined
      if (!part) throw new Problem('request.invalid', '没有收到文件，请重新选择。')
      return await run(repositoryFor(office, actor), await part.toBuffer(), office)
    })
}

interface Fault {
  readonly instancePath: string
  readonly message?: string
}

/** What is wrong with each parameter, the first fault of each: a date that is none need not be told twice. */
const wordFaults = (faults: readonly Fault[]): string => {
  const first = new Map(faults.toReversed().map((fault) => [fault.instancePath, fault]))
  return [...first.values()]
    .toReversed()
    .map(({ instancePath, message }) => `${wordPath(instancePath.slice(1).split('/'))}：${message}`)
    .join('；')
}

/** The HTTP face of a house: routes and actions of its modules, with sessions, limits and OpenAPI at `/api/openapi.json`. */
export const buildApp = async (
  office: Office,
  modules: readonly ServerModule[],
  options: { secure: boolean; trustProxy: boolean },
): Promise<FastifyInstance> => {
  const app = Fastify({
    loggerInstance: office.log,
    logController: new LogController({ disableRequestLogging: true }),
    // One hop: what stands further left in X-Forwarded-For is what the visitor wrote.
    trustProxy: options.trustProxy ? (_, hop) => hop === 0 : false,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await protect(app, options.secure)
  await app.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Youju 有据', version: '1' } },
    transform: jsonSchemaTransform,
  })
  // Answers are about people: neither the browser's disk nor a proxy keeps them.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.setErrorHandler((error, request, reply) => {
    const validation = (error as { validation?: Fault[] }).validation
    const problem = validation
      ? new Problem('request.invalid', `请求内容不对：${wordFaults(validation)}。`)
      : readProblem(error)
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, problem)
  })
  app.get('/api/health', { schema: { summary: '健康检查' } }, async () => {
    await office.connection.pool.query('select 1')
    return { ok: true }
  })
  mountSession(app, office)
  mountFiles(app, office)
  for (const module of modules) {
    mountModule(app, office, module)
    mountUploads(app, office, module)
  }
  await mountPublicPages(
    app,
    office,
    modules.flatMap(({ publicPages = [] }) => publicPages),
  )
  for (const each of modules.flatMap(({ interfaces = [] }) => interfaces))
    await app.register((inner) => each.mount(inner as FastifyInstance, office))
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.all('/api/*', { schema: { hide: true } }, async () => {
    throw new Problem('route.not_found', '没有这个接口。')
  })
  return app
}
