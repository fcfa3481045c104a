/**
 * Every query parameter of every operation. narrows: whatever it says, the answer is part of what the operation gives
 * without it, or the same thing at another time; widens: with it the answer can hold what it would not hold without,
 * so each has lines in the table of rights. A parameter that is missing here fails the build.
 */
export const queryParameters: Readonly<Record<string, Readonly<Record<string, 'narrows' | 'widens'>>>> = {
  listAccessRecords: {
    cursor: 'widens',
    limit: 'narrows',
    on: 'widens',
    reader: 'widens',
    dossier: 'widens',
  },
  listProcedures: { cursor: 'widens', limit: 'narrows', q: 'narrows', state: 'narrows' },
  getProcedure: { version: 'narrows' },
  listDossiers: {
    cursor: 'widens',
    limit: 'narrows',
    unit: 'widens',
    expand: 'widens',
    handling: 'narrows',
    open: 'narrows',
    procedure: 'narrows',
    field: 'narrows',
    portalReference: 'narrows',
    channel: 'narrows',
    money: 'narrows',
    returned: 'narrows',
    overdue: 'narrows',
    submittedFrom: 'narrows',
    submittedTo: 'narrows',
    dueFrom: 'narrows',
    dueTo: 'narrows',
    sort: 'narrows',
    order: 'narrows',
  },
  verifyResult: { code: 'narrows', sha256: 'narrows' },
  searchDossiers: { q: 'widens', expand: 'widens', limit: 'narrows' },
  listChanges: { cursor: 'widens', limit: 'narrows', wait: 'narrows' },
  listFindings: { cursor: 'widens', limit: 'narrows', on: 'narrows' },
  listProposedChanges: { cursor: 'widens', limit: 'narrows' },
  listWaiting: { cursor: 'widens', limit: 'narrows' },
  listExports: { cursor: 'widens', limit: 'narrows' },
  getHistory: { cursor: 'widens', limit: 'narrows' },
  getDeadline: { at: 'narrows' },
  listOfficers: { cursor: 'widens', limit: 'narrows', unit: 'widens' },
  listTasks: {
    cursor: 'widens',
    limit: 'narrows',
    unit: 'widens',
    role: 'widens',
    phase: 'narrows',
    procedure: 'narrows',
    assignee: 'widens',
    expand: 'widens',
    alarm: 'narrows',
    field: 'narrows',
    channel: 'narrows',
    receivedFrom: 'narrows',
    receivedTo: 'narrows',
  },
  countTasks: { unit: 'widens' },
  getWorkCalendar: { version: 'narrows' },
};

/** Body members that widen the answer like such parameters: each has lines in the table of rights, too. */
export const wideningMembers: Readonly<Record<string, readonly string[]>> = {
  createExport: ['expand'],
};
