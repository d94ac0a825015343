import type { JobView } from '../../../../platform/contract/jobs.ts'
import { PageLink } from '../../../../platform/web/address/page-link.tsx'
import { JobLine } from '../../../../platform/web/jobs/job-line.tsx'
import { useJobs } from '../../../../platform/web/jobs/use-jobs.ts'
import { wordInstant } from '../../../../platform/web/wording/word-instant.ts'
import type { RequestView } from '../../contract-request.ts'

const Filling = ({ job }: { job: JobView | undefined }) =>
  job ? <JobLine job={job} /> : <div className="job-running" role="progressbar" aria-label="正在填写" />

/** Every time it was filled: the file, what is missing, where each cell came from. */
export const Fills = ({ request }: { request: RequestView }) => {
  const { jobs } = useJobs()
  return (
    <ul className="plain-list form-fills">
      {request.fills.map((fill) => (
        <li key={fill.id}>
          <p>
            <strong>
              {fill.areaName}，截至 {fill.asOf}
            </strong>{' '}
            <span className="quiet">
              {fill.by} {wordInstant(fill.createdAt)}
            </span>
          </p>
          {fill.state === 'filling' && <Filling job={jobs.find(({ id }) => id === fill.job)} />}
          {fill.state === 'failed' && <p className="field-error">没有填成：{fill.notes.join('')}</p>}
          {fill.state === 'done' && (
            <>
              <p role="status">
                填了 {fill.rows} 行、{fill.cells} 格。{' '}
                {fill.file && (
                  <a href={`/api/files/${fill.file}`} download>
                    下载填好的表
                  </a>
                )}{' '}
                <PageLink to={`/forms/fills/${fill.id}`}>每一格的来源</PageLink>
              </p>
              {fill.missing.length > 0 && (
                <p>
                  缺项：
                  {fill.missing.map(({ header, count }) => `${header} ${count} 处`).join('、')}。
                  <PageLink to={`/forms/gaps/${request.id}`}>去补填</PageLink>
                </p>
              )}
              {fill.notes.map((note) => (
                <p key={note} className="quiet">
                  {note}
                </p>
              ))}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
