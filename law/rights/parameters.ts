/**
 * Every query parameter of every operation. narrows: whatever it says, the answer is part of what the operation gives without it, or the same
 * thing at another time; widens: with it the answer can hold what it would not hold without, so each has lines in the table of rights.
 * A parameter that is missing here fails the build.
 */
export const queryParameters: Readonly<Record<string, Readonly<Record<string, 'narrows' | 'widens'>>>> = {
  listAccessRecords: {
    cursor: 'widens',
    limit: 'narrows',
    on: 'widens',
    reader: 'widens',
    dossier: 'widens',
  },
  listProcedures: { cursor: 'widens', limit: 'narrows', state: 'narrows' },
  getProcedure: { version: 'narrows' },
  listDossiers: {
    cursor: 'widens',
    limit: 'narrows',
    unit: 'widens',
    handling: 'narrows',
    procedure: 'narrows',
    overdue: 'narrows',
  },
  getHistory: { cursor: 'widens', limit: 'narrows' },
  getDeadline: { at: 'narrows' },
  listOfficers: { cursor: 'widens', limit: 'narrows' },
  listTasks: {
    cursor: 'widens',
    limit: 'narrows',
    unit: 'widens',
    role: 'widens',
    phase: 'narrows',
    procedure: 'narrows',
    assignee: 'widens',
    alarm: 'narrows',
  },
  getWorkCalendar: { version: 'narrows' },
};
