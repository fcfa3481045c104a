/**
 * Kinds of callers, each by its relation to one dossier: handed in by a portal for its owner at a ward’s unit, and
 * waiting there for reception. Its owner is a citizen; a foreigner, a company and the company's representative have
 * similar dossiers of their own. The columns of the table of rights.
 */
export const callers = {
  anonymous: 'Nobody (no token)',
  owner: 'Owner (chủ hồ sơ)',
  ownerLevel1: 'Owner, identity level 1',
  foreigner: 'Foreigner, of a dossier of theirs',
  firm: 'Firm, of a dossier of its own',
  representative: 'Its named representative, of that dossier',
  stranger: 'Other citizen',
  portal: 'The portal that submitted',
  readingPortal: 'The same, may only read',
  otherPortal: 'Other portal',
  reception: 'Reception of the unit (tiếp nhận)',
  handler: 'Handler of the unit (thụ lý)',
  leader: 'Leader in the unit (lãnh đạo phòng)',
  signer: 'Signer of the unit (lãnh đạo ký)',
  registryClerk: 'Registry clerk of the unit (văn thư)',
  postal: 'Postal staff at the unit (nhân viên bưu chính)',
  otherReception: 'Reception of another unit',
  otherHandlerElsewhere: 'Handler of another unit',
  overseer: 'Overseer of the province (theo dõi)',
  auditor: 'Auditor (thanh tra)',
  administrator: 'Administrator (quản trị)',
} as const;
export type CallerKind = keyof typeof callers;

/** Every kind, in the order of the columns. */
export const callerKinds = Object.keys(callers) as readonly CallerKind[];

/** Those who own a dossier or legally represent its owner, and may do what the owner may. */
export const owners = ['owner', 'foreigner', 'firm', 'representative'] as const;
/** Everyone with an applicant's account. */
export const citizens = [...owners, 'ownerLevel1', 'stranger'] as const;
export const portals = ['portal', 'readingPortal', 'otherPortal'] as const;
/** Officers of the unit who do not stand at its counter. */
export const besideReception = ['handler', 'leader', 'signer', 'registryClerk'] as const;
export const unitOfficers = ['reception', ...besideReception] as const;
export const officersElsewhere = ['otherReception', 'otherHandlerElsewhere'] as const;
export const provinceOfficers = ['overseer', 'auditor'] as const;
