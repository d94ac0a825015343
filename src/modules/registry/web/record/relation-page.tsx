import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { recordPage } from '../../record-page.ts'
import { OneRecordPage } from './one-record-page.tsx'

/** One relation of a person: who stands by them, since when, how to reach them. */
const RelationPage = () => (
  <OneRecordPage
    definition="personRelation"
    nameOf={({ display }) => `${display.person || '居民'}的${display.kind}`}
    lead={({ display, values, areaName }) => (
      <>
        <PageLink to={recordPage('person', String(values.person))!}>{display.person || '居民主页'}</PageLink>
        {['', display.relative || display.name, display.relation, areaName]
          .filter((word, at) => at === 0 || word)
          .join('，')}
      </>
    )}
    except={[]}
  />
)

export default RelationPage
