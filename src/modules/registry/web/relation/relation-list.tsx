import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { Section } from '../../../../platform/web/page/section.tsx'
import { useMayWrite } from '../../../../platform/web/viewpoint/use-may-write.ts'
import type { RelationView } from '../../record-contract.ts'
import { recordPage } from '../../record-page.ts'

const backwards: Readonly<Record<string, string>> = {
  '1': '监护',
  '2': '照料',
  '3': '亲属',
  '4': '紧急联系',
}

/** Who the other is: a resident whose page opens, somebody elsewhere by name, or a resident outside one's scope. */
const Other = ({ relation, isOwn, other }: RelationView) => {
  if (other) return <PageLink to={recordPage('person', other.id)!}>{other.name}</PageLink>
  return <>{isOwn && relation.display.name ? relation.display.name : '辖区外居民'}</>
}

const wordRelation = ({ relation, isOwn }: RelationView): string =>
  [
    isOwn ? relation.display.kind : `由本人${backwards[String(relation.values.kind)] ?? '联系'}`,
    isOwn && relation.display.relation,
    isOwn && relation.display.phone,
    `自 ${relation.validFrom} 起`,
  ]
    .filter(Boolean)
    .join('，')

/** Guardians, carers and relatives beyond the household, and those who depend on this person. */
export const RelationList = ({
  person,
  relations,
}: {
  person: { id: string; validTo: string | null }
  relations: readonly RelationView[]
}) => {
  const may = useMayWrite('registry.write') && person.validTo === null
  return (
    <Section
      title="监护、照料和亲属"
      extra={
        may && (
          <PageLink to="/registry/new/personRelation" search={{ of: person.id }}>
            登记关系
          </PageLink>
        )
      }
    >
      {relations.length === 0 ? (
        <p className="quiet">没有登记监护人、照料人或户外的亲属。</p>
      ) : (
        <ul className="plain-list">
          {relations.map((one) => (
            <li key={one.relation.id}>
              <Other {...one} />
              <p className="quiet">
                {wordRelation(one)}{' '}
                <PageLink
                  to={recordPage('personRelation', one.relation.id)!}
                  aria-label={`${one.relation.display.kind}${one.other?.name ?? one.relation.display.name ?? ''}：查看`}
                >
                  查看
                </PageLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
