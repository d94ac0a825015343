import { Progress } from 'antd'
import type { JobView } from '../../contract/jobs.ts'
import { wordInstant } from '../wording/word-instant.ts'
import { unfinished } from './use-jobs.ts'

const share = (job: JobView): number =>
  job.total && job.total > 0 ? Math.min(100, Math.round((job.done / job.total) * 100)) : 0

const stateTitles = { waiting: '等待中', running: '进行中', done: '已完成', failed: '没有完成' } as const

/** A job: what it is, how far it is, what came of it, and the file it made. */
export const JobLine = ({ job }: { job: JobView }) => (
  <article className="job-line" aria-label={job.title}>
    <p className="job-title">
      <span>{job.title}</span>
      <span className={job.state === 'failed' ? 'job-state failed' : 'job-state'}>
        {stateTitles[job.state]}
      </span>
    </p>
    {unfinished(job) &&
      (job.total === null ? (
        <div className="job-running" role="progressbar" aria-label={`${job.title}正在进行`} />
      ) : (
        <Progress percent={share(job)} size="small" aria-label={`${job.title}的进度`} />
      ))}
    {job.message && <p className="job-message">{job.message}</p>}
    <p className="job-foot">
      <span>{wordInstant(job.createdAt)}</span>
      {job.file && (
        <a href={`/api/files/${job.file}`} download>
          下载文件
        </a>
      )}
    </p>
  </article>
)
