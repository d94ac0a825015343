import { EmptyState } from '../feedback/empty-state.tsx'
import { Loading } from '../feedback/loading.tsx'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { Page } from '../page/page.tsx'
import { JobLine } from './job-line.tsx'
import { useJobs } from './use-jobs.ts'

/** One's own background jobs. */
const JobsPage = () => {
  const { jobs, pending, error } = useJobs()
  return (
    <Page title="后台任务" lead="导入、导出、生成汇报等较长的工作。离开页面也会继续。">
      <ProblemAlert problem={error} />
      {pending && <Loading />}
      {!pending && !error && jobs.length === 0 && (
        <EmptyState title="还没有后台任务。" hint="在列表里导出表格，或在台账里导入表格，就会出现在这里。" />
      )}
      <div className="job-list">
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </div>
    </Page>
  )
}

export default JobsPage
