import type { AlarmState } from '../../api/generated.ts';
import type { TaskQuery } from './task-pages.ts';

/** Whose tasks: one's own and free ones, only one's own, only free ones, all of the unit. */
export const SCOPES = ['toDo', 'mine', 'free', 'unit'] as const;
export type Scope = (typeof SCOPES)[number];

/** What the work list shows. It lives in the address, so that it survives a reload, a bookmark and the way back. */
export interface View {
  readonly scope: Scope;
  readonly alarm?: AlarmState;
  readonly phase?: NonNullable<TaskQuery['phase']>;
  readonly procedure?: string;
  readonly channel?: NonNullable<TaskQuery['channel']>;
  readonly unit?: string;
  /** The account of who holds them, instead of the scope: a colleague who is away. */
  readonly holder?: string;
}

const ALARMS: readonly AlarmState[] = ['none', 'dueSoon', 'overdue', 'escalated'];
export const PHASES = [
  'reception',
  'supplement',
  'payment',
  'step',
  'consultations',
  'consultation',
  'signature',
  'apology',
  'resultChange',
  'seal',
  'collection',
] as const satisfies readonly View['phase'][];
export const CHANNELS = ['online', 'counter', 'post'] as const satisfies readonly View['channel'][];

const among = <Known extends string>(known: readonly Known[], text: string | undefined) =>
  known.find(each => each === text);

/** Reads a view from the query of an address; what it does not know is left out. */
export function viewOf(query: Readonly<Record<string, string | undefined>>): View {
  const alarm = among(ALARMS, query['alarm']);
  const phase = among(PHASES, query['phase']);
  const channel = among(CHANNELS, query['channel']);
  const { procedure, unit, holder } = query;
  return {
    scope: among(SCOPES, query['scope']) ?? 'toDo',
    ...(alarm && { alarm }),
    ...(phase && { phase }),
    ...(channel && { channel }),
    ...(procedure && { procedure }),
    ...(unit && { unit }),
    ...(holder && { holder }),
  };
}

/** The address of a view. */
export function addressOf(view: View): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view))
    if (value !== undefined && !(name === 'scope' && value === 'toDo')) query.set(name, value);
  return query.size === 0 ? '/officer' : `/officer?${query}`;
}

const ASSIGNEE = { toDo: undefined, mine: 'me', free: 'nobody', unit: 'anybody' } as const;

/** What the API is asked for a view. */
export function queryOf({ scope, holder, ...filters }: View): TaskQuery {
  const assignee = holder ?? ASSIGNEE[scope];
  return { ...filters, ...(assignee && { assignee }) };
}
