/** A refusal of the API (RFC 9457), whose title and details are already in the reader's language. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** What is wrong with which field, by JSON pointer into the body that was sent. */
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

/** The API refused: for the reason it gives, which pages show as it is. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** Nothing answered: whether a request was carried out is unknown, so it may only be sent again with its key. */
export class Unreachable extends Error {}

/** The sign-in is over and could not be renewed. */
export class SignedOut extends Error {}

/** Reads the body of a refusal; what is no problem document becomes one, by its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => undefined);
  if (typeof said === 'object' && said !== null && 'code' in said && 'title' in said)
    return { ...(said as Problem), status: response.status };
  return { status: response.status, code: `status-${response.status}`, title: `HTTP ${response.status}` };
}

/** What is wrong with the one thing that was asked for: the fault without the parameter's name, or the reason. */
export const faultSaid = ({ errors, detail, title }: Problem): string =>
  errors?.[0]?.message ?? detail ?? title;
