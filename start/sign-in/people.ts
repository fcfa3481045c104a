import type { DevTokenRequest } from '../../local/dev-tokens/dev-tokens.ts';
import type { Officer, Unit } from '../../schemas/organization/unit.ts';

/** Kinds of people who sign in for pages, each with a provider of its own. */
export const AUDIENCES = ['officers', 'applicants'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Somebody whom the development provider signs in at a click. */
export interface Person {
  readonly key: string;
  readonly name: string;
  /** Role or kind of account. */
  readonly detail: string;
  readonly request: DevTokenRequest;
}

/** Whom the development provider knows; asked anew for every token, so that a change of rights is in the next one. */
export interface People {
  /** The units that officers can be chosen from; none for applicants. */
  units(audience: Audience): readonly { readonly code: string; readonly name: string }[];
  readonly firstUnit: string;
  of(audience: Audience, unit: string | undefined): readonly Person[];
  find(audience: Audience, key: string): Person | undefined;
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  reception: 'tiếp nhận',
  handler: 'thụ lý',
  leader: 'lãnh đạo phòng',
  signer: 'lãnh đạo ký',
  overseer: 'theo dõi toàn tỉnh',
  administrator: 'quản trị',
  auditor: 'thanh tra',
  postal: 'nhân viên bưu chính',
};

/** What one administrator proposes another confirms; the starter province records only one. */
const SECOND_ADMINISTRATOR: Officer = {
  id: 'quantri2.h44',
  unit: 'H44',
  roles: ['administrator'],
  name: 'Quản trị viên thứ hai',
  active: true,
};

/** Where the demonstration’s dossier is. */
const FIRST_UNIT = 'H44.101';

const APPLICANTS: readonly Person[] = [
  applicant('Nguyễn Văn An', 'công dân, mức 2', { kind: 'citizen', id: '025090000001', level: 2 }),
  applicant('Trần Thị Bình', 'công dân, mức 2', { kind: 'citizen', id: '025190000002', level: 2 }),
  applicant('Lê Văn Cường', 'công dân, mức 1', { kind: 'citizen', id: '025090000003', level: 1 }),
  applicant('Somchai Phommachan', 'người nước ngoài', {
    kind: 'foreigner',
    id: 'C01234567',
    country: 'LAO',
    paper: 'passport',
  }),
  applicant('Công ty TNHH Đất Tổ', 'doanh nghiệp', { kind: 'organisation', id: '2600108626' }),
];

function applicant(name: string, detail: string, request: DevTokenRequest): Person {
  return { key: request.id, name, detail, request: { ...request, name } };
}

/** The officers of a province and a few invented applicants. */
export function peopleOf(province: {
  readonly units: readonly Unit[];
  readonly officers: readonly Officer[];
}): People {
  const active = [...province.officers, SECOND_ADMINISTRATOR].filter(officer => officer.active);
  const working = new Set(active.map(({ unit }) => unit));
  const personOf = ({ id, unit, roles, name }: Officer): Person => ({
    key: id,
    name,
    detail: roles.map(role => ROLE_NAMES[role] ?? role).join(', '),
    request: { kind: 'officer', id, unit, roles: [...roles], name },
  });
  return {
    units: audience =>
      audience === 'officers' ? province.units.filter(({ code }) => working.has(code)) : [],
    firstUnit: FIRST_UNIT,
    of: (audience, unit = FIRST_UNIT) =>
      audience === 'officers' ? active.filter(officer => officer.unit === unit).map(personOf) : APPLICANTS,
    find(audience, key) {
      if (audience === 'applicants') return APPLICANTS.find(person => person.key === key);
      const officer = active.find(({ id }) => id === key);
      return officer && personOf(officer);
    },
  };
}
