import { asProblem } from '../api/problem-error.ts'
import { ProblemAlert } from '../feedback/problem-alert.tsx'
import { Page } from '../page/page.tsx'

/** A page broke while it was drawn or fetched. */
export const FailedPage = ({ error }: { error: unknown }) => (
  <Page title="这一页没能打开">
    <ProblemAlert problem={asProblem(error)} retry={() => window.location.reload()} />
  </Page>
)
