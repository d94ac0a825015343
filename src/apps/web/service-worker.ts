/**
 * Lets the page open without a connection: its hashed files from the cache, its HTML from the network first, so that
 * an update is never held back. Of what is about people it remembers only who is signed in and the names of areas,
 * until they sign out.
 */

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asking extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Told extends Lasting {
  readonly data: { readonly files?: readonly string[] }
}

const worker = globalThis as unknown as EventTarget & {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const shellCache = 'youju-shell'
/** Emptied by `use-sign-out.ts`. */
const personCache = 'youju-person'
const ofPerson = ['/api/me', '/api/areas']
/** A page that takes longer is shown from the cache where it can be. */
const patience = 6_000

const isFile = (path: string): boolean => path.startsWith('/assets/') || path === '/icon.svg'

const rememberFiles = async (files: readonly string[]): Promise<void> => {
  const cache = await caches.open(shellCache)
  for (const file of files) if (!(await cache.match(file))) await cache.add(file)
}

/** The HTML with all that it names; it replaces the former one only when it is whole. */
const rememberShell = async (): Promise<void> => {
  const cache = await caches.open(shellCache)
  const answer = await fetch('/', { cache: 'no-cache' })
  if (!answer.ok) return
  const html = await answer.clone().text()
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '').filter(isFile)
  await rememberFiles(files)
  const former = await (await cache.match('/'))?.text()
  await cache.put('/', answer)
  if (former === undefined || former === html) return
  for (const { url } of await cache.keys()) {
    const path = new URL(url).pathname
    if (isFile(path) && !files.includes(path)) await cache.delete(url)
  }
}

const file = async (request: Request): Promise<Response> => {
  const cache = await caches.open(shellCache)
  const known = await cache.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

const page = async (request: Request): Promise<Response> => {
  const shell = await (await caches.open(shellCache)).match('/')
  const fresh = fetch(request)
  if (!shell) return fresh
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(shell), patience))
  return Promise.race([fresh, late]).catch(() => shell)
}

const person = async (request: Request): Promise<Response> => {
  const cache = await caches.open(personCache)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(request, answer.clone())
    if (answer.status === 401) await caches.delete(personCache)
    return answer
  } catch (error) {
    const known = await cache.match(request)
    if (known) return known
    throw error
  }
}

worker.addEventListener('install', (event) => (event as Lasting).waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => (event as Lasting).waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const { data, waitUntil } = event as Told
  const files = (data.files ?? []).filter(isFile)
  const work = rememberShell()
    .then(() => rememberFiles(files))
    .catch(() => undefined)
  waitUntil.call(event, work)
})

worker.addEventListener('fetch', (event) => {
  const asking = event as Asking
  const { request } = asking
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (isFile(pathname)) asking.respondWith(file(request))
  else if (ofPerson.includes(pathname) && search === '') asking.respondWith(person(request))
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) asking.respondWith(page(request))
})
