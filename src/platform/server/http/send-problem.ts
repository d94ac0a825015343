import type { FastifyReply } from 'fastify'
import type { Problem, ProblemDetails } from '../../contract/problem.ts'

/** RFC 9457, with the sentence as title. */
const problemDetails = (problem: Problem): ProblemDetails => ({
  type: `urn:youju:${problem.code}`,
  title: problem.message,
  status: problem.status,
  code: problem.code,
  ...(problem.places.length > 0 ? { places: [...problem.places] } : {}),
  ...(problem.detail ? { detail: problem.detail } : {}),
})

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.status(problem.status).type('application/problem+json').send(problemDetails(problem))
