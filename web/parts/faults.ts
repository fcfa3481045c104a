import { Refused } from '../api/problem.ts';

/** What the API found wrong with what was sent, for the fields that it was entered in. */
export interface Faults {
  /** What is wrong with a field, by JSON pointer. */
  faultOf(pointer: string): string | undefined;
  /** The first fault of what is inside a field, such as a line of a list. */
  faultBelow(pointer: string): string | undefined;
  /** The same for what is inside a member. */
  inside(pointer: string): Faults;
}

/** What the API found wrong with a request, each with its place; nothing where it was not refused for that. */
export const allFaults = (error: unknown) => (error instanceof Refused && error.problem.errors) || [];

/** The faults of a refused request; none of anything else. */
export function faultsOf(error: unknown, base = ''): Faults {
  const faults = allFaults(error);
  return {
    faultOf: pointer => faults.find(each => each.pointer === base + pointer)?.message,
    faultBelow: pointer => faults.find(each => each.pointer.startsWith(base + pointer))?.message,
    inside: pointer => faultsOf(error, base + pointer),
  };
}
