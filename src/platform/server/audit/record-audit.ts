import { actingRole } from '../permission/actor.ts'
import type { Repository } from '../repository/repository.ts'

/** What is written down about an action or a look at sensitive values. */
export interface AuditNote {
  readonly action: string
  readonly outcome?: 'done' | 'refused'
  readonly definition?: string | undefined
  readonly subject?: string | undefined
  readonly area?: string | undefined
  readonly purpose?: string | undefined
  /** No sensitive values: ids, versions, counts, field keys. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
}

/** Adds an entry to the audit, in the repository's transaction. */
export const recordAudit = async (repository: Repository, note: AuditNote): Promise<void> => {
  await repository.db
    .insertInto('audit_entry')
    .values({
      district: repository.district,
      actor: repository.actor.id,
      actor_name: repository.actor.name,
      role: actingRole(repository.actor, note.area),
      action: note.action,
      outcome: note.outcome ?? 'done',
      definition: note.definition ?? null,
      subject: note.subject ?? null,
      area: note.area ?? null,
      purpose: note.purpose ?? '',
      detail: JSON.stringify(note.detail ?? {}),
      command: repository.command ?? null,
    })
    .execute()
}
