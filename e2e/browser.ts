import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const debian = '/usr/bin/chromium'
const unpacked = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url))

/** Debian's packages, where we may install them; the fonts draw Chinese in screenshots. */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('正在安装 Chromium 与中文字体…… Installing Chromium and Chinese fonts…')
  const apt = (...args: string[]) =>
    execFileSync('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  try {
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
  } catch {
    console.log('apt-get 未能安装，改用 npm 提供的浏览器。 apt-get could not; taking the browser from npm.')
  }
  return existsSync(debian)
}

/** The browser that npm brings, made for machines without a desktop: it carries the libraries they lack. */
async function unpackFromNpm(): Promise<LaunchOptions> {
  mkdirSync(unpacked, { recursive: true })
  // It unpacks to the temporary folder, where another user's copy may lie.
  process.env.TMPDIR = unpacked
  const { default: packaged, inflate } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  const env = { ...process.env }
  if (execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')) {
    await inflate(
      fileURLToPath(new URL('../node_modules/@sparticuz/chromium/bin/al2023.tar.br', import.meta.url)),
    )
    env.LD_LIBRARY_PATH = join(unpacked, 'al2023', 'lib')
  }
  if (!existsSync('/etc/fonts/fonts.conf')) {
    env.FONTCONFIG_FILE = join(unpacked, 'fonts.conf')
    const folders = `<dir>${join(unpacked, 'fonts')}</dir><cachedir>${join(unpacked, 'fonts-cache')}</cachedir>`
    writeFileSync(env.FONTCONFIG_FILE, `<fontconfig>${folders}</fontconfig>`)
  }
  return { executablePath, env, args: ['--no-zygote'] }
}

/** Makes sure that there is a browser; where none can be installed, npm's is unpacked. */
export async function findBrowser(): Promise<LaunchOptions> {
  const temporary = process.env.TMPDIR
  try {
    return existsSync(debian) || installFromDebian() ? { executablePath: debian } : await unpackFromNpm()
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = temporary
  }
}

/** A headless Chromium with an empty profile of its own. */
export async function launchBrowser(): Promise<Browser> {
  const { args = [], ...options } = await findBrowser()
  return chromium.launch({
    ...options,
    // Without a UTF-8 locale Chromium calls every download with a Chinese name just `download`.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } as Record<string, string>,
    // Playwright adds those against first-run pages, background traffic and the sandbox, which root may not use.
    args: [
      ...args,
      '--disable-gpu',
      '--disable-quic',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
    ],
  })
}
