import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

async function expectNone(page: Page, rules: AxeBuilder): Promise<void> {
  const { violations } = await rules.analyze()
  if (violations.length === 0) return
  const places = violations.flatMap(({ id, impact, help, nodes }) => [
    `${id} (${impact}): ${help}`,
    ...nodes.map(({ target, html }) => `    ${target.join(' ')}\n      ${html.slice(0, 160)}`),
  ])
  throw new Error(`axe finds ${violations.length} violations on ${page.url()}:\n${places.join('\n')}`)
}

/** For pages of one frame, of which only what breaks a rule is told: a third of the time that all of it takes. */
const look = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

/** Throws unless the page as it stands keeps WCAG 2.2 AA as far as axe can tell; the error lists every place. */
export const expectAccessible = (page: Page): Promise<void> =>
  expectNone(
    page,
    look(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']),
  )

/** Of all rules the one that other colours can break. */
export const expectContrast = (page: Page): Promise<void> =>
  expectNone(page, look(page).withRules(['color-contrast']))
