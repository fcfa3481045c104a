import {
  besideReception,
  callerKinds,
  citizens,
  officersElsewhere,
  owners,
  portals,
  provinceOfficers,
  unitOfficers,
} from './callers.ts';
import { type RightsRow, row } from './row.ts';

const anybody = { may: callerKinds };
const readers = {
  may: [...owners, 'ownerLevel1', 'portal', 'readingPortal', ...unitOfficers, ...provinceOfficers],
  hidden: ['stranger', 'otherPortal', ...officersElsewhere],
} as const;
const applicants = { may: [...owners, 'portal'], hidden: ['stranger', 'otherPortal'] } as const;
const ofUnit = { may: [...unitOfficers, ...provinceOfficers], hidden: officersElsewhere } as const;
/** Who takes the dossier in, and who examines it: nobody else needs its owner's other papers. */
const storeAskers = { may: ['reception', 'handler'], hidden: officersElsewhere } as const;
const taskReaders = {
  may: [...unitOfficers, 'postal', ...provinceOfficers],
  hidden: officersElsewhere,
} as const;
const ofPortal = { may: ['portal', 'readingPortal'], hidden: ['otherPortal'] } as const;
const administrators = { may: ['administrator'] } as const;
const settlementReaders = { may: ['administrator', ...provinceOfficers], hidden: ['leader'] } as const;
const changeReaders = { may: ['administrator', 'auditor'] } as const;
const officersButAuditors = [
  ...unitOfficers,
  'postal',
  ...officersElsewhere,
  'overseer',
  'administrator',
] as const;
const officersOfTasks = [...unitOfficers, ...officersElsewhere, ...provinceOfficers] as const;

/**
 * Who may do what, written from the law and the design and not from the program: the policy and the running API are
 * compared with it, and `docs/rights.md` is made of it. One line for every operation asked plainly, and at least one
 * for every parameter that widens its answer.
 */
export const rightsTable: readonly RightsRow[] = [
  row('health', 'whether the service answers', anybody),
  row('listProcedures', 'the procedures', anybody),
  row('listProcedures', 'the next page of a list somebody else began', anybody, 'cursor'),
  row('getProcedure', 'a procedure', anybody),
  row('listReliefs', 'what may be taken off the fee of a procedure', anybody),
  row('getWorkflow', 'a workflow', anybody),
  row('getOrganization', 'the units', anybody),
  row('getWorkCalendar', 'the working time', anybody),
  row('explainDeadline', 'a time limit', anybody),
  row('trackDossier', 'how far the dossier is', anybody),
  row('verifyResult', 'whether a result is genuine', anybody),

  row('getSelf', 'who they are themselves', { may: callerKinds.filter(kind => kind !== 'anonymous') }),

  row('createUpload', 'a link to upload a file', {
    may: [...citizens, 'portal', 'otherPortal', ...unitOfficers, 'postal', ...officersElsewhere],
  }),
  row('completeUpload', 'the judgement of a file that the owner uploaded', {
    may: ['owner', 'ownerLevel1'],
    hidden: [
      'foreigner',
      'firm',
      'representative',
      'stranger',
      'portal',
      'otherPortal',
      ...unitOfficers,
      'postal',
      ...officersElsewhere,
    ],
  }),
  row('submitDossier', 'a new dossier at the unit', {
    may: [...owners, 'stranger', 'portal', 'otherPortal', 'reception', 'postal'],
    hidden: ['otherReception'],
  }),

  row('listDossiers', 'the dossier, in their own list', {
    may: [...owners, 'ownerLevel1', 'portal', 'readingPortal', ...unitOfficers, ...provinceOfficers],
    own: ['stranger', 'otherPortal', ...officersElsewhere],
  }),
  row(
    'listDossiers',
    'the dossier, in the list of its unit',
    {
      may: [...unitOfficers, ...provinceOfficers],
      hidden: [...citizens, ...portals, ...officersElsewhere],
    },
    'unit',
  ),
  row(
    'listDossiers',
    'the next page of the unit’s list, which reception began',
    { may: unitOfficers, void: [...citizens, ...portals, ...officersElsewhere, ...provinceOfficers] },
    'cursor',
  ),
  row(
    'listDossiers',
    'the next page of the owner’s list',
    {
      may: ['owner', 'ownerLevel1'],
      void: ['foreigner', 'firm', 'representative', 'stranger', ...portals, ...officersOfTasks],
    },
    'cursor',
  ),
  row(
    'listDossiers',
    'the applicant’s name beside the dossier',
    {
      may: [...owners, 'ownerLevel1', 'portal', 'readingPortal', ...unitOfficers, ...provinceOfficers],
      own: ['stranger', 'otherPortal', ...officersElsewhere],
    },
    'expand',
  ),
  row('searchDossiers', 'the dossier, by its code', {
    may: [...unitOfficers, ...provinceOfficers],
    own: officersElsewhere,
  }),
  row(
    'searchDossiers',
    'the dossier, by its owner’s identity number',
    { may: [...unitOfficers, ...provinceOfficers], own: officersElsewhere },
    'q',
  ),
  row(
    'searchDossiers',
    'the applicant’s name beside the dossier found',
    { may: [...unitOfficers, ...provinceOfficers], own: officersElsewhere },
    'expand',
  ),
  row('getDossier', 'the dossier with its owner’s data', readers),
  row('openFile', 'a file that was handed in, by a link', readers),
  row('listForms', 'the forms made of it', readers),
  // Its control sheet is for those who handle it alone: test/integration/api asks for it apart.
  row('getForm', 'a form addressed to its owner, by a link', readers),
  row('getRegister', 'the register of the unit', {
    may: [...unitOfficers, ...provinceOfficers],
    hidden: officersElsewhere,
  }),
  // Luật Lưu trữ 2024: ended dossiers reach the archive within a year, given by one and taken by another person.
  row('listArchiveDue', 'the ended dossiers due for the archive', ofUnit),
  row(
    'listArchiveDue',
    'the next page of the list that reception began',
    {
      may: [...unitOfficers, ...provinceOfficers],
      hidden: officersElsewhere,
    },
    'cursor',
  ),
  row('listArchiveBatches', 'the batches of the unit', ofUnit),
  row(
    'listArchiveBatches',
    'the next page of the batches that reception began',
    {
      may: [...unitOfficers, ...provinceOfficers],
      hidden: officersElsewhere,
    },
    'cursor',
  ),
  row('getArchiveBatch', 'a batch with its dossiers', ofUnit),
  row('getArchivePaper', 'the list of contents of a batch, by a link', ofUnit),
  row('packArchiveBatch', 'ended dossiers packed for the archive', {
    may: ['reception', 'handler', 'leader'],
    hidden: officersElsewhere,
  }),
  row('takeArchiveBatch', 'a batch taken over', { may: ['registryClerk'] }),
  row('changeLegalHold', 'the dossier held beyond its period', { may: ['leader', 'registryClerk'] }),
  // What was paid without ground goes back; who asks for it does not decide it (nguyên tắc bốn mắt).
  row('requestRefund', 'money of the dossier asked back', {
    may: ['reception', 'handler'],
    hidden: officersElsewhere,
  }),
  row('decideRefund', 'a refund approved that somebody else asked for', { may: ['leader'] }),
  row('payRefund', 'an approved refund paid out', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),
  // Who takes cash counts it: one drawer for each, which a leader sees and closes for who is gone.
  row('openDrawer', 'a cash drawer of their own opened', {
    may: ['reception'],
    hidden: ['otherReception'],
  }),
  row('closeDrawer', 'the drawer of reception closed', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),
  row('listDrawers', 'the drawer of reception, among those of the unit', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),
  row(
    'listDrawers',
    'the next page of the list that reception began',
    { may: ['reception'], void: ['leader'], hidden: ['otherReception'] },
    'cursor',
  ),
  // Cash goes to the treasury's account, and nobody alone says that less of it went (nguyên tắc bốn mắt).
  row('depositDrawers', 'the cash of the drawer of reception paid in', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),
  row('listDeposits', 'what was not paid in of the unit’s closed drawers', {
    may: ['reception', 'leader', ...provinceOfficers],
    hidden: ['otherReception'],
  }),
  row('getUnitMoney', 'the accounts of the unit', { may: ['leader', ...provinceOfficers] }),
  row('getPaymentStatistics', 'how fees were paid in the unit', {
    may: ['leader', 'administrator', ...provinceOfficers],
  }),
  row('getProcessIndicators', 'how the procedure did in the unit', ofUnit),
  row('getDigitization', 'what was read of a file that was handed in', readers),
  row('getHistory', 'the ledger with notes and reasons', readers),
  row(
    'getHistory',
    'the next page of another dossier’s ledger, under this one',
    { void: readers.may, hidden: readers.hidden },
    'cursor',
  ),
  // Who may read the ledger may prove it. Not whoever has the code: it tells how often and when the dossier moved.
  row('getProof', 'that its ledger was anchored, and how far it had grown', readers),
  row('getDeadline', 'why it is due when it is', readers),
  row('listPayments', 'the fee and what was paid', readers),
  // Luật Phí và lệ phí 2015 Đ14: whoever collects gives a receipt to whoever pays.
  row('listReceipts', 'the receipts of what was paid, with links to their files', readers),
  row('correctReceipt', 'a receipt that is wrong to be replaced or adjusted', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),
  row('decideReceiptCorrection', 'such a correction decided', { may: ['leader'] }),
  row('retryReceipt', 'a receipt that its provider refused asked for again', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),
  row('getReceiptSummary', 'what the unit collected on a day', {
    may: ['leader', ...provinceOfficers],
  }),
  row('listResults', 'the result, with a link to its file', readers),
  row('getCollectionCode', 'the code to collect the result at the counter', {
    may: [...owners, 'ownerLevel1'],
    hidden: ['stranger'],
  }),
  row('listVault', 'the results issued to themselves', { may: [...citizens] }),
  row('getDossierVault', 'which results stand for its papers', readers),
  row('listCitedResults', 'the results that it cites, with links to their files', readers),
  // Papers of all kinds of life: as to submit, an account at level 2. Only the owner asks for their own.
  row('searchStore', 'their own papers in the national store', { may: [...owners, 'stranger'] }),
  row('fetchStoreFile', 'a file of such a paper', { may: [...owners, 'stranger'] }),
  row('searchStoreForDossier', 'the owner’s papers in the national store', storeAskers),
  row('fetchStoreFileForDossier', 'a file of such a paper', storeAskers),
  // The slip names another party as well: citizens see what they owe by the notice, and no slip.
  row('getLandTax', 'what the tax office was asked, and answered', ofUnit),
  row('sendLandSlip', 'a slip sent to the tax office', {
    may: ['handler'],
    hidden: ['otherHandlerElsewhere'],
  }),
  row('recordLandProof', 'a proof of payment to the treasury recorded', {
    may: ['handler'],
    hidden: ['otherHandlerElsewhere'],
  }),
  row('supplementDossier', 'papers handed in later', applicants),
  // Reception records a withdrawal that the applicant requests at the counter.
  row('withdrawDossier', 'the dossier withdrawn', {
    may: [...applicants.may, 'reception'],
    hidden: [...applicants.hidden, 'otherReception'],
  }),
  row('correctApplicant', 'what was written down of the applicant', {
    may: ['reception', 'handler'],
    hidden: officersElsewhere,
  }),

  row('recallResult', 'a result handed to the wrong person called back', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),
  row('proposeResultChange', 'an issued result proposed to be revoked or corrected', {
    may: ['handler', 'leader'],
    hidden: ['otherHandlerElsewhere'],
  }),
  row('certifyCopy', 'a digitized copy certified', {
    may: ['reception', 'handler'],
    hidden: officersElsewhere,
  }),
  row('returnAgain', 'a recalled result returned again', {
    may: ['reception', 'leader'],
    hidden: ['otherReception'],
  }),

  // The counter takes signatures, and only the unit whose desk it is sees what waits on its pads.
  row('listPads', 'the signing pads of the unit', { may: ['reception'], hidden: ['otherReception'] }),
  row('pairPad', 'a pad paired with the unit', { may: ['reception'], hidden: ['otherReception'] }),
  row('clearPad', 'what waits on a pad taken back', { may: ['reception'], hidden: ['otherReception'] }),
  row('endPad', 'the pairing of a pad ended', { may: ['reception'], hidden: ['otherReception'] }),
  row('askForInk', 'a form put on a pad to be signed', {
    may: ['reception'],
    hidden: ['otherReception'],
  }),
  row('handInInk', 'handwriting of a hardware pad handed in', {
    may: ['reception'],
    hidden: ['otherReception'],
  }),
  // A tablet has no account: it is known by the code it takes and by its secret, whoever holds them.
  row('getPayment', 'what is owed, by the payment link', anybody),
  row('openPayment', 'a payment opened at the platform, by the payment link', anybody),
  row('notifyPlatform', 'a payment told of by the platform, by its check code', anybody),
  row('notifyBank', 'money told of by a bank, by its signature', anybody),
  row('tellLandTax', 'what the tax office tells, by its signature', anybody),
  // Money of all units: who looks after it for the province, and who oversees that. Whoever loads statements moves no
  // money of their own choosing: what a bank booked is booked.
  row('loadStatement', 'a statement of the treasury read in', {
    may: ['administrator'],
    hidden: ['leader'],
  }),
  row('getReconciliation', 'the day’s money compared', settlementReaders),
  row('getReconciliationFile', 'the day’s money compared, as a file', settlementReaders),
  row('listUnsettled', 'the payments that no statement shows', settlementReaders),
  row('getUnsettledFile', 'the payments that no statement shows, as a file', settlementReaders),
  row('listUnassigned', 'the money of no dossier', settlementReaders),
  row('listRefusedNotices', 'the notices of payments that were not believed', settlementReaders),
  row('assignPayment', 'money of nobody given to the dossier', {
    may: ['administrator'],
    hidden: ['leader'],
  }),
  row('redeemPairing', 'a pairing taken by its code', anybody),
  row('lookAtPad', 'what waits on a pad, by its secret', anybody),
  row('answerOnPad', 'what came of it, by the pad’s secret', anybody),

  // Luật Phòng, chống tham nhũng 2018 Đ23: whoever has an interest says so, or their superior does.
  row('declareInterest', 'an interest that they have in the dossier', {
    may: [...unitOfficers, 'postal'],
    hidden: officersElsewhere,
  }),

  row('listTasks', 'the dossier’s task, in their own list', {
    may: ['reception', 'postal', 'leader'],
    own: ['handler', 'signer', 'registryClerk', ...officersElsewhere, ...provinceOfficers],
  }),
  row('listTasks', 'the task, in the list of its unit', taskReadersOfUnit(), 'unit'),
  row(
    'listTasks',
    'the task, among those of any holder',
    {
      may: ['reception', 'postal', 'leader'],
      own: ['handler', 'signer', 'registryClerk', ...officersElsewhere, ...provinceOfficers],
    },
    'assignee',
  ),
  row(
    'listTasks',
    'the task, among those for reception',
    { may: [...unitOfficers, 'postal'], own: [...officersElsewhere, ...provinceOfficers] },
    'role',
  ),
  row(
    'listTasks',
    'the next page of a list that reception began',
    {
      may: ['reception'],
      void: ['postal', ...besideReception, ...officersElsewhere, ...provinceOfficers],
    },
    'cursor',
  ),
  row(
    'listTasks',
    'the applicant’s name beside the task',
    {
      may: ['reception', 'postal', 'leader'],
      own: ['handler', 'signer', 'registryClerk', ...officersElsewhere, ...provinceOfficers],
    },
    'expand',
  ),
  row('countTasks', 'how many tasks the unit has, counted as their own', {
    may: [...unitOfficers, 'postal'],
    own: [...officersElsewhere, ...provinceOfficers],
  }),
  row('countTasks', 'how many tasks the unit has', taskReaders, 'unit'),
  row('getTask', 'the task', taskReaders),
  // In the task's role only, staff of the post what they receive and hand over (NĐ 118/2025/NĐ-CP Đ5); a
  // leader assigns whatever the role is.
  row('decideTask', 'a decision at the task, which is reception’s', {
    may: ['reception', 'postal'],
    hidden: officersElsewhere,
  }),
  row('assignTask', 'the task taken or given', { may: ['reception', 'leader'], hidden: officersElsewhere }),

  // Officers get what they read themselves.
  row('listAccessRecords', 'who read the owner’s data', {
    may: ['owner', 'foreigner', 'firm', 'ownerLevel1', 'auditor'],
    own: ['representative', 'stranger', ...officersButAuditors],
  }),
  row(
    'listAccessRecords',
    'who read the owner’s data, on a day',
    {
      may: ['owner', 'foreigner', 'firm', 'ownerLevel1', 'auditor'],
      own: ['representative', 'stranger', ...officersButAuditors],
    },
    'on',
  ),
  row('listAccessRecords', 'what an officer read', { may: ['auditor'] }, 'reader'),
  row(
    'listAccessRecords',
    'who read the dossier',
    {
      may: ['owner', 'foreigner', 'firm', 'ownerLevel1', 'auditor'],
      hidden: ['representative', 'stranger'],
    },
    'dossier',
  ),
  row(
    'listAccessRecords',
    'the next page of the owner’s list',
    {
      may: ['owner', 'ownerLevel1'],
      void: ['foreigner', 'firm', 'representative', 'stranger', 'auditor', ...officersButAuditors],
    },
    'cursor',
  ),
  row(
    'listAccessRecords',
    'the next page of an auditor’s list',
    { may: ['auditor'], void: [...citizens, ...officersButAuditors] },
    'cursor',
  ),

  // Whoever may list may export; an export of another unit is as hidden as its list.
  row('createExport', 'the unit’s list, or their own, as a file', {
    may: [...citizens, ...portals, ...unitOfficers, ...provinceOfficers],
    hidden: officersElsewhere,
  }),
  row(
    'createExport',
    'the same file with the applicants’ names',
    {
      may: [...citizens, ...portals, ...unitOfficers, ...provinceOfficers],
      hidden: officersElsewhere,
    },
    'expand',
  ),
  row('getExport', 'the file that reception asked for, or its record', {
    may: ['reception', 'auditor'],
    hidden: [...citizens, ...portals, ...besideReception, ...officersElsewhere, 'overseer'],
  }),
  row('listExports', 'reception’s export, among their own', {
    may: ['reception', 'auditor'],
    own: [...citizens, ...portals, ...besideReception, ...officersElsewhere, 'overseer'],
  }),
  row(
    'listExports',
    'the next page of reception’s exports',
    {
      may: ['reception'],
      void: [...citizens, ...portals, ...besideReception, ...officersElsewhere, ...provinceOfficers],
    },
    'cursor',
  ),

  row('importProcedures', 'procedures imported', administrators),
  row('publishWorkflow', 'a workflow published', administrators),
  row('applyWorkflowTemplate', 'a workflow published for many procedures', administrators),
  row('setProcedureState', 'a procedure opened, or its closing proposed', administrators),
  row('publishOrganization', 'units proposed, or the first ones published', administrators),
  row(
    'transferDossiers',
    'open dossiers of a unit that ended listed, or their handing over proposed',
    administrators,
  ),
  row('recordOfficers', 'officers’ accounts recorded', administrators),
  // NĐ 309/2026/NĐ-CP Đ6: whoever signs for another does so by a dated authorization.
  row('listAuthorizations', 'who signs for whom in the unit', {
    may: ['administrator', ...unitOfficers, 'postal', ...provinceOfficers],
    hidden: officersElsewhere,
  }),
  // A substitute takes over tasks of who is away: all who work together see it, each records their own.
  row('listAbsences', 'who of the unit is away', {
    may: [...unitOfficers, 'postal', ...provinceOfficers, 'administrator'],
    hidden: officersElsewhere,
  }),
  row('recordAbsence', 'a colleague recorded as away', {
    may: ['leader', 'administrator'],
    hidden: officersElsewhere,
  }),
  row('endAbsence', 'the absence of a colleague ended', {
    may: ['leader', 'administrator'],
    hidden: officersElsewhere,
  }),
  row('recordAuthorization', 'an authorization to sign recorded', administrators),
  row('endAuthorization', 'an authorization to sign ended', administrators),
  row('publishWorkCalendar', 'working time proposed, or the first published', administrators),
  row('getWorkCalendarDraft', 'the draft of the working time', administrators),
  row('saveWorkCalendarDraft', 'the draft changed', administrators),
  row('replan', 'promised dates found again, or their moving proposed', administrators),
  // What one administrator proposed a second one confirms; inspectors see who did (thanh tra, kiểm tra).
  row('listProposedChanges', 'changes that wait for a second administrator', changeReaders),
  row('listProposedChanges', 'the next page of a list somebody else began', changeReaders, 'cursor'),
  row('getProposedChange', 'a proposed change with all that it would do', changeReaders),
  row('confirmProposedChange', 'what another administrator proposed, put into effect', administrators),
  row('withdrawProposedChange', 'a proposed change withdrawn or turned down', administrators),
  row('createSubscription', 'its dossiers’ events sent to an address', { may: portals }),
  row('listSubscriptions', 'the portal’s subscription, among their own', {
    may: ['portal', 'readingPortal'],
    own: ['otherPortal'],
  }),
  row('getSubscription', 'the portal’s subscription', ofPortal),
  row('rotateSecret', 'a new secret of the subscription', ofPortal),
  row('pingSubscription', 'a test event sent', ofPortal),
  row('replaySubscription', 'events sent once more', ofPortal),
  row('resumeSubscription', 'events sent again after a pause', ofPortal),
  row('endSubscription', 'the subscription ended', ofPortal),
  row('listChanges', 'the dossier’s events, in their own feed', {
    may: ['portal', 'readingPortal'],
    own: ['otherPortal'],
  }),
  row(
    'listChanges',
    'the next events of the portal’s feed',
    { may: ['portal', 'readingPortal'], void: ['otherPortal'] },
    'cursor',
  ),
  row('listConnections', 'how connections to outside parties are doing', administrators),
  row('listWaiting', 'the dossiers that wait for a party', administrators),
  row('listWaiting', 'the next page of them', administrators, 'cursor'),
  row('getDeadLetters', 'what a party’s worker gave up', administrators),
  row('listFindings', 'what the nightly comparison found', administrators),
  row(
    'listFindings',
    'the next page of another list, as one of these',
    { void: administrators.may },
    'cursor',
  ),
  row('redriveConnection', 'what waits, tried now', administrators),
  row(
    'rebuildProjections',
    'lists, searches and counts compared with ledgers, and written anew',
    administrators,
  ),
  // Who works together knows each other: names beside tasks, and who can substitute.
  row('listOfficers', 'officers’ accounts, of all or of their own unit', {
    may: ['administrator', ...unitOfficers, 'postal', ...officersElsewhere, ...provinceOfficers],
  }),
  row(
    'listOfficers',
    'officers’ accounts of the unit',
    {
      may: ['administrator', ...unitOfficers, 'postal', ...provinceOfficers],
      hidden: officersElsewhere,
    },
    'unit',
  ),
  row(
    'listOfficers',
    'the next page of a list the administrator began',
    { may: ['administrator', ...provinceOfficers], void: [...unitOfficers, 'postal', ...officersElsewhere] },
    'cursor',
  ),
];

/** A unit's work list: its officers see what is of their roles, the province’s overseers and auditors all of it. */
function taskReadersOfUnit() {
  return {
    may: ['reception', 'postal', 'leader', ...provinceOfficers],
    own: ['handler', 'signer', 'registryClerk'],
    hidden: officersElsewhere,
  } as const;
}
