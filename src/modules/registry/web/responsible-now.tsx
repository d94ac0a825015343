import type { z } from 'zod'
import { Section } from '../../../platform/web/page/section.tsx'
import type { getPersonPage } from '../contract.ts'

type Responsible = z.infer<typeof getPersonPage.answer>['responsible']

/** Who answers for the place where somebody lives or something stands. */
export const ResponsibleNow = ({ responsible }: { responsible: Responsible }) => (
  <Section title="谁负责">
    {responsible.length === 0 ? (
      <p className="quiet">这个网格现在没有安排人。</p>
    ) : (
      <ul className="plain-list">
        {responsible.map((one) => (
          <li key={`${one.name}.${one.roleTitle}.${one.areaName}`}>
            {one.name}
            <p className="quiet">
              {one.areaName} {one.roleTitle}
            </p>
          </li>
        ))}
      </ul>
    )}
  </Section>
)
