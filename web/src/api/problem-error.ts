import type { Problem } from './types';

/** A refused or failed request, with the server's own words. `status` 0 means that no answer came. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code ?? '';
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { type: 'about:blank', title: error instanceof Error ? error.message : String(error), status: 0, code: 'unexpected' };
}
