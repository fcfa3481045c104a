import { fold } from '../../../functions/domain/search/fold.ts';
import type { DossierPlan } from '../store/plan-day.ts';
import { BUSY_UNIT } from '../store/world.ts';
import { resultNumberOf, type Sample } from './sample.ts';

export type Query = Readonly<Record<string, string>>;

/** Whom a call is made by; a token is had for each. */
export type CallerKind =
  | {
      readonly kind: 'officer';
      readonly unit: string;
      readonly roles: readonly string[];
      readonly id: string;
    }
  | { readonly kind: 'citizen'; readonly id: string }
  | { readonly kind: 'portal'; readonly id: string };

/** A call to be measured: made by some callers, with some queries. */
export interface ListCall {
  readonly name: string;
  readonly path: '/v1/dossiers' | '/v1/tasks' | '/v1/tasks/counts' | '/v1/search';
  readonly asked: readonly { readonly by: CallerKind; readonly query: Query }[];
  /** So many pages are turned before; the one after them is measured. */
  readonly depth?: number;
}

const account = (name: string, unit: string) => `${name}.${unit.toLowerCase().replaceAll('.', '-')}`;
const officer = (unit: string, name = 'thuly1', roles: readonly string[] = ['handler']): CallerKind => ({
  kind: 'officer',
  unit,
  id: account(name, unit),
  roles,
});
const overseer: CallerKind = { kind: 'officer', unit: 'H44', id: 'theodoi.h44', roles: ['overseer'] };

/** Different askings of one call: the units and dossiers asked for change from one to the next. */
const VARIANTS = 16;

/** Every list and search there is. */
export function listCalls(sample: Sample): ListCall[] {
  const units = [...sample.units.slice(0, 4), ...sample.units.slice(20, 32)];
  return [
    ...dossierCalls('unit', sample, units.map(officerOf)),
    ...dossierCalls('province', sample, [overseer]),
    ...ownCalls(sample),
    ...taskCalls(sample, units),
    ...searchCalls('unit', sample),
    ...searchCalls('province', sample),
  ];
}

const officerOf = (unit: string) => officer(unit);

/** The n-th of the dossiers in sight of a caller. */
function seenBy(sample: Sample, by: CallerKind, nth: number, which = (_: DossierPlan) => true): DossierPlan {
  const unit = by.kind === 'officer' && by.unit !== 'H44' ? by.unit : undefined;
  const near = (unit === undefined ? sample.dossiers : sample.of(unit)).filter(which);
  const all = near.length > 0 ? near : sample.dossiers.filter(which);
  const found = all[nth % all.length];
  if (!found) throw new Error('the sample has no such dossier');
  return found;
}

function dossierCalls(where: string, sample: Sample, callers: readonly CallerKind[]): ListCall[] {
  const path = '/v1/dossiers';
  const call = (name: string, queryOf: (like: DossierPlan) => Query, depth?: number): ListCall => ({
    name: `dossiers ${where}: ${name}`,
    path,
    asked: Array.from({ length: VARIANTS }, (_, nth) => {
      const by = callers[nth % callers.length] ?? overseer;
      return { by, query: queryOf(seenBy(sample, by, nth)) };
    }),
    ...(depth !== undefined && { depth }),
  });
  const procedure = ({ procedure: { procedure } }: DossierPlan) => procedure.code;
  const field = ({ procedure: { procedure } }: DossierPlan) => procedure.field.name;
  return [
    call('all', () => ({})),
    call('all, 100 a page', () => ({ limit: '100' })),
    call('oldest first', () => ({ order: 'asc' })),
    call('page 20', () => ({ limit: '50' }), 19),
    call('one state', () => ({ handling: 'processing' })),
    call('three states', () => ({ handling: 'submitted,accepted,processing' })),
    call('open', () => ({ open: 'true' })),
    call('procedure', like => ({ procedure: procedure(like) })),
    call('procedure, open', like => ({ procedure: procedure(like), open: 'true' })),
    call('field', like => ({ field: field(like) })),
    call('field, open', like => ({ field: field(like), open: 'true' })),
    call('channel post', () => ({ channel: 'post' })),
    call('money due', () => ({ money: 'due' })),
    call('money paid', () => ({ money: 'paid' })),
    call('procedure, by post', like => ({ procedure: procedure(like), channel: 'post' })),
    call('returned', () => ({ returned: 'true' })),
    call('result still here', () => ({ returned: 'false' })),
    call('overdue', () => ({ overdue: 'true' })),
    call('due next week', () => ({ dueFrom: '2026-11-23', dueTo: '2026-11-29', open: 'true' })),
    call('by promised date', () => ({ sort: 'dueAt', order: 'desc' })),
    call('submitted in a week of March', () => ({ submittedFrom: '2026-03-02', submittedTo: '2026-03-08' })),
  ];
}

function ownCalls(sample: Sample): ListCall[] {
  const people = sample.dossiers.flatMap(({ applicant }) => (applicant.kind === 'person' ? [applicant] : []));
  const citizens = people
    .slice(0, VARIANTS)
    .map(({ identityNumber }): CallerKind => ({ kind: 'citizen', id: identityNumber }));
  const portal: CallerKind = { kind: 'portal', id: 'dvcqg' };
  const call = (name: string, callers: readonly CallerKind[], query: Query): ListCall => ({
    name,
    path: '/v1/dossiers',
    asked: callers.map(by => ({ by, query })),
  });
  return [
    call('dossiers citizen: all', citizens, {}),
    call('dossiers citizen: open', citizens, { open: 'true' }),
    call('dossiers portal: all', [portal], {}),
    call('dossiers portal: open', [portal], { open: 'true' }),
    call('dossiers portal: returned', [portal], { returned: 'true' }),
  ];
}

function taskCalls(sample: Sample, units: readonly string[]): ListCall[] {
  const call = (
    name: string,
    callers: readonly CallerKind[],
    queryOf: (like: DossierPlan) => Query,
    path: ListCall['path'] = '/v1/tasks',
  ): ListCall => ({
    name: `tasks ${name}`,
    path,
    asked: Array.from({ length: VARIANTS }, (_, nth) => {
      const by = callers[nth % callers.length] ?? overseer;
      return { by, query: queryOf(seenBy(sample, by, nth)) };
    }),
  });
  const handlers = units.map(officerOf);
  const busy = [
    officer(BUSY_UNIT),
    officer(BUSY_UNIT, 'tiepnhan', ['reception']),
    officer(BUSY_UNIT, 'lanhdao', ['leader']),
  ];
  const of = (procedure: DossierPlan['procedure']['procedure']) => procedure;
  return [
    call('unit: mine', handlers, () => ({})),
    call('unit: anybody’s', handlers, () => ({ assignee: 'anybody' })),
    call('unit: counts', handlers, () => ({}), '/v1/tasks/counts'),
    call('busy unit: mine and free', busy, () => ({})),
    call('busy unit: me', busy, () => ({ assignee: 'me' })),
    call('busy unit: nobody’s', busy, () => ({ assignee: 'nobody' })),
    call('busy unit: anybody’s', busy, () => ({ assignee: 'anybody' })),
    call('busy unit: procedure', busy, like => ({ procedure: of(like.procedure.procedure).code })),
    call('busy unit: field', busy, like => ({ field: of(like.procedure.procedure).field.name })),
    call('busy unit: overdue', busy, () => ({ alarm: 'overdue' })),
    call('busy unit: escalated', busy, () => ({ alarm: 'escalated' })),
    call('busy unit: due soon', busy, () => ({ alarm: 'dueSoon' })),
    call('busy unit: channel post', busy, () => ({ channel: 'post' })),
    call('busy unit: received last week', busy, () => ({
      receivedFrom: '2026-11-16',
      receivedTo: '2026-11-20',
    })),
    call('busy unit: counts', busy, () => ({}), '/v1/tasks/counts'),
  ];
}

function searchCalls(where: 'unit' | 'province', sample: Sample): ListCall[] {
  const person = ({ applicant }: DossierPlan) => applicant.kind === 'person';
  const call = (
    name: string,
    textOf: (like: DossierPlan) => string,
    which?: (one: DossierPlan) => boolean,
  ): ListCall => ({
    name: `search ${where}: ${name}`,
    path: '/v1/search',
    asked: Array.from({ length: VARIANTS }, (_, nth) => {
      const units = sample.units.slice(0, 8);
      const by = where === 'province' ? overseer : officer(units[nth % units.length] ?? '');
      return { by, query: { q: textOf(seenBy(sample, by, nth, which)) } };
    }),
  });
  const name = ({ applicant }: DossierPlan) => applicant.name;
  const words = (like: DossierPlan) => name(like).split(' ');
  const phone = ({ applicant }: DossierPlan) => applicant.phone ?? '';
  const day = ({ code }: DossierPlan) => code.split('-')[1] ?? '';
  const number = ({ code }: DossierPlan) => code.split('-')[2] ?? '';
  return [
    call('full name', name, person),
    call('full name without diacritics', like => fold(name(like)), person),
    call('two words, any order', like => `${words(like).at(-1)} ${words(like)[0]}`, person),
    call('the commonest word', () => 'Nguyễn'),
    call(
      'firm',
      like => words(like).slice(-4).join(' '),
      one => !person(one),
    ),
    call(
      'identity number',
      ({ applicant }) => (applicant.kind === 'person' ? applicant.identityNumber : ''),
      person,
    ),
    call(
      'tax code',
      ({ applicant }) => ('taxCode' in applicant ? applicant.taxCode : ''),
      one => !person(one),
    ),
    call('telephone', phone, one => phone(one) !== ''),
    call('whole code', ({ code }) => code),
    call('code without dots', ({ code }) => code.replace(/[.-]/g, '')),
    call('day and number', like => `${day(like)}-${number(like)}`),
    call('number alone', number),
    call('agency and day', like => `${like.receivingUnit}-${day(like)}`),
    call('result number', resultNumberOf, ({ fate }) => fate === 'returned'),
    call('procedure by name', ({ procedure: { procedure } }) =>
      procedure.name.split(' ').slice(-5).join(' '),
    ),
    call('procedure by code', ({ procedure: { procedure } }) => procedure.code),
  ];
}
