import type { Body } from '../../api/client.ts';
import type { ReturnMethod } from '../../api/generated.ts';
import type { Account } from '../account.tsx';

export type Submission = Body<'submitDossier'>;
export type OrganizationKind = 'organisation' | 'household' | 'cooperative' | 'agency';
export type PaperKind = 'passport' | 'residenceCard' | 'foreignerNumber';
type AccountKind = Account['me']['kind'];

/** What is entered in the form, as typed. */
export interface Entered {
  readonly receivingUnit: string;
  readonly name: string;
  /** Of the person, of the foreigner's paper, or of the organization. */
  readonly number: string;
  readonly organizationKind: OrganizationKind;
  readonly paperKind: PaperKind;
  readonly country: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly returnBy: ReturnMethod;
  readonly returnAddress: string;
  /** Numbers of results used in place of papers, by paper. */
  readonly reused: Readonly<Record<string, string>>;
  /** What proves the reliefs that are asked for, by relief. */
  readonly reliefs: Readonly<Record<string, string>>;
}

export const nothingEntered: Entered = {
  receivingUnit: '',
  name: '',
  number: '',
  organizationKind: 'organisation',
  paperKind: 'passport',
  country: '',
  phone: '',
  email: '',
  address: '',
  returnBy: 'electronic',
  returnAddress: '',
  reused: {},
  reliefs: {},
};

/** Whether something was typed beyond the name that the provider gives. */
export function isTyped(entered: Entered, given: string): boolean {
  const { name, number, country, phone, email, address, returnAddress } = entered;
  return name !== given || [number, country, phone, email, address, returnAddress].some(text => text !== '');
}

/** Where the number belongs in what is sent, by the kind of account. */
export function numberPointer(kind: AccountKind, organization: OrganizationKind): string {
  if (kind === 'foreigner') return '/applicant/paper/number';
  if (kind !== 'organisation') return '/applicant/identityNumber';
  return organization === 'agency' ? '/applicant/agencyCode' : '/applicant/taxCode';
}

/** The fields without which nothing can be sent and that are still empty, by their JSON pointers. */
export function emptyFields(entered: Entered, kind: AccountKind): ReadonlySet<string> {
  const needed: readonly (readonly [string, string])[] = [
    ['/receivingUnit', entered.receivingUnit],
    ['/applicant/name', entered.name],
    [numberPointer(kind, entered.organizationKind), entered.number],
    ...(kind === 'foreigner' ? [['/applicant/paper/country', entered.country] as const] : []),
    ...(entered.returnBy === 'post' ? [['/returnAddress', entered.returnAddress] as const] : []),
  ];
  return new Set(needed.flatMap(([pointer, value]) => (value.trim() === '' ? [pointer] : [])));
}

/** The applicant: the owner of the account that has signed in. */
export function applicantOf(entered: Entered, kind: AccountKind): Submission['applicant'] {
  const { phone, email, address } = entered;
  const name = entered.name.trim();
  const number = entered.number.replaceAll(/\s/g, '');
  const contact = {
    ...(phone.trim() !== '' && { phone: phone.trim() }),
    ...(email.trim() !== '' && { email: email.trim() }),
    ...(address.trim() !== '' && { address: address.trim() }),
  };
  if (kind === 'foreigner') {
    const paper = { kind: entered.paperKind, number, country: entered.country.trim().toUpperCase() };
    return { kind: 'foreigner', name, paper, ...contact };
  }
  if (kind !== 'organisation') return { kind: 'person', name, identityNumber: number, ...contact };
  if (entered.organizationKind === 'agency') return { kind: 'agency', name, agencyCode: number, ...contact };
  return { kind: entered.organizationKind, name, taxCode: number, ...contact };
}

/** The body of the submission. */
export function submissionOf(
  entered: Entered,
  about: {
    readonly procedure: string;
    readonly kind: AccountKind;
    readonly components: Submission['components'];
  },
): Submission {
  const { receivingUnit, returnBy, returnAddress } = entered;
  const reliefs = Object.entries(entered.reliefs).map(([relief, evidence]) => ({ relief, evidence }));
  return {
    procedure: about.procedure,
    channel: 'online',
    receivingUnit,
    applicant: applicantOf(entered, about.kind),
    components: about.components,
    returnBy,
    ...(reliefs.length > 0 && { reliefs }),
    ...(returnBy === 'post' && { returnAddress: returnAddress.trim() }),
  };
}
