import { CloudSyncOutlined } from '@ant-design/icons'
import { App, Badge, Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { JobView } from '../../contract/jobs.ts'
import { PageLink } from '../address/page-link.tsx'
import { Bubble } from '../bubble/bubble.tsx'
import { JobLine } from './job-line.tsx'
import { unfinished, useJobs } from './use-jobs.ts'

const shownInTray = 6

/** Tells once when a job that was seen under way has ended. */
const useJobNews = (jobs: readonly JobView[]) => {
  const { notification } = App.useApp()
  const seen = useRef(new Map<string, JobView['state']>())
  useEffect(() => {
    for (const job of jobs) {
      const before = seen.current.get(job.id)
      seen.current.set(job.id, job.state)
      if (before === undefined || before === job.state || unfinished(job)) continue
      const tell = job.state === 'done' ? notification.success : notification.error
      tell({
        title: job.state === 'done' ? `${job.title}已完成` : `${job.title}没有完成`,
        description: job.message,
        // Away from the tray, which may be open to see just this.
        placement: 'bottomRight',
        actions: job.file && (
          <a href={`/api/files/${job.file}`} download>
            下载文件
          </a>
        ),
      })
    }
  }, [jobs, notification])
}

/** The jobs of this person, on every page: what is under way, what is finished, and the files made. */
export const JobTray = () => {
  const { jobs } = useJobs()
  useJobNews(jobs)
  const busy = jobs.filter(unfinished).length
  return (
    <Bubble
      label="后台任务"
      placement="bottomRight"
      button={(trigger) => (
        <Badge count={busy} size="small" color="var(--accent)">
          <Button
            {...trigger}
            type="text"
            icon={<CloudSyncOutlined />}
            aria-label={busy > 0 ? `后台任务，${busy} 项进行中` : '后台任务'}
          >
            <span className="wide-only">任务</span>
          </Button>
        </Badge>
      )}
      content={() => (
        <div className="job-tray">
          {jobs.length === 0 && <p className="quiet">导入、导出等较长的工作会在这里显示进度。</p>}
          {jobs.slice(0, shownInTray).map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
          {jobs.length > 0 && <PageLink to="/jobs">全部任务</PageLink>}
        </div>
      )}
    />
  )
}
