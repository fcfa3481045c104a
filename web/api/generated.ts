// Made from docs/openapi.json by npm run generate: do not edit.

/** Method and path of every operation. */
export const routes = {
  health: 'GET /healthz',
  listAccessRecords: 'GET /v1/access-records',
  listChanges: 'GET /v1/changes',
  listConnections: 'GET /v1/connections',
  getDeadLetters: 'GET /v1/connections/{party}/dead-letters',
  redriveConnection: 'POST /v1/connections/{party}/redrive',
  listWaiting: 'GET /v1/connections/{party}/waiting',
  explainDeadline: 'POST /v1/deadlines/explain',
  listDossiers: 'GET /v1/dossiers',
  submitDossier: 'POST /v1/dossiers',
  getDossier: 'GET /v1/dossiers/{code}',
  correctApplicant: 'POST /v1/dossiers/{code}/applicant-corrections',
  listCitedResults: 'GET /v1/dossiers/{code}/cited-results',
  getCollectionCode: 'GET /v1/dossiers/{code}/collection-code',
  getDeadline: 'GET /v1/dossiers/{code}/deadline',
  openFile: 'GET /v1/dossiers/{code}/files/{id}',
  certifyCopy: 'POST /v1/dossiers/{code}/files/{id}/certification',
  getDigitization: 'GET /v1/dossiers/{code}/files/{id}/digitization',
  listForms: 'GET /v1/dossiers/{code}/forms',
  getForm: 'GET /v1/dossiers/{code}/forms/{id}',
  getHistory: 'GET /v1/dossiers/{code}/history',
  askForInk: 'POST /v1/dossiers/{code}/ink-requests',
  handInInk: 'POST /v1/dossiers/{code}/inks',
  declareInterest: 'POST /v1/dossiers/{code}/interests',
  recordLandProof: 'POST /v1/dossiers/{code}/land-proofs',
  sendLandSlip: 'POST /v1/dossiers/{code}/land-slips',
  getLandTax: 'GET /v1/dossiers/{code}/land-tax',
  changeLegalHold: 'POST /v1/dossiers/{code}/legal-hold',
  searchStoreForDossier: 'GET /v1/dossiers/{code}/national-store',
  fetchStoreFileForDossier: 'POST /v1/dossiers/{code}/national-store/files',
  listPayments: 'GET /v1/dossiers/{code}/payments',
  getProof: 'GET /v1/dossiers/{code}/proof',
  recallResult: 'POST /v1/dossiers/{code}/recall',
  returnAgain: 'POST /v1/dossiers/{code}/recall/return',
  retryReceipt: 'POST /v1/dossiers/{code}/receipt-requests/{id}/retry',
  listReceipts: 'GET /v1/dossiers/{code}/receipts',
  correctReceipt: 'POST /v1/dossiers/{code}/receipts/{id}/correction',
  decideReceiptCorrection: 'POST /v1/dossiers/{code}/receipts/{id}/correction/decision',
  requestRefund: 'POST /v1/dossiers/{code}/refunds',
  decideRefund: 'POST /v1/dossiers/{code}/refunds/{refund}/decision',
  payRefund: 'POST /v1/dossiers/{code}/refunds/{refund}/payout',
  proposeResultChange: 'POST /v1/dossiers/{code}/result/changes',
  listResults: 'GET /v1/dossiers/{code}/results',
  supplementDossier: 'POST /v1/dossiers/{code}/supplements',
  getDossierVault: 'GET /v1/dossiers/{code}/vault',
  withdrawDossier: 'POST /v1/dossiers/{code}/withdrawal',
  listExports: 'GET /v1/exports',
  createExport: 'POST /v1/exports',
  getExport: 'GET /v1/exports/{id}',
  listFindings: 'GET /v1/findings',
  tellLandTax: 'POST /v1/land-tax/messages',
  getSelf: 'GET /v1/me',
  getReconciliation: 'GET /v1/money/reconciliations/{day}',
  getReconciliationFile: 'GET /v1/money/reconciliations/{day}/files/{format}',
  listRefusedNotices: 'GET /v1/money/refused-notices',
  loadStatement: 'POST /v1/money/statements',
  listUnassigned: 'GET /v1/money/unassigned',
  assignPayment: 'POST /v1/money/unassigned/{gateway}/{transaction}/assignment',
  listUnsettled: 'GET /v1/money/unsettled',
  getUnsettledFile: 'GET /v1/money/unsettled/files/{format}',
  fetchStoreFile: 'POST /v1/national-store/files',
  searchStore: 'POST /v1/national-store/searches',
  listOfficers: 'GET /v1/officers',
  recordOfficers: 'POST /v1/officers',
  answerOnPad: 'POST /v1/pads/answers',
  lookAtPad: 'POST /v1/pads/looks',
  redeemPairing: 'POST /v1/pads/pairings',
  notifyBank: 'POST /v1/payment-notices/bank',
  notifyPlatform: 'POST /v1/payment-notices/platform',
  getPayment: 'GET /v1/payments/{code}/{key}',
  openPayment: 'POST /v1/payments/{code}/{key}/requests',
  listProcedures: 'GET /v1/procedures',
  importProcedures: 'POST /v1/procedures/import',
  applyWorkflowTemplate: 'POST /v1/procedures/workflows',
  getProcedure: 'GET /v1/procedures/{code}',
  listReliefs: 'GET /v1/procedures/{code}/reliefs',
  setProcedureState: 'POST /v1/procedures/{code}/state',
  getWorkflow: 'GET /v1/procedures/{code}/workflow',
  publishWorkflow: 'POST /v1/procedures/{code}/workflow',
  rebuildProjections: 'POST /v1/projections/rebuild',
  listProposedChanges: 'GET /v1/proposed-changes',
  getProposedChange: 'GET /v1/proposed-changes/{id}',
  confirmProposedChange: 'POST /v1/proposed-changes/{id}/confirm',
  withdrawProposedChange: 'POST /v1/proposed-changes/{id}/withdraw',
  replan: 'POST /v1/replanning',
  verifyResult: 'GET /v1/results/{number}/verify',
  searchDossiers: 'GET /v1/search',
  listSubscriptions: 'GET /v1/subscriptions',
  createSubscription: 'POST /v1/subscriptions',
  getSubscription: 'GET /v1/subscriptions/{id}',
  endSubscription: 'POST /v1/subscriptions/{id}/end',
  pingSubscription: 'POST /v1/subscriptions/{id}/pings',
  replaySubscription: 'POST /v1/subscriptions/{id}/replays',
  resumeSubscription: 'POST /v1/subscriptions/{id}/resumption',
  rotateSecret: 'POST /v1/subscriptions/{id}/secrets',
  listTasks: 'GET /v1/tasks',
  countTasks: 'GET /v1/tasks/counts',
  getTask: 'GET /v1/tasks/{id}',
  assignTask: 'POST /v1/tasks/{id}/assignment',
  decideTask: 'POST /v1/tasks/{id}/decision',
  trackDossier: 'GET /v1/track/{code}',
  getOrganization: 'GET /v1/units',
  publishOrganization: 'POST /v1/units',
  listAbsences: 'GET /v1/units/{code}/absences',
  recordAbsence: 'POST /v1/units/{code}/absences',
  endAbsence: 'POST /v1/units/{code}/absences/{id}/end',
  listArchiveBatches: 'GET /v1/units/{code}/archive/batches',
  packArchiveBatch: 'POST /v1/units/{code}/archive/batches',
  getArchiveBatch: 'GET /v1/units/{code}/archive/batches/{id}',
  getArchivePaper: 'GET /v1/units/{code}/archive/batches/{id}/papers/{paper}',
  takeArchiveBatch: 'POST /v1/units/{code}/archive/batches/{id}/receipt',
  listArchiveDue: 'GET /v1/units/{code}/archive/due',
  listAuthorizations: 'GET /v1/units/{code}/authorizations',
  recordAuthorization: 'POST /v1/units/{code}/authorizations',
  endAuthorization: 'POST /v1/units/{code}/authorizations/{id}/end',
  listDeposits: 'GET /v1/units/{code}/deposits',
  depositDrawers: 'POST /v1/units/{code}/deposits',
  listDrawers: 'GET /v1/units/{code}/drawers',
  openDrawer: 'POST /v1/units/{code}/drawers',
  closeDrawer: 'POST /v1/units/{code}/drawers/{id}/closing',
  getUnitMoney: 'GET /v1/units/{code}/money',
  listPads: 'GET /v1/units/{code}/pads',
  pairPad: 'POST /v1/units/{code}/pads',
  clearPad: 'POST /v1/units/{code}/pads/{id}/clear',
  endPad: 'POST /v1/units/{code}/pads/{id}/end',
  getPaymentStatistics: 'GET /v1/units/{code}/payment-statistics',
  getProcessIndicators: 'GET /v1/units/{code}/processes/{procedure}/indicators',
  getReceiptSummary: 'GET /v1/units/{code}/receipt-summaries/{date}',
  getRegister: 'GET /v1/units/{code}/register',
  transferDossiers: 'POST /v1/units/{code}/transfers',
  createUpload: 'POST /v1/uploads',
  completeUpload: 'POST /v1/uploads/{id}/completion',
  listVault: 'GET /v1/vault',
  getWorkCalendar: 'GET /v1/work-calendar',
  publishWorkCalendar: 'POST /v1/work-calendar',
  getWorkCalendarDraft: 'GET /v1/work-calendar/draft',
  saveWorkCalendarDraft: 'POST /v1/work-calendar/draft',
} as const;

/** Dossier code (mã hồ sơ); lower case, spaces, other dashes and missing dots are accepted */
export type TypedDossierCode = string;
/** RFC 3339 instant with offset */
export type Instant = string;
/** Agency code (mã định danh cơ quan), QĐ 20/2020/QĐ-TTg */
export type AgencyCode = string;
/** Role of an officer */
export type OfficerRole =
  | 'reception'
  | 'handler'
  | 'leader'
  | 'signer'
  | 'registryClerk'
  | 'overseer'
  | 'administrator'
  | 'auditor'
  | 'postal';
/** What of a person’s data an answer showed */
export type AccessPart =
  | 'applicant'
  | 'history'
  | 'paper'
  | 'resultFile'
  | 'receipt'
  | 'vault'
  | 'nationalStore'
  | 'unassignedMoney'
  | 'landTax'
  | 'searchHits'
  | 'export'
  | 'accessRecords';
/** Dossier code (mã hồ sơ) */
export type DossierCode = string;
/** Why the reader was given the dossier */
export type AccessBasis = 'task' | 'unit' | 'oversight' | 'audit' | 'submitter' | 'representative';
/** Task id */
export type TaskId = string;
/** Id of an uploaded file */
export type FileId = string;
/** Kind of event of a dossier (loại sự kiện hồ sơ) */
export type PortalEventKind =
  | 'submitted'
  | 'accepted'
  | 'declined'
  | 'supplementRequested'
  | 'supplemented'
  | 'paused'
  | 'resumed'
  | 'extended'
  | 'replanned'
  | 'transferred'
  | 'stopped'
  | 'withdrawn'
  | 'paymentRequested'
  | 'paid'
  | 'paymentEnded'
  | 'refundRequested'
  | 'refundDecided'
  | 'refundPaid'
  | 'decided'
  | 'resultIssued'
  | 'returned'
  | 'resultRecalled'
  | 'returnedAgain'
  | 'resultRevoked'
  | 'resultReplaced'
  | 'applicantCorrected'
  | 'reminder';
/** State of handling (trạng thái hồ sơ) */
export type HandlingState =
  | 'submitted'
  | 'declined'
  | 'accepted'
  | 'processing'
  | 'supplementing'
  | 'awaitingPayment'
  | 'withdrawn'
  | 'stopped'
  | 'decided'
  | 'returned';
/** State of the fee (trạng thái phí, lệ phí) */
export type MoneyState =
  'none' | 'due' | 'pending' | 'failed' | 'paid' | 'overpaid' | 'refunding' | 'refunded' | 'waived';
/** State of delivery (trạng thái trả kết quả) */
export type DeliveryState = 'none' | 'preparing' | 'ready' | 'returned' | 'recalled';
export type PartyName = string;
/** Why a dossier waits for an outside party (tình trạng chờ gửi) */
export type WaitingState = 'waiting' | 'paused' | 'refused';
/** National procedure code (mã TTHC); spaces, a missing dot and a published suffix are accepted */
export type TypedProcedureCode = string;
/** Way of submission (kênh thực hiện) */
export type Channel = 'online' | 'counter' | 'post';
/** National procedure code (mã TTHC) */
export type ProcedureCode = string;
/** Name of the applicant (chủ hồ sơ) */
export type ApplicantName = string;
/** Owner of the dossier (chủ hồ sơ) */
export type Applicant =
  | {
      kind: 'person';
      name: PersonName;
      identityNumber: IdentityNumber;
      birthDate?: string;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'organisation';
      name: string;
      taxCode: TaxCode;
      representative?: NamedPerson;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'foreigner';
      name: PersonName;
      paper: ForeignPaper;
      birthDate?: string;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'personWithoutNumber';
      name: PersonName;
      birthDate: string;
      guardian?: NamedPerson;
      paper?: OtherPaper;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'household';
      name: string;
      taxCode: TaxCode;
      representative?: NamedPerson;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'cooperative';
      name: string;
      taxCode: TaxCode;
      representative?: NamedPerson;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'agency';
      name: string;
      agencyCode: AgencyCode;
      representative?: NamedPerson;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'foreignOrganisation';
      name: string;
      registration: {
        number: string;
        country: CountryCode;
      };
      representative?: NamedPerson;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
    }
  | {
      kind: 'organisationWithoutNumber';
      name: string;
      phone?: PhoneNumber;
      email?: string;
      address?: string;
      representative: NamedPerson;
    };
/** Full name (họ và tên) */
export type PersonName = string;
/** Personal identification number (số định danh cá nhân) */
export type IdentityNumber = string;
/** Telephone number, in Viet Nam or with + and country code; spaces and signs between digits are accepted; returned as E.164 */
export type PhoneNumber = string;
/** Tax code (mã số thuế) */
export type TaxCode = string;
/** Country (mã nước), ISO 3166-1 alpha-3 */
export type CountryCode = string;
/** Kind of paper: bản chính, bản sao có chứng thực, bản sao xuất trình kèm bản chính để đối chiếu */
export type PaperKind = 'original' | 'certified' | 'copy';
/** How the result is returned (hình thức trả kết quả) */
export type ReturnMethod = 'electronic' | 'counter' | 'post';
/** Fee or charge (phí, lệ phí) of one way of submission */
export type Fee =
  | {
      kind: 'free';
    }
  | {
      kind: 'flat';
      amount: Dong;
      unclear?: {
        vi: string;
        en: string;
      };
    }
  | {
      kind: 'perUnit';
      amount: Dong;
      unit: 'page' | 'copy';
      unclear?: {
        vi: string;
        en: string;
      };
    }
  | {
      kind: 'table';
      /**
       * @minItems 1
       * @maxItems 40
       */
      lines: FeeLine[];
      unclear?: {
        vi: string;
        en: string;
      };
    }
  | {
      kind: 'unclear';
      unclear: {
        vi: string;
        en: string;
      };
    };
/** Amount in whole đồng */
export type Dong = number;
/** fee: phí; charge: lệ phí (Luật Phí và lệ phí 97/2015/QH13 Đ3) */
export type FeeSort = 'fee' | 'charge';
/** Last day on which the result holds */
export type ValidUntil = string;
/** The paper compared with: bản chính hoặc bản sao có chứng thực */
export type ComparedPaper = 'original' | 'certified';
/** SHA-256, lower-case hexadecimal */
export type Sha256 = string;
/** Id of a form within its dossier */
export type FormId = string;
/** Form of signing (thẩm quyền ký) */
export type SigningForm = 'direct' | 'TM' | 'KT' | 'TL' | 'TUQ';
export type AuthorizationId = string;
/** Way in of online money (cổng thanh toán, chuyển khoản VietQR) */
export type Gateway = 'platform' | 'bank';
/** Reference of a request for payment (mã tham chiếu) */
export type PaymentReference = string;
/** Form, serial and number of a receipt */
export type ReceiptId = string;
/** Symbol of the form of a receipt of fees (ký hiệu mẫu biên lai) */
export type ReceiptForm = 'EBL01' | 'EBL02';
/** Serial of a receipt (ký hiệu biên lai) */
export type ReceiptSerial = string;
/** Number of a receipt (số biên lai), from 1 each year */
export type ReceiptNumber = number;
/** Provider of electronic receipts: VNPT or Viettel */
export type ReceiptProvider = 'vnpt' | 'viettel';
/** Request for a receipt at a provider: the key that keeps it from being issued twice */
export type ReceiptRequestId = string;
/** How a receipt is corrected (thay thế, điều chỉnh) */
export type ReceiptCorrectionKind = 'replacement' | 'increase' | 'decrease' | 'information';
/** Transfer slip (phiếu chuyển) */
export type LandSlipId = string;
/** Kind of a land obligation (khoản nghĩa vụ tài chính) */
export type LandObligationKind = 'registrationFee' | 'personalIncomeTax' | 'landUseFee' | 'landRent';
/** Number of a document of the tax office (số văn bản) */
export type TaxDocumentNumber = string;
/** Who collects: the owner (chủ hồ sơ), their legal representative, somebody authorized in writing (ủy quyền) */
export type Collector = 'owner' | 'representative' | 'authorized';
/** Whether the receipt slip was handed back, or is lost and the collector’s identity was checked instead */
export type SlipAtCollection = 'handedBack' | 'lost';
/** Signature, or a thumb print before witnesses where somebody cannot sign (điểm chỉ) */
export type Attestation = 'signature' | 'thumbPrint';
/** Id of a form within its dossier, without ink */
export type PlainFormId = string;
export type PadId = string;
export type InkRequestId = string;
export type InkRequestState = 'waiting' | 'shown' | 'signed' | 'declined' | 'left' | 'expired';
/** Kind of result (mã kết quả) */
export type ResultCode = string;
/** Correction of a receipt (thay thế, điều chỉnh biên lai) */
export type ReceiptCorrection =
  | {
      kind: 'replacement';
      /**
       * Stands on the receipt; names nobody
       */
      reason: string;
    }
  | {
      kind: 'information';
      /**
       * Stands on the receipt; names nobody
       */
      reason: string;
    }
  | {
      kind: 'increase';
      /**
       * Difference in whole đồng
       */
      amount: number;
      /**
       * Stands on the receipt; names nobody
       */
      reason: string;
    }
  | {
      kind: 'decrease';
      /**
       * Difference in whole đồng
       */
      amount: number;
      /**
       * Stands on the receipt; names nobody
       */
      reason: string;
    };
export type RefundId = string;
/** Id of an export */
export type ExportId = string;
/** State of an export */
export type ExportState = 'queued' | 'running' | 'done' | 'expired' | 'failed';
export type ExportFormat = 'csv' | 'xlsx';
/** An export of a list (xuất danh sách) */
export type ExportRequest =
  | {
      list: 'dossiers';
      filters?: {
        /**
         * Unit that decides or received the dossier; for overseers, the whole province by default
         */
        unit?: string;
        /**
         * States of handling, separated by commas
         */
        handling?: HandlingState[] | string;
        /**
         * Neither decided nor ended yet
         */
        open?: 'true' | 'false';
        procedure?: TypedProcedureCode;
        /**
         * Field (lĩnh vực), as the procedure names it
         */
        field?: string;
        /**
         * The submitting portal’s own reference for the dossier
         */
        portalReference?: string;
        channel?: Channel;
        /**
         * State of the fee (trạng thái phí, lệ phí)
         */
        money?:
          'none' | 'due' | 'pending' | 'failed' | 'paid' | 'overpaid' | 'refunding' | 'refunded' | 'waived';
        /**
         * Whether the result was returned; false: decided but not returned yet
         */
        returned?: 'true' | 'false';
        /**
         * Not yet decided, and past the promised date
         */
        overdue?: 'true' | 'false';
        /**
         * Day in Viet Nam, YYYY-MM-DD, inclusive
         */
        submittedFrom?: string;
        /**
         * Day in Viet Nam, YYYY-MM-DD, inclusive
         */
        submittedTo?: string;
        /**
         * Day in Viet Nam, YYYY-MM-DD, inclusive
         */
        dueFrom?: string;
        /**
         * Day in Viet Nam, YYYY-MM-DD, inclusive
         */
        dueTo?: string;
        /**
         * Sort order; by default by due date if the filters ask about due dates, otherwise by submission
         */
        sort?: 'submittedAt' | 'dueAt';
        /**
         * asc: earliest first; desc: latest first
         */
        order?: 'asc' | 'desc';
      };
      /**
       * applicant: adds the applicant’s name to each row; every read is recorded
       */
      expand?: 'applicant';
      format: ExportFormat;
      reason: string;
    }
  | {
      list: 'tasks';
      filters?: {
        unit?: TypedAgencyCode;
        role?: OfficerRole;
        /**
         * What the dossier waits for
         */
        phase?:
          | 'reception'
          | 'supplement'
          | 'payment'
          | 'step'
          | 'consultations'
          | 'signature'
          | 'seal'
          | 'collection'
          | 'others'
          | 'consultation'
          | 'apology'
          | 'resultChange';
        procedure?: TypedProcedureCode;
        /**
         * Field (lĩnh vực), as the procedure names it
         */
        field?: string;
        channel?: Channel;
        /**
         * Whose tasks, a colleague’s by account; by default the caller’s own and unassigned ones
         */
        assignee?: ('me' | 'nobody' | 'anybody') | string;
        alarm?: AlarmState;
        /**
         * Day in Viet Nam, YYYY-MM-DD, inclusive
         */
        receivedFrom?: string;
        /**
         * Day in Viet Nam, YYYY-MM-DD, inclusive
         */
        receivedTo?: string;
      };
      /**
       * applicant: adds the applicant’s name to each row; every read is recorded
       */
      expand?: 'applicant';
      format: ExportFormat;
      reason: string;
    };
/** Agency code (mã định danh cơ quan); lower case, spaces and missing dots are accepted */
export type TypedAgencyCode = string;
/** The highest alarm that sounded */
export type AlarmState = 'none' | 'dueSoon' | 'overdue' | 'escalated';
/** What the nightly comparison found (kết quả đối chiếu) */
export type FindingKind =
  | 'consumerBehind'
  | 'ledgerBroken'
  | 'headDiffers'
  | 'applicantDiffers'
  | 'resultDiffers'
  | 'projectionDiffers'
  | 'executionMissing'
  | 'executionOrphan'
  | 'anchorDiffers';
/** Whether the gateway gave its list of the day, or why not */
export type GatewayListState =
  'given' | 'notConnected' | 'slow' | 'unreachable' | 'refused' | 'untrustworthy';
/** Why a notice was refused (lý do từ chối thông báo) */
export type NoticeFault = 'forged' | 'stale' | 'malformed' | 'differing';
/** Way of money to the treasury: a gateway, or cash paid in (deposit) */
export type TreasuryWay = 'platform' | 'bank' | 'deposit';
export type PadAnswer =
  | {
      outcome: 'signed';
      pad: PadKey;
      request: InkRequestId;
      documentHash: Sha256;
      drawing: InkDrawing;
    }
  | {
      outcome: 'declined';
      pad: PadKey;
      request: InkRequestId;
    }
  | {
      outcome: 'left';
      pad: PadKey;
      request: InkRequestId;
    };
export type PadSecret = string;
/** Pairing code of a pad; lower case, spaces and a dash are accepted */
export type PairingCode = string;
/** Code printed on a result (mã tra cứu kết quả); case, blanks and dashes do not matter */
export type VerificationCode = string;
/** Format of the rows: our own, the portal’s public pages, or its LayThuTuc service */
export type ImportShape = 'motcua' | 'nationalCrawl' | 'layThuTuc';
export type ProcedureStateChange =
  | {
      state: 'open';
    }
  | {
      state: 'closed';
      reason: string;
    };
export type ProposedChangeId = string;
/** What is proposed (nội dung đề nghị) */
export type ProposedChangeKind =
  'procedureClosing' | 'workflow' | 'workflowTemplate' | 'workCalendar' | 'units' | 'transfer' | 'replanning';
/** State of a proposed change (trạng thái đề nghị) */
export type ProposedChangeStatus = 'proposed' | 'confirmed' | 'done' | 'withdrawn' | 'expired';
/** Result number (số kết quả); lower case, spaces, other dashes and missing dots are accepted */
export type TypedResultNumber = string;
/** What of the dossier was found */
export type FoundIn =
  | 'code'
  | 'resultNumber'
  | 'portalReference'
  | 'identityNumber'
  | 'taxCode'
  | 'phone'
  | 'paper'
  | 'name'
  | 'procedure';
export type SubscriptionId = string;
/** State of a subscription (tình trạng đăng ký nhận sự kiện) */
export type SubscriptionState = 'active' | 'paused' | 'ended';
/** Task id; lower case, spaces, other dashes and missing dots are accepted */
export type TypedTaskId = string;
/** Decision at a task (ý kiến xử lý) */
export type TaskDecision =
  | {
      decision: 'accept';
      amountDue?: Dong;
      case?: string;
      counts?: {
        [k: string]: number;
      };
      /**
       * @maxItems 20
       */
      reliefs?: ClaimedRelief[];
      note?: string;
    }
  | {
      decision: 'decline';
      reason: string;
    }
  | {
      decision: 'requestSupplement';
      reason: string;
      /**
       * @minItems 1
       * @maxItems 50
       */
      items: string[];
      /**
       * @minItems 1
       * @maxItems 100
       */
      components?: string[];
      legalBasis?: string;
      approvedBy?: string;
      despiteVault?: string;
      amountDue?: Dong;
      case?: string;
      counts?: {
        [k: string]: number;
      };
      /**
       * @maxItems 20
       */
      reliefs?: ClaimedRelief[];
    }
  | {
      decision: 'recordSupplement';
      /**
       * @maxItems 100
       */
      components: SuppliedComponent[];
      note?: string;
      amountDue?: Dong;
      case?: string;
      counts?: {
        [k: string]: number;
      };
      /**
       * @maxItems 20
       */
      reliefs?: ClaimedRelief[];
    }
  | {
      decision: 'recordPayment';
      amount: Dong;
      method: 'cash' | 'transfer';
      receipt?: string;
    }
  | {
      decision: 'forward';
      to?: string;
      note?: string;
    }
  | {
      decision: 'sendBack';
      to?: string;
      reason: string;
    }
  | {
      decision: 'approve';
      text?: string;
      resultFile?: FileId;
      validUntil?: ValidUntil;
      proposal?: Sha256;
    }
  | {
      decision: 'refuse';
      reason: string;
      resultFile?: FileId;
    }
  | {
      decision: 'consult';
      question: string;
      /**
       * @minItems 1
       * @maxItems 20
       */
      agencies?: AgencyCode[];
    }
  | {
      decision: 'giveOpinion';
      opinion: string;
      agrees?: boolean;
    }
  | {
      decision: 'proceed';
      reason: string;
      /**
       * @maxItems 20
       */
      unheard?: AgencyCode[];
    }
  | {
      decision: 'extend';
      reason: string;
      newDueOn: string;
      apology: string;
    }
  | {
      decision: 'signApology';
      proposal?: Sha256;
    }
  | {
      decision: 'returnApology';
      reason: string;
    }
  | {
      decision: 'confirmChange';
      proposal?: Sha256;
    }
  | {
      decision: 'returnChange';
      reason: string;
    }
  | {
      decision: 'pause';
      kind: string;
      reason: string;
      document?: string;
    }
  | {
      decision: 'resume';
      document: string;
      note?: string;
    }
  | {
      decision: 'stop';
      reason: string;
    }
  | {
      decision: 'seal';
    }
  | {
      decision: 'handOver';
      receivedBy?: string;
      collector?: Collector;
      authorization?: string;
      slip?: SlipAtCollection;
      attestedBy?: Attestation;
      witnesses?: number;
      consignment?: string;
      collectionCode?: string;
    };
/** Letters of a serial that the collecting body chooses */
export type SerialLetters = string;
/** Who issues receipts; `own`: this system */
export type ReceiptIssuer = 'own' | 'vnpt' | 'viettel';
export type AbsenceId = string;
export type ArchiveBatchId = string;
export type CashDrawerId = string;
export type CashDepositId = string;
/** Account of the money ledger (tài khoản) */
export type MoneyAccountName = string;

export interface Operations {
  health: {
    params: {};
    query: {};
    answer: Health;
  };
  listAccessRecords: {
    params: {};
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
      /**
       * Reads of a day; auditors who name nothing get today
       */
      on?: string;
      /**
       * Reads made by an account, as `officer:ACCOUNT` or `portal:ID`; auditors only
       */
      reader?: string;
      dossier?: TypedDossierCode;
    };
    answer: {
      items: AccessRecord[];
      nextCursor: string | null;
    };
  };
  listChanges: {
    params: {};
    query: {
      /**
       * nextCursor of the previous answer; without it, from the beginning of the feed, at most a year back
       */
      cursor?: string;
      /**
       * Events at most
       */
      limit?: number;
      /**
       * Seconds to wait for an event where there is none yet
       */
      wait?: number;
    };
    answer: {
      items: DossierEvent[];
      /**
       * Where to go on: always given, also where nothing is new
       */
      nextCursor: string;
    };
  };
  listConnections: {
    params: {};
    query: {};
    answer: {
      items: Connection[];
    };
  };
  getDeadLetters: {
    params: {
      party: PartyName;
    };
    query: {};
    answer: DeadLetters;
  };
  redriveConnection: {
    params: {
      party: PartyName;
    };
    query: {};
    answer: Redriven;
  };
  listWaiting: {
    params: {
      party: PartyName;
    };
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
    };
    answer: {
      items: WaitingDossier[];
      nextCursor: string | null;
    };
  };
  explainDeadline: {
    params: {};
    query: {};
    body: {
      receivedAt: Instant;
      limit: {
        amount: number;
        unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
        sameDay?: {
          cutOff: string;
        };
      };
      calendar?:
        | string
        | {
            id: string;
            version: string;
            name: {
              vi: string;
              en: string;
            };
            /**
             * @maxItems 6
             */
            weeklyDaysOff: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
            swappedSaturdays: 'counted' | 'notCounted';
            yearsWithoutNotice: 'computed' | 'refused';
            years: {
              year: number;
              provisional: boolean;
              notices: string[];
              remark?: string;
              daysOff: {
                date: string;
                reason: 'holiday' | 'compensation' | 'swapped';
                name: {
                  vi: string;
                  en: string;
                };
              }[];
              saturdaysWorked: {
                date: string;
                inPlaceOf: string;
              }[];
            }[];
            unitDaysOff: {
              date: string;
              name: {
                vi: string;
                en: string;
              };
            }[];
          };
      officeHours?:
        | string
        | {
            from: string;
            to: string;
          }[]
        | {
            id: string;
            version: string;
            /**
             * @minItems 1
             */
            periods: {
              from: string;
              /**
               * @minItems 1
               */
              seasons: {
                from: string;
                sessions: {
                  from: string;
                  to: string;
                }[];
                weekdays?: {
                  [k: string]: {
                    from: string;
                    to: string;
                  }[];
                };
              }[];
            }[];
          };
      /**
       * @maxItems 1000
       */
      interruptions?: {
        from: Instant;
        to?: Instant;
        resume: 'resume' | 'restart';
        reason?: 'supplement' | 'fee' | 'citizen' | 'outage' | 'other';
        by?: string;
      }[];
      rules?: {
        id: string;
        version: string;
        receiptDay: 'notCounted' | 'counted';
        lastDayOff: 'roll' | 'keep';
        dueMoment: 'closeOfOffice' | 'sameClockTime' | 'endOfDay' | 'startOfNextDay';
        partOfDay: 'shareOfOfficeTime' | 'wholeDay';
        pauseDays: {
          first: 'counted' | 'skipped';
          last: 'counted' | 'skipped';
        };
        monthsFrom: 'receiptDay' | 'dayAfter';
        monthEnd: 'lastDay' | 'overflow';
        restartAfterLapse: 'allowed' | 'ignored';
        forwarding: {
          cutOff: string;
        };
        extension: {
          times: number;
          latestDaysBefore: number;
          dayUnit: 'calendarDay' | 'workingDay';
        };
        alarms: {
          dueSoonWorkingDays: number;
          dueSoonWorkingHours: number;
          escalationWorkingDays: number;
        };
      };
    };
    answer: {
      status: 'due' | 'paused';
      dueAt?: Instant;
      dueOn?: string;
      calendarVersion: string;
      rulesVersion: string;
      provisional: boolean;
      entries: {
        date: string;
        counted: boolean | number;
        reason: string;
        code:
          | 'receiptDay'
          | 'workingDay'
          | 'swappedInDay'
          | 'calendarDay'
          | 'weekend'
          | 'holiday'
          | 'compensation'
          | 'swapped'
          | 'swappedSaturdayNotCounted'
          | 'unitDayOff'
          | 'officeClosed'
          | 'officeHours'
          | 'partOfDay'
          | 'lunch'
          | 'outsideOfficeHours'
          | 'pause'
          | 'restart'
          | 'forgotten'
          | 'rolled'
          | 'due';
        from?: string;
        to?: string;
      }[];
      text?: string;
    };
  };
  listDossiers: {
    params: {};
    query: {
      /**
       * Agency code (mã định danh cơ quan); lower case, spaces and missing dots are accepted
       */
      unit?: string;
      /**
       * States of handling, separated by commas
       */
      handling?: HandlingState[] | string;
      /**
       * Neither decided nor ended yet
       */
      open?: 'true' | 'false';
      procedure?: TypedProcedureCode;
      /**
       * Field (lĩnh vực), as the procedure names it
       */
      field?: string;
      /**
       * The submitting portal’s own reference for the dossier
       */
      portalReference?: string;
      channel?: Channel;
      /**
       * State of the fee (trạng thái phí, lệ phí)
       */
      money?:
        'none' | 'due' | 'pending' | 'failed' | 'paid' | 'overpaid' | 'refunding' | 'refunded' | 'waived';
      /**
       * Whether the result was returned; false: decided but not returned yet
       */
      returned?: 'true' | 'false';
      /**
       * Not yet decided, and past the promised date
       */
      overdue?: 'true' | 'false';
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      submittedFrom?: string;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      submittedTo?: string;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      dueFrom?: string;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      dueTo?: string;
      /**
       * Sort order; by default by due date if the filters ask about due dates, otherwise by submission
       */
      sort?: 'submittedAt' | 'dueAt';
      /**
       * asc: earliest first; desc: latest first
       */
      order?: 'asc' | 'desc';
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
      /**
       * applicant: adds the applicant’s name to each item; the read is recorded
       */
      expand?: 'applicant';
    };
    answer: {
      items: {
        code: DossierCode;
        handling: HandlingState;
        nationalStatus: number;
        statusText: string;
        procedure: {
          code: ProcedureCode;
          name: string;
        };
        receivingUnit: AgencyCode;
        competentUnit: AgencyCode;
        channel: Channel;
        money: MoneyState;
        delivery: DeliveryState;
        submittedAt: Instant;
        dueAt: Instant | null;
        dueOn: string | null;
        outcome: ('granted' | 'refused') | null;
        /**
         * Null for a dossier without changes since lists began to show it
         */
        version: number | null;
        /**
         * When its last entry was made; null when `version` is
         */
        updatedAt: Instant | null;
        /**
         * The portal’s own reference for the submission; shown to that portal and to officers
         */
        portalReference: string | null;
        applicantName?: ApplicantName;
      }[];
      nextCursor: string | null;
    };
  };
  submitDossier: {
    params: {};
    query: {};
    body: Submission;
    answer: Acknowledgement;
  };
  getDossier: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: Dossier;
  };
  correctApplicant: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: ApplicantCorrection;
    answer: CorrectedDossier;
  };
  listCitedResults: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: CitedResults;
  };
  getCollectionCode: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: CollectionCode;
  };
  getDeadline: {
    params: {
      code: TypedDossierCode;
    };
    query: {
      at?: Instant;
    };
    answer: DossierDeadline;
  };
  openFile: {
    params: {
      code: TypedDossierCode;
      id: FileId;
    };
    query: {};
    answer: FileLink;
  };
  certifyCopy: {
    params: {
      code: TypedDossierCode;
      id: FileId;
    };
    query: {};
    body: CopyCertification;
    answer: CertifiedCopy;
  };
  getDigitization: {
    params: {
      code: TypedDossierCode;
      id: FileId;
    };
    query: {};
    answer: Digitization;
  };
  listForms: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: FormList;
  };
  getForm: {
    params: {
      code: TypedDossierCode;
      id: FormId;
    };
    query: {
      /**
       * One of its `papers`; by default the first
       */
      paper?: 'A5' | 'A4' | 'A4 landscape' | 'slip';
    };
    answer: FormLink;
  };
  getHistory: {
    params: {
      code: TypedDossierCode;
    };
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
    };
    answer: {
      items: HistoryEntry[];
      nextCursor: string | null;
    };
  };
  askForInk: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: InkOrder;
    answer: InkRequest;
  };
  handInInk: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: HardwareInkOrder;
    answer: InkTaken;
  };
  declareInterest: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: InterestDeclaration;
    answer: DeclaredInterest;
  };
  recordLandProof: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: LandProof;
    answer: LandSlipSent;
  };
  sendLandSlip: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: LandSlipOrder;
    answer: LandSlipSent;
  };
  getLandTax: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: LandTaxView;
  };
  changeLegalHold: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: LegalHoldChange;
    answer: LegalHold;
  };
  searchStoreForDossier: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: StorePapers;
  };
  fetchStoreFileForDossier: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: DossierStoreFetch;
    answer: CompletedUpload;
  };
  listPayments: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: PaymentList;
  };
  getProof: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: DossierProof;
  };
  recallResult: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: ResultRecall;
    answer: Delivery;
  };
  returnAgain: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: Collection;
    answer: Delivery;
  };
  retryReceipt: {
    params: {
      code: TypedDossierCode;
      id: ReceiptRequestId;
    };
    query: {};
    answer: ReceiptRequestState;
  };
  listReceipts: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: ReceiptList;
  };
  correctReceipt: {
    params: {
      code: TypedDossierCode;
      id: ReceiptId;
    };
    query: {};
    body: ReceiptCorrection;
    answer: ReceiptCorrectionState;
  };
  decideReceiptCorrection: {
    params: {
      code: TypedDossierCode;
      id: ReceiptId;
    };
    query: {};
    body: ReceiptCorrectionDecision;
    answer: ReceiptCorrectionState;
  };
  requestRefund: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: RefundOrder;
    answer: DossierMoney;
  };
  decideRefund: {
    params: {
      code: TypedDossierCode;
      refund: RefundId;
    };
    query: {};
    body: RefundDecision;
    answer: DossierMoney;
  };
  payRefund: {
    params: {
      code: TypedDossierCode;
      refund: RefundId;
    };
    query: {};
    body: RefundPayout;
    answer: DossierMoney;
  };
  proposeResultChange: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: ResultChange;
    answer: ProposedResultChange;
  };
  listResults: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: ResultList;
  };
  supplementDossier: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: SupplementBody;
    answer: ChangedDossier;
  };
  getDossierVault: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: DossierVault;
  };
  withdrawDossier: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    body: WithdrawalBody;
    answer: ChangedDossier;
  };
  listExports: {
    params: {};
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
    };
    answer: {
      items: Export[];
      nextCursor: string | null;
    };
  };
  createExport: {
    params: {};
    query: {};
    body: ExportRequest;
    answer: Export;
  };
  getExport: {
    params: {
      id: ExportId;
    };
    query: {};
    answer: Export;
  };
  listFindings: {
    params: {};
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
      /**
       * The day whose changes were compared, `2026-11-25`
       */
      on: string;
    };
    answer: {
      items: Finding[];
      nextCursor: string | null;
    };
  };
  tellLandTax: {
    params: {};
    query: {};
    body: TaxOfficeMessage;
    answer: TaxMessageTaken;
  };
  getSelf: {
    params: {};
    query: {};
    answer: Self;
  };
  getReconciliation: {
    params: {
      /**
       * Day in Viet Nam
       */
      day: string;
    };
    query: {};
    answer: MoneyReconciliation;
  };
  getReconciliationFile: {
    params: {
      /**
       * Day in Viet Nam
       */
      day: string;
      format: ExportFormat;
    };
    query: {};
    answer: SettlementFile;
  };
  listRefusedNotices: {
    params: {};
    query: {
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      day?: string;
    };
    answer: RefusedNotices;
  };
  loadStatement: {
    params: {};
    query: {};
    body: StatementFile;
    answer: LoadedStatement;
  };
  listUnassigned: {
    params: {};
    query: {};
    answer: UnassignedList;
  };
  assignPayment: {
    params: {
      gateway: Gateway;
      /**
       * As `listUnassigned` gives it (`key`)
       */
      transaction: string;
    };
    query: {};
    body: PaymentAssignment;
    answer: AssignedPayment;
  };
  listUnsettled: {
    params: {};
    query: {};
    answer: UnsettledList;
  };
  getUnsettledFile: {
    params: {
      format: ExportFormat;
    };
    query: {};
    answer: SettlementFile;
  };
  fetchStoreFile: {
    params: {};
    query: {};
    body: StoreFetch;
    answer: CompletedUpload;
  };
  searchStore: {
    params: {};
    query: {};
    body: StoreSearch;
    answer: StorePapers;
  };
  listOfficers: {
    params: {};
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
      unit?: AgencyCode;
    };
    answer: {
      items: Officer[];
      nextCursor: string | null;
    };
  };
  recordOfficers: {
    params: {};
    query: {};
    body: OfficerRecords;
    answer: OfficersRecorded;
  };
  answerOnPad: {
    params: {};
    query: {};
    body: PadAnswer;
    answer: PadAnswered;
  };
  lookAtPad: {
    params: {};
    query: {};
    body: PadLook;
    answer: PadView;
  };
  redeemPairing: {
    params: {};
    query: {};
    body: PairingOrder;
    answer: PairedPad;
  };
  notifyBank: {
    params: {};
    query: {};
    body: PaymentNotice;
    answer: BankNoticeAnswer;
  };
  notifyPlatform: {
    params: {};
    query: {};
    body: PaymentNotice;
    answer: PlatformNoticeAnswer;
  };
  getPayment: {
    params: {
      code: TypedDossierCode;
      key: VerificationCode;
    };
    query: {};
    answer: PaymentView;
  };
  openPayment: {
    params: {
      code: TypedDossierCode;
      key: VerificationCode;
    };
    query: {};
    answer: OpenedPayment;
  };
  listProcedures: {
    params: {};
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
      /**
       * Words of the name in any order, with or without diacritics, or the code; the shortest names first
       */
      q?: string;
      /**
       * Whether new dossiers are taken
       */
      state?: 'open' | 'closed';
    };
    answer: {
      items: ProcedureSummary[];
      nextCursor: string | null;
    };
  };
  importProcedures: {
    params: {};
    query: {};
    body: ProcedureImport;
    answer: ImportReport;
  };
  applyWorkflowTemplate: {
    params: {};
    query: {};
    body: TemplateApplication;
    answer: TemplateReport;
  };
  getProcedure: {
    params: {
      code: TypedProcedureCode;
    };
    query: {
      /**
       * A version; by default the one in force
       */
      version?: number;
    };
    answer: ProcedureVersion;
  };
  listReliefs: {
    params: {
      code: TypedProcedureCode;
    };
    query: {
      /**
       * Way of submission (kênh thực hiện)
       */
      channel?: 'online' | 'counter' | 'post';
    };
    answer: OfferedReliefs;
  };
  setProcedureState: {
    params: {
      code: TypedProcedureCode;
    };
    query: {};
    body: ProcedureStateChange;
    answer: ProcedureVersion;
  };
  getWorkflow: {
    params: {
      code: TypedProcedureCode;
    };
    query: {};
    answer: WorkflowVersion;
  };
  publishWorkflow: {
    params: {
      code: TypedProcedureCode;
    };
    query: {};
    body: WorkflowPublication;
    answer: WorkflowReport;
  };
  rebuildProjections: {
    params: {};
    query: {};
    body: ProjectionsRebuilding;
    answer: ProjectionsRebuilt;
  };
  listProposedChanges: {
    params: {};
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
    };
    answer: {
      items: ProposedChange[];
      nextCursor: string | null;
    };
  };
  getProposedChange: {
    params: {
      id: ProposedChangeId;
    };
    query: {};
    answer: ProposedChangeInFull;
  };
  confirmProposedChange: {
    params: {
      id: ProposedChangeId;
    };
    query: {};
    answer: ProposedChange;
  };
  withdrawProposedChange: {
    params: {
      id: ProposedChangeId;
    };
    query: {};
    body: ProposedChangeWithdrawal;
    answer: ProposedChange;
  };
  replan: {
    params: {};
    query: {};
    body: Replanning;
    answer: ReplanningReport;
  };
  verifyResult: {
    params: {
      number: TypedResultNumber;
    };
    query: {
      code?: VerificationCode;
      /**
       * SHA-256 of the result’s file, in hexadecimal
       */
      sha256?: string;
    };
    answer: ResultVerification;
  };
  searchDossiers: {
    params: {};
    query: {
      /**
       * Dossier code or part of one, result number, identity number, tax code, telephone number, passport number, name of the applicant or representative, procedure, the portal’s own reference
       */
      q: string;
      /**
       * applicant: adds the applicant’s name to each item; the read is recorded
       */
      expand?: 'applicant';
      /**
       * Dossiers given, at most 100
       */
      limit?: number;
    };
    answer: SearchResult;
  };
  listSubscriptions: {
    params: {};
    query: {};
    answer: {
      items: Subscription[];
    };
  };
  createSubscription: {
    params: {};
    query: {};
    body: SubscriptionRequest;
    answer: CreatedSubscription;
  };
  getSubscription: {
    params: {
      id: SubscriptionId;
    };
    query: {};
    answer: Subscription;
  };
  endSubscription: {
    params: {
      id: SubscriptionId;
    };
    query: {};
    answer: Subscription;
  };
  pingSubscription: {
    params: {
      id: SubscriptionId;
    };
    query: {};
    answer: PingOutcome;
  };
  replaySubscription: {
    params: {
      id: SubscriptionId;
    };
    query: {};
    body: ReplayRequest;
    answer: Replay;
  };
  resumeSubscription: {
    params: {
      id: SubscriptionId;
    };
    query: {};
    answer: SubscriptionResumed;
  };
  rotateSecret: {
    params: {
      id: SubscriptionId;
    };
    query: {};
    answer: SubscriptionSecret;
  };
  listTasks: {
    params: {};
    query: {
      unit?: TypedAgencyCode;
      role?: OfficerRole;
      /**
       * What the dossier waits for
       */
      phase?:
        | 'reception'
        | 'supplement'
        | 'payment'
        | 'step'
        | 'consultations'
        | 'signature'
        | 'seal'
        | 'collection'
        | 'others'
        | 'consultation'
        | 'apology'
        | 'resultChange';
      procedure?: TypedProcedureCode;
      /**
       * Field (lĩnh vực), as the procedure names it
       */
      field?: string;
      channel?: Channel;
      /**
       * Whose tasks, a colleague’s by account; by default the caller’s own and unassigned ones
       */
      assignee?: ('me' | 'nobody' | 'anybody') | string;
      alarm?: AlarmState;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      receivedFrom?: string;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      receivedTo?: string;
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
      /**
       * applicant: adds the applicant’s name to each item; the read is recorded
       */
      expand?: 'applicant';
    };
    answer: {
      items: {
        id: TaskId;
        phase:
          | 'reception'
          | 'supplement'
          | 'payment'
          | 'step'
          | 'consultations'
          | 'signature'
          | 'seal'
          | 'collection'
          | 'others'
          | 'consultation'
          | 'apology'
          | 'resultChange';
        step: string | null;
        name: string;
        unit: AgencyCode;
        role: OfficerRole;
        openedAt: Instant;
        dueAt: Instant;
        alarms: {
          dueSoon: Instant;
          overdue: Instant;
          escalated: Instant;
        };
        assignee: string | null;
        dossier: DossierCode;
        procedure: ProcedureCode;
        procedureName: string;
        field: string;
        duplicates: DossierCode[];
        channel: Channel;
        receivedAt: Instant;
        version: number;
        alarm: 'none' | 'dueSoon' | 'overdue' | 'escalated';
        closed: StandingDecision | null;
        holderLeft: boolean;
        applicantName?: ApplicantName;
      }[];
      nextCursor: string | null;
    };
  };
  countTasks: {
    params: {};
    query: {
      unit?: TypedAgencyCode;
    };
    answer: TaskCounts;
  };
  getTask: {
    params: {
      id: TypedTaskId;
    };
    query: {};
    answer: Task;
  };
  assignTask: {
    params: {
      id: TypedTaskId;
    };
    query: {};
    body: AssignmentBody;
    answer: Task;
  };
  decideTask: {
    params: {
      id: TypedTaskId;
    };
    query: {};
    body: TaskDecision;
    answer: DecisionReceipt;
  };
  trackDossier: {
    params: {
      code: TypedDossierCode;
    };
    query: {};
    answer: TrackedDossier;
  };
  getOrganization: {
    params: {};
    query: {};
    answer: Organisation;
  };
  publishOrganization: {
    params: {};
    query: {};
    body: OrganizationPublication;
    answer: Organisation;
  };
  listAbsences: {
    params: {
      code: AgencyCode;
    };
    query: {};
    answer: AbsenceList;
  };
  recordAbsence: {
    params: {
      code: AgencyCode;
    };
    query: {};
    body: AbsenceOrder;
    answer: Absence;
  };
  endAbsence: {
    params: {
      code: AgencyCode;
      id: AbsenceId;
    };
    query: {};
    body: AbsenceEnd;
    answer: Absence;
  };
  listArchiveBatches: {
    params: {
      code: TypedAgencyCode;
    };
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
    };
    answer: ArchiveBatchList;
  };
  packArchiveBatch: {
    params: {
      code: TypedAgencyCode;
    };
    query: {};
    body: ArchiveOrder;
    answer: ArchiveBatch;
  };
  getArchiveBatch: {
    params: {
      code: TypedAgencyCode;
      id: ArchiveBatchId;
    };
    query: {};
    answer: ArchiveBatch;
  };
  getArchivePaper: {
    params: {
      code: TypedAgencyCode;
      id: ArchiveBatchId;
      /**
       * contents: mục lục hồ sơ, tài liệu nộp lưu; receipt: biên bản giao nhận hồ sơ, tài liệu
       */
      paper: 'contents' | 'receipt';
    };
    query: {};
    answer: ArchivePaperLink;
  };
  takeArchiveBatch: {
    params: {
      code: TypedAgencyCode;
      id: ArchiveBatchId;
    };
    query: {};
    answer: ArchiveBatch;
  };
  listArchiveDue: {
    params: {
      code: TypedAgencyCode;
    };
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
      /**
       * Year in which they were submitted; by default this one
       */
      year?: number;
    };
    answer: ArchiveDueList;
  };
  listAuthorizations: {
    params: {
      code: AgencyCode;
    };
    query: {};
    answer: AuthorizationList;
  };
  recordAuthorization: {
    params: {
      code: AgencyCode;
    };
    query: {};
    body: AuthorizationOrder;
    answer: Authorization;
  };
  endAuthorization: {
    params: {
      code: AgencyCode;
      id: AuthorizationId;
    };
    query: {};
    body: AuthorizationEnd;
    answer: Authorization;
  };
  listDeposits: {
    params: {
      code: TypedAgencyCode;
    };
    query: {};
    answer: CashDepositList;
  };
  depositDrawers: {
    params: {
      code: TypedAgencyCode;
    };
    query: {};
    body: CashDepositOrder;
    answer: CashDeposit;
  };
  listDrawers: {
    params: {
      code: TypedAgencyCode;
    };
    query: {
      /**
       * nextCursor of the previous page
       */
      cursor?: string;
      /**
       * Items on a page, at most 100
       */
      limit?: number;
    };
    answer: CashDrawerList;
  };
  openDrawer: {
    params: {
      code: TypedAgencyCode;
    };
    query: {};
    body: CashDrawerOrder;
    answer: CashDrawer;
  };
  closeDrawer: {
    params: {
      code: TypedAgencyCode;
      id: CashDrawerId;
    };
    query: {};
    body: CashDrawerCount;
    answer: CashDrawer;
  };
  getUnitMoney: {
    params: {
      code: TypedAgencyCode;
    };
    query: {
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      from?: string;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      to?: string;
    };
    answer: UnitMoney;
  };
  listPads: {
    params: {
      code: TypedAgencyCode;
    };
    query: {};
    answer: PadList;
  };
  pairPad: {
    params: {
      code: TypedAgencyCode;
    };
    query: {};
    body: PadOrder;
    answer: PadInPairing;
  };
  clearPad: {
    params: {
      code: TypedAgencyCode;
      id: PadId;
    };
    query: {};
    answer: Pad;
  };
  endPad: {
    params: {
      code: TypedAgencyCode;
      id: PadId;
    };
    query: {};
    answer: Pad;
  };
  getPaymentStatistics: {
    params: {
      code: TypedAgencyCode;
    };
    query: {
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      from?: string;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      to?: string;
    };
    answer: PaymentStatistics;
  };
  getProcessIndicators: {
    params: {
      code: TypedAgencyCode;
      procedure: TypedProcedureCode;
    };
    query: {
      /**
       * First day of submission; by default that of this month
       */
      from?: string;
      /**
       * Last day of submission; by default today
       */
      to?: string;
    };
    answer: ProcessIndicators;
  };
  getReceiptSummary: {
    params: {
      code: TypedAgencyCode;
      /**
       * Day on which the money came in
       */
      date: string;
    };
    query: {};
    answer: ReceiptSummary;
  };
  getRegister: {
    params: {
      code: TypedAgencyCode;
    };
    query: {
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      from?: string;
      /**
       * Day in Viet Nam, YYYY-MM-DD, inclusive
       */
      to?: string;
    };
    answer: RegisterLink;
  };
  transferDossiers: {
    params: {
      code: AgencyCode;
    };
    query: {};
    body: Transfer;
    answer: TransferReport;
  };
  createUpload: {
    params: {};
    query: {};
    body: UploadRequest;
    answer: UploadTicket;
  };
  completeUpload: {
    params: {
      id: FileId;
    };
    query: {};
    answer: CompletedUpload;
  };
  listVault: {
    params: {};
    query: {};
    answer: Vault;
  };
  getWorkCalendar: {
    params: {};
    query: {
      /**
       * A version; by default the one in force
       */
      version?: number;
    };
    answer: WorkCalendarVersion;
  };
  publishWorkCalendar: {
    params: {};
    query: {};
    body: WorkCalendar;
    answer: WorkCalendarVersion;
  };
  getWorkCalendarDraft: {
    params: {};
    query: {};
    answer: WorkCalendarDraft;
  };
  saveWorkCalendarDraft: {
    params: {};
    query: {};
    body: WorkCalendar;
    answer: WorkCalendarDraft;
  };
}
export interface Health {
  status: 'ok';
}
/** Read of personal data (nhật ký truy cập dữ liệu cá nhân) */
export interface AccessRecord {
  at: Instant;
  requestId: string;
  reader: {
    kind: 'citizen' | 'foreigner' | 'organisation' | 'portal' | 'officer';
    /**
     * The reader’s account; accounts of officers and applicants are not shown to applicants
     */
    account: string | null;
    unit: AgencyCode | null;
    roles: OfficerRole[];
  };
  operation: string;
  parts: AccessPart[];
  dossiers: DossierRead[];
  /**
   * Why the reader was allowed to see this, in words
   */
  reason: string;
  /**
   * The reader’s own reason, from Access-Reason or the export request
   */
  stated: string | null;
  /**
   * The filters used; not shown to applicants
   */
  asked: string | null;
}
export interface DossierRead {
  code: DossierCode;
  basis: AccessBasis;
  task?: TaskId;
  file?: FileId;
}
/** An event of a dossier, as CloudEvents 1.0 */
export interface DossierEvent {
  specversion: '1.0';
  id: string;
  source: string;
  time: Instant;
  datacontenttype: 'application/json';
  type: string;
  subject: DossierCode;
  sequence: string;
  data: {
    dossier: DossierCode;
    version: number;
    event: PortalEventKind;
    portalReference: string | null;
    handling: HandlingState;
    nationalStatus: number;
    money: MoneyState;
    delivery: DeliveryState;
    dueAt: Instant | null;
    dueOn: string | null;
    outcome: ('granted' | 'refused') | null;
    reminder?: {
      of: 'payment' | 'supplement' | 'collection';
      level: 'dueSoon' | 'overdue' | 'escalated';
      before: Instant;
    };
  };
}
export interface Connection {
  party: PartyName;
  breaker: 'closed' | 'open';
  openUntil: Instant | null;
  failuresInARow: number;
  lastSuccessAt: Instant | null;
  lastFailure: {
    at: Instant;
    reason: string;
  } | null;
  /**
   * The last 24 hours
   */
  lastDay: {
    sent: number;
    lag: {
      /**
       * Milliseconds from the event to the acknowledgement, rounded up; null if nothing was sent
       */
      p50: number | null;
      /**
       * Milliseconds from the event to the acknowledgement, rounded up; null if nothing was sent
       */
      p95: number | null;
      /**
       * Milliseconds from the event to the acknowledgement, rounded up; null if nothing was sent
       */
      p99: number | null;
    };
    failures: {
      [k: string]: number;
    };
  };
  oldestWaitingSince: Instant | null;
}
export interface DeadLetters {
  queue: string;
  /**
   * Approximate, as the queue reports it
   */
  count: number;
  /**
   * Some of them, at most ten
   */
  messages: {
    dossier: DossierCode | null;
    reached: number | null;
    sentAt: Instant;
  }[];
}
export interface Redriven {
  waiting: number;
  deadLetters: number;
  /**
   * Whether there is more: call again
   */
  more: boolean;
}
export interface WaitingDossier {
  dossier: DossierCode;
  state: WaitingState;
  reason: string;
  since: Instant;
  attempts: number;
  retryAt: Instant | null;
  /**
   * The last ledger entry that has taken effect
   */
  doneUpTo: number;
}
export interface Submission {
  procedure: ProcedureCode;
  channel: Channel;
  receivingUnit: AgencyCode;
  competentUnit?: AgencyCode;
  applicant: Applicant;
  onBehalf?: OnBehalf;
  /**
   * @maxItems 100
   */
  components: SuppliedComponent[];
  /**
   * How the result is returned (hình thức trả kết quả)
   */
  returnBy?: 'electronic' | 'counter' | 'post';
  returnAddress?: string;
  formData?: FormData;
  /**
   * @maxItems 20
   */
  reliefs?: AskedRelief[];
  portalReference?: string;
}
/** A person by name and number (người được nêu tên) */
export interface NamedPerson {
  name: PersonName;
  identityNumber?: IdentityNumber;
  paper?: ForeignPaper;
}
/** Identity paper of a foreigner (giấy tờ của người nước ngoài) */
export interface ForeignPaper {
  kind: 'passport' | 'residenceCard' | 'foreignerNumber';
  number: string;
  country: CountryCode;
}
/** Another paper of a person (giấy tờ khác) */
export interface OtherPaper {
  name: string;
  number?: string;
  issuedBy?: string;
}
/** Acting for the owner: the submitter, the reason and the kind of consent */
export interface OnBehalf {
  reason: string;
  consent: 'spoken' | 'written' | 'authorised' | 'legalRepresentative';
  by?: NamedPerson;
}
/** Paper supplied: files, paper copies, results, or several */
export interface SuppliedComponent {
  component: string;
  /**
   * @maxItems 20
   */
  files?: FileId[];
  paperCopies?: number;
  paperKind?: PaperKind;
  /**
   * @minItems 1
   * @maxItems 5
   */
  results?: string[];
}
/** Answers of the electronic form (dữ liệu tờ khai điện tử) */
export interface FormData {
  [k: string]:
    | string
    | number
    | boolean
    | null
    | {
        [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
      }
    | (
        | (string | number | boolean | null)
        | {
            [k: string]: string | number | boolean | null | (string | number | boolean | null)[];
          }
      )[];
}
/** Relief that is asked for (đề nghị miễn, giảm) */
export interface AskedRelief {
  relief: string;
  evidence: string;
}
export interface Acknowledgement {
  code: DossierCode;
  handling: HandlingState;
  nationalStatus: number;
  statusText: string;
  version: number;
  submittedAt: Instant;
  answerBy: Instant;
}
export interface Dossier {
  code: DossierCode;
  handling: HandlingState;
  nationalStatus: number;
  statusText: string;
  version: number;
  procedure: {
    code: ProcedureCode;
    name: string;
  };
  rules: {
    procedure: ProcedureCode;
    procedureVersion: number;
    workflowVersion: number;
    workCalendarVersion: number;
    organisationVersion: number;
  };
  receivingUnit: AgencyCode;
  competentUnit: AgencyCode;
  channel: Channel;
  returnBy: ReturnMethod;
  /**
   * The portal’s own reference for the submission; shown to that portal and to officers
   */
  portalReference: string | null;
  landTax: boolean;
  money: MoneyState;
  fee: Fee | null;
  amountDue: Dong | null;
  bill: Bill | null;
  delivery: DeliveryState;
  submittedAt: Instant;
  acceptedAt: Instant | null;
  dueAt: Instant | null;
  dueOn: string | null;
  extendedTo: Instant | null;
  outcome: ('granted' | 'refused') | null;
  timeliness: ('early' | 'onTime' | 'late') | null;
  resultNumber: string | null;
  decidedAt: Instant | null;
  closedAt: Instant | null;
  alarms: string[];
  tasks: {
    id: TaskId;
    phase:
      | 'reception'
      | 'supplement'
      | 'payment'
      | 'step'
      | 'consultations'
      | 'signature'
      | 'seal'
      | 'collection'
      | 'others'
      | 'consultation'
      | 'apology'
      | 'resultChange';
    step: string | null;
    name: string;
    unit: AgencyCode;
    role: OfficerRole;
    openedAt: Instant;
    dueAt: Instant;
    alarms: {
      dueSoon: Instant;
      overdue: Instant;
      escalated: Instant;
    };
    assignee?: string | null;
  }[];
  components: DossierComponent[];
  supplementWanted: SupplementWanted | null;
  ending: DossierEnding | null;
  decision: DossierDecision | null;
  applicant: Applicant;
  formData: FormData | null;
  handedInBy: NamedPerson | null;
  returnAddress: string | null;
  corrections: {
    at: Instant;
    changed: string[];
  }[];
  sync: PartySync[] | null;
}
/** Line of a table of fees (mức phí, lệ phí) */
export interface FeeLine {
  code: string;
  name: string;
  sort: FeeSort;
  case?: {
    id: string;
    condition: string;
  };
  amount?: Dong;
  perUnit?: {
    amount: Dong;
    unit: 'page' | 'copy' | 'case' | 'certificate';
    atMost?: number;
    most?: Dong;
  };
  legalBasis?: string;
}
/** Fees of a dossier with their reliefs (phí, lệ phí và mức miễn, giảm) */
export interface Bill {
  /**
   * @maxItems 40
   */
  lines: BillLine[];
  case?: string;
  full: Dong;
  relieved: Dong;
  due: Dong;
}
export interface BillLine {
  code: string;
  name: string;
  sort: FeeSort;
  count?: number;
  full: Dong;
  relief: Dong;
  ground: string | null;
  due: Dong;
}
/** Paper of a dossier with its files (thành phần hồ sơ đã nộp) */
export interface DossierComponent {
  component: string;
  name: string;
  required: boolean;
  /**
   * wanted: named by the current supplement request; missing: required but not handed in; notHandedIn: not required and not handed in
   */
  state: 'handedIn' | 'wanted' | 'missing' | 'notHandedIn';
  /**
   * Paper copies of the last hand-in
   */
  paperCopies: number;
  /**
   * What they are, where it was recorded
   */
  paperKind: PaperKind | null;
  results: string[];
  files: {
    id: FileId;
    fileName: string;
    contentType:
      | 'application/pdf'
      | 'image/jpeg'
      | 'image/png'
      | 'image/tiff'
      | 'image/heic'
      | 'image/heif'
      | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      | 'application/vnd.oasis.opendocument.text'
      | 'application/pkcs7-mime'
      | 'application/pkcs7-signature'
      | 'application/xml';
    /**
     * In bytes
     */
    size: number;
    handedInAt: Instant;
    handedInWith: 'submission' | 'supplement';
    /**
     * replaced: the paper was handed in again later
     */
    state: 'current' | 'replaced';
    /**
     * It carries the mark of a state secret (dấu chỉ độ mật): nobody opens it
     */
    stopped: boolean;
    /**
     * Null for what was uploaded
     */
    source: FileSource | null;
  }[];
}
/** Paper of the national store that a file is of */
export interface FileSource {
  store: 'national';
  /**
   * Kind of result (mã kết quả)
   */
  kind: string;
  name: string;
  /**
   * Number and symbol (số, ký hiệu)
   */
  number: string;
  /**
   * Who issued it, as the store names it
   */
  agency: string;
}
/** What the applicant is asked for now (yêu cầu bổ sung) */
export interface SupplementWanted {
  askedAt: Instant;
  stage: 'intake' | 'processing';
  reason: string;
  /**
   * What to hand in or correct, in words
   */
  items: string[];
  /**
   * The papers wanted, by their ids in the procedure
   */
  components: string[];
  /**
   * How the legal clock continues afterwards
   */
  clock: 'restart' | 'resume';
}
/** Why a dossier ended without a result (lý do) */
export interface DossierEnding {
  how: 'declined' | 'stopped' | 'withdrawn';
  at: Instant;
  /**
   * Null if the applicant withdrew without giving one
   */
  reason: string | null;
}
/** The decision on a dossier (kết quả giải quyết) */
export interface DossierDecision {
  outcome: 'granted' | 'refused';
  at: Instant;
  /**
   * Null if the result is a separate file
   */
  text: string | null;
}
export interface PartySync {
  party: string;
  state: 'done' | 'behind' | 'waiting';
  /**
   * The version up to which it has been told
   */
  toldUpTo: number;
  waitingSince: Instant | null;
}
/** Correction of the applicant (đính chính chủ hồ sơ) */
export interface ApplicantCorrection {
  applicant: Applicant;
  returnAddress?: string;
  reason: string;
  evidence: {
    file?: FileId;
    description?: string;
  };
}
export interface CorrectedDossier {
  code: DossierCode;
  handling: HandlingState;
  nationalStatus: number;
  statusText: string;
  version: number;
  changed: string[];
}
export interface CitedResults {
  items: {
    number: string;
    kind: {
      code: string;
      name: string | null;
    } | null;
    procedureName: string;
    agency: AgencyCode;
    issuedAt: Instant;
    validUntil: ValidUntil | null;
    /**
     * Since it was cited
     */
    revoked: boolean;
    url: string;
    urlExpiresAt: Instant;
  }[];
}
/** Text of the QR code (mã nhận kết quả), and its last day */
export interface CollectionCode {
  dossier: DossierCode;
  collectionCode: string;
  validUntil: string;
}
export interface DossierDeadline {
  code: DossierCode;
  at: Instant;
  status: 'notStarted' | 'running' | 'paused' | 'decided' | 'ended';
  limit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  } | null;
  clockStartedAt: Instant | null;
  dueAt: Instant | null;
  dueOn: string | null;
  extended: boolean;
  provisional: boolean;
  calendarVersion: string | null;
  rulesVersion: string | null;
  entries: {
    date: string;
    counted: boolean | number;
    reason: string;
    code:
      | 'receiptDay'
      | 'workingDay'
      | 'swappedInDay'
      | 'calendarDay'
      | 'weekend'
      | 'holiday'
      | 'compensation'
      | 'swapped'
      | 'swappedSaturdayNotCounted'
      | 'unitDayOff'
      | 'officeClosed'
      | 'officeHours'
      | 'partOfDay'
      | 'lunch'
      | 'outsideOfficeHours'
      | 'pause'
      | 'restart'
      | 'forgotten'
      | 'rolled'
      | 'due';
    from?: string;
    to?: string;
  }[];
  steps: {
    task: string;
    name: string;
    unit: string;
    startedAt: Instant;
    dueAt: Instant;
    endedAt: Instant | null;
    allowedHours: number;
    usedHours: number;
    savedHours: number;
  }[];
  text: string;
}
export interface FileLink {
  id: FileId;
  fileName: string;
  contentType:
    | 'application/pdf'
    | 'image/jpeg'
    | 'image/png'
    | 'image/tiff'
    | 'image/heic'
    | 'image/heif'
    | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/vnd.oasis.opendocument.text'
    | 'application/pkcs7-mime'
    | 'application/pkcs7-signature'
    | 'application/xml';
  size: number;
  /**
   * inline: shown in the browser; attachment: saved under its name
   */
  shown: 'inline' | 'attachment';
  url: string;
  urlExpiresAt: Instant;
}
/** Certification of a digitized copy (xác nhận bản số hóa) */
export interface CopyCertification {
  comparedWith: ComparedPaper;
}
/** The copy waits for the agency’s seal */
export interface CertifiedCopy {
  dossier: DossierCode;
  file: FileId;
  state: 'sealing';
  version: number;
}
export interface Digitization {
  file: FileId;
  /**
   * notNeeded: the file has no pages, such as an Office document; failed: it was given up; stopped: it carries the mark of a state secret
   */
  state: 'queued' | 'reading' | 'done' | 'failed' | 'notNeeded' | 'stopped';
  fault: ('unopened' | 'fault') | null;
  changedAt: Instant | null;
  pages: number;
  pagesDone: number;
  language: 'vie' | null;
  /**
   * Mean of all that was read; 100: the file’s own text
   */
  confidence: number | null;
  blank: number[];
  unreadable: number[];
  turned: {
    page: number;
    by: 90 | 180 | 270;
  }[];
  /**
   * What is known of malware in the file
   */
  scan: 'clean' | 'notScanned';
  /**
   * Files of the dossier with the very same content
   */
  alsoHandedInAs: FileId[];
  findings: {
    field:
      | 'identityNumber'
      | 'fullName'
      | 'birthDate'
      | 'documentNumber'
      | 'documentDate'
      | 'issuingBody'
      | 'paymentAccount'
      | 'resultNumber';
    value: string;
    from: 'text' | 'citizenCard' | 'vietQr' | 'ownCode';
    page: number;
    box: {
      left: number;
      top: number;
      width: number;
      height: number;
    };
    confidence: number;
  }[];
  differences: {
    field: 'identityNumber' | 'fullName' | 'birthDate';
    /**
     * What the applicant stated
     */
    stated: string;
    found: {
      field:
        | 'identityNumber'
        | 'fullName'
        | 'birthDate'
        | 'documentNumber'
        | 'documentDate'
        | 'issuingBody'
        | 'paymentAccount'
        | 'resultNumber';
      value: string;
      from: 'text' | 'citizenCard' | 'vietQr' | 'ownCode';
      page: number;
      box: {
        left: number;
        top: number;
        width: number;
        height: number;
      };
      confidence: number;
    };
  }[];
  /**
   * For officers, unless the province has switched them off
   */
  hints: (
    | {
        kind: 'otherPaper';
        /**
         * The paper of the procedure whose name fits better
         */
        component: string;
        confidence: number;
        page: number;
      }
    | {
        kind: 'pageMissing';
        missing: number[];
        of: number;
        page: number;
      }
    | {
        kind: 'unreadable';
        pages: number[];
      }
    | {
        kind: 'blank';
        pages: number[];
      }
  )[];
  /**
   * A copy that can be searched, beside the original
   */
  searchable: string | null;
  /**
   * The copy as an officer certified it, with the agency’s seal once it is applied; notSealed: it cannot be, because signatures in the file do not hold
   */
  certification: {
    state: 'sealing' | 'sealed' | 'notSealed';
    comparedWith: ComparedPaper;
    certifiedAt: Instant;
    sealed: {
      sha256: Sha256;
      size: number;
      url: string;
    } | null;
  } | null;
  /**
   * The text of the pages with its places, as JSON, in order
   */
  texts: string[];
  urlExpiresAt: Instant;
}
export interface FormList {
  items: ListedForm[];
}
/** Form of a dossier (biểu mẫu của hồ sơ) */
export interface ListedForm {
  id: FormId;
  kind: 'receipt' | 'supplement' | 'decline' | 'apology' | 'stop' | 'controlSheet' | 'register' | 'handOver';
  /**
   * Of the form, in the version of the law in force that day
   */
  number: string;
  name: string;
  madeAt: Instant;
  /**
   * Number of the ledger entry it is made for
   */
  event: number;
  /**
   * When the handwriting on it was taken on a pad; null where there is none
   */
  inkedAt: Instant | null;
  /**
   * What it is printed on, the prescribed paper first
   */
  papers: ('A5' | 'A4' | 'A4 landscape' | 'slip')[];
}
export interface FormLink {
  id: FormId;
  kind: 'receipt' | 'supplement' | 'decline' | 'apology' | 'stop' | 'controlSheet' | 'register' | 'handOver';
  /**
   * Of the form, in the version of the law in force that day
   */
  number: string;
  name: string;
  paper: 'A5' | 'A4' | 'A4 landscape' | 'slip';
  fileName: string;
  contentType: 'application/pdf';
  /**
   * In bytes
   */
  size: number;
  sha256: Sha256;
  url: string;
  urlExpiresAt: Instant;
}
/** Entry of the dossier’s ledger. `previous` is the hash of the entry before; `hash` is the SHA-256 of the canonical JSON (RFC 8785 order of keys) of the entry without `hash`. If something is withheld, the hash cannot be recomputed from what is shown, but `previous` of the next entry still proves its place; officers who handle the dossier and auditors can verify the whole ledger */
export interface HistoryEntry {
  dossier: DossierCode;
  seq: number;
  at: Instant;
  actor:
    | {
        kind: 'citizen' | 'foreigner' | 'organisation';
        key: string;
      }
    | {
        kind: 'portal';
        id: string;
      }
    | {
        kind: 'officer';
        id?: string;
        unit: AgencyCode | null;
        role: OfficerRole | null;
      }
    | {
        kind: 'system';
        mechanism: string;
      };
  opens: {
    id: TaskId;
    phase:
      | 'reception'
      | 'supplement'
      | 'payment'
      | 'step'
      | 'consultations'
      | 'signature'
      | 'seal'
      | 'collection'
      | 'others'
      | 'consultation'
      | 'apology'
      | 'resultChange';
    step: string | null;
    name: string;
    unit: AgencyCode;
    role: OfficerRole;
    openedAt: Instant;
    dueAt: Instant;
    alarms: {
      dueSoon: Instant;
      overdue: Instant;
      escalated: Instant;
    };
    assignee?: string | null;
  }[];
  closes: {
    task: TaskId;
    decision?: string;
  }[];
  data:
    | {
        type: 'submitted';
        rules?: {
          procedure: ProcedureCode;
          procedureVersion: number;
          workflowVersion: number;
          workCalendarVersion: number;
          organisationVersion: number;
        };
        receivingUnit?: AgencyCode;
        competentUnit?: AgencyCode;
        channel?: Channel;
        owner?: string;
        applicantDigest?: Sha256;
        formDigest?: Sha256;
        representative?: string;
        onBehalf?: {
          reason: string;
          consent: 'spoken' | 'written' | 'authorised' | 'legalRepresentative';
          by?: string;
        } | null;
        components?: {
          component: string;
          /**
           * @maxItems 50
           */
          files: string[];
          paperCopies: number;
          paperKind?: PaperKind;
          results?: string[];
          reuse?: 3;
          fromStore?: {
            file: string;
            kind: string;
          }[];
        }[];
        returnBy?: ReturnMethod;
        fee?: Fee | null;
        amountDue?: Dong | null;
        /**
         * @maxItems 20
         */
        reliefs?: AskedRelief[];
        portalReference?: string | null;
      }
    | {
        type: 'accepted';
        promise?: {
          dueAt: Instant;
          dueOn: string;
          alarms: {
            dueSoon: Instant;
            overdue: Instant;
            escalated: Instant;
          };
        };
        clockStartsAt?: Instant;
        amountDue?: Dong | null;
        bill?: Bill;
        /**
         * @maxItems 20
         */
        reliefs?: ClaimedRelief[];
        note?: string | null;
      }
    | {
        type: 'declined';
        reason?: string;
      }
    | {
        type: 'supplementRequested';
        stage?: 'intake' | 'processing';
        reason?: string;
        /**
         * @minItems 1
         * @maxItems 50
         */
        items?: string[];
        /**
         * @maxItems 100
         */
        components?: string[];
        clock?: 'restart' | 'resume';
        legalBasis?: string | null;
        approvedBy?: string | null;
        despiteVault?: string;
        amountDue?: Dong;
        bill?: Bill;
        /**
         * @maxItems 20
         */
        reliefs?: ClaimedRelief[];
      }
    | {
        type: 'supplemented';
        components?: {
          component: string;
          /**
           * @maxItems 50
           */
          files: string[];
          paperCopies: number;
          paperKind?: PaperKind;
          results?: string[];
          reuse?: 3;
          fromStore?: {
            file: string;
            kind: string;
          }[];
        }[];
        note?: string | null;
        promise?: {
          dueAt: Instant;
          dueOn: string;
          alarms: {
            dueSoon: Instant;
            overdue: Instant;
            escalated: Instant;
          };
        } | null;
        amountDue?: Dong;
        bill?: Bill;
        /**
         * @maxItems 20
         */
        reliefs?: ClaimedRelief[];
      }
    | {
        type: 'forwarded';
        to?: string;
        note?: string | null;
      }
    | {
        type: 'sentBack';
        to?: string;
        reason?: string;
      }
    | {
        type: 'proposed';
        outcome?: 'granted' | 'refused';
        to?: string;
        text?: string;
        resultFile?: string | null;
        validUntil?: ValidUntil;
      }
    | {
        type: 'consulted';
        question?: string;
        /**
         * @minItems 1
         */
        consultations?: {
          task: TaskId;
          unit: AgencyCode;
        }[];
      }
    | {
        type: 'opinionGiven';
        opinion?: string;
        agrees?: boolean | null;
        late?: boolean;
        task?: TaskId;
      }
    | {
        type: 'consultationsClosed';
        unanswered?: AgencyCode[];
        reason?: string | null;
      }
    | {
        type: 'extensionProposed';
        reason?: string;
        apology?: string;
        newDueOn?: string;
        task?: TaskId;
      }
    | {
        type: 'extensionReturned';
        reason?: string;
      }
    | {
        type: 'extended';
        reason?: string;
        apology?: string;
        promise?: {
          dueAt: Instant;
          dueOn: string;
          alarms: {
            dueSoon: Instant;
            overdue: Instant;
            escalated: Instant;
          };
        };
        previousDueAt?: Instant;
        signature?: Signature;
      }
    | {
        type: 'replanned';
        reason?: string;
        workCalendarVersion?: number;
        outage?: {
          from: Instant;
          to: Instant;
        } | null;
        proposedChange?: string;
        previousDueAt?: Instant | null;
        promise?: {
          dueAt: Instant;
          dueOn: string;
          alarms: {
            dueSoon: Instant;
            overdue: Instant;
            escalated: Instant;
          };
        } | null;
      }
    | {
        type: 'stopped';
        reason?: string;
      }
    | {
        type: 'withdrawn';
        reason?: string | null;
        request?: 'spoken' | 'written';
      }
    | {
        type: 'paused';
        kind?: string;
        reason?: string;
        document?: string | null;
        clock?: 'restart' | 'resume';
        handling?: 'processing' | 'awaitingPayment';
      }
    | {
        type: 'resumed';
        document?: string;
        note?: string | null;
        promise?: {
          dueAt: Instant;
          dueOn: string;
          alarms: {
            dueSoon: Instant;
            overdue: Instant;
            escalated: Instant;
          };
        };
      }
    | {
        type: 'paymentRequested';
        amount?: Dong;
        before?: string;
        resumeWith?: string;
      }
    | {
        type: 'paid';
        amount?: Dong;
        method?: 'cash' | 'transfer' | 'online';
        receipt?: string | null;
        promise?: {
          dueAt: Instant;
          dueOn: string;
          alarms: {
            dueSoon: Instant;
            overdue: Instant;
            escalated: Instant;
          };
        } | null;
        applied?: Dong;
        gateway?: Gateway;
        transaction?: string;
        reference?: PaymentReference;
      }
    | {
        type: 'paymentOpened';
        reference?: PaymentReference;
        gateway?: Gateway;
        amount?: Dong;
        expiresAt?: Instant;
      }
    | {
        type: 'paymentEnded';
        reference?: PaymentReference;
        ending?: 'failed' | 'expired';
        code?: string | null;
      }
    | {
        type: 'refundRequested';
        refund?: string;
        amount?: Dong;
        of?: 'held' | 'received';
        reason?: string;
      }
    | {
        type: 'refundDecided';
        refund?: string;
        approved?: boolean;
        reason?: string | null;
      }
    | {
        type: 'refundPaid';
        refund?: string;
        means?: 'cash' | 'transfer';
        document?: string;
      }
    | {
        type: 'receiptIssued';
        receipt?: ReceiptId;
        form?: ReceiptForm;
        serial?: ReceiptSerial;
        number?: ReceiptNumber;
        unit?: AgencyCode;
        taxCode?: TaxCode;
        paid?: number;
        kind?: 'original' | 'replacement' | 'increase' | 'decrease' | 'information';
        of?: {
          form: ReceiptForm;
          serial: ReceiptSerial;
          number: ReceiptNumber;
          date: string;
          fees: Dong;
          charges: Dong;
        } | null;
        amount?: Dong;
        fees?: Dong;
        charges?: Dong;
        date?: string;
        sha256?: Sha256;
        size?: number;
        provider?: {
          name: ReceiptProvider;
          request: ReceiptRequestId;
          reports: boolean;
        };
      }
    | {
        type: 'receiptCorrectionRequested';
        receipt?: ReceiptId;
        kind?: ReceiptCorrectionKind;
        amount?: Dong;
        reason?: string;
      }
    | {
        type: 'receiptCorrectionDecided';
        receipt?: ReceiptId;
        approved?: boolean;
        reason?: string | null;
      }
    | {
        type: 'receiptRequested';
        request?: ReceiptRequestId;
        provider?: ReceiptProvider;
        reports?: boolean;
        unit?: AgencyCode;
        taxCode?: TaxCode;
        owed?: number;
      }
    | {
        type: 'receiptRefused';
        request?: ReceiptRequestId;
        code?: string;
      }
    | {
        type: 'receiptRetried';
        request?: ReceiptRequestId;
      }
    | {
        type: 'landSlipSent';
        slip?: LandSlipId;
        /**
         * @minItems 1
         * @maxItems 4
         */
        kinds?: LandObligationKind[];
      }
    | {
        type: 'landSlipRefused';
        slip?: LandSlipId;
        code?: string;
      }
    | {
        type: 'landNoticeReceived';
        slip?: LandSlipId;
        notice?: LandNotice;
        replaces?: TaxDocumentNumber | null;
      }
    | {
        type: 'landNoticeWithdrawn';
        slip?: LandSlipId;
        notice?: TaxDocumentNumber;
      }
    | {
        type: 'landTaxPaid';
        slip?: LandSlipId;
        notice?: TaxDocumentNumber;
        document?: TaxDocumentNumber;
        amount?: Dong;
        paidOn?: string;
        source?: 'taxOffice' | 'officer';
      }
    | {
        type: 'decided';
        outcome?: 'granted' | 'refused';
        text?: string;
        resultFile?: string | null;
        validUntil?: ValidUntil;
        timeliness?: 'early' | 'onTime' | 'late';
        signature?: Signature;
      }
    | {
        type: 'resultNumbered';
        register?: string;
        documentNumber?: string;
        documentDate?: string;
      }
    | {
        type: 'resultIssued';
        number?: string;
        sha256?: Sha256;
        size?: number;
        origin?: 'given' | 'rendered';
        validUntil?: ValidUntil;
      }
    | {
        type: 'returned';
        how?: ReturnMethod;
        receivedBy?: string | null;
        collection?: {
          collector: Collector | null;
          authorization: string | null;
          slip: SlipAtCollection | null;
          attestedBy: Attestation | null;
          witnesses: number;
          byCode?: true;
        };
        consignment?: string;
      }
    | {
        type: 'resultRecalled';
        reason?: string;
        recovered?: boolean;
      }
    | {
        type: 'returnedAgain';
        how?: ReturnMethod;
        receivedBy?: string | null;
        collection?: {
          collector: Collector | null;
          authorization: string | null;
          slip: SlipAtCollection | null;
          attestedBy: Attestation | null;
          witnesses: number;
          byCode?: true;
        } | null;
        consignment?: string;
      }
    | {
        type: 'resultChangeProposed';
        kind?: 'revoke' | 'correct';
        ground?: string;
        reason?: string;
        text?: string | null;
        resultFile?: string | null;
        task?: TaskId;
      }
    | {
        type: 'resultChangeReturned';
        reason?: string;
      }
    | {
        type: 'resultRevoked';
        number?: string;
        ground?: string;
        reason?: string;
        signature?: Signature;
      }
    | {
        type: 'correctionSigned';
        number?: string;
        ground?: string;
        reason?: string;
        text?: string;
        resultFile?: string | null;
        signature?: Signature;
      }
    | {
        type: 'resultReplaced';
        number?: string;
        replaces?: string;
        ground?: string;
        sha256?: Sha256;
        size?: number;
        origin?: 'given' | 'rendered';
        validUntil?: ValidUntil;
      }
    | {
        type: 'copyCertified';
        file?: string;
        original?: Sha256;
        copy?: Sha256;
        comparedWith?: ComparedPaper;
      }
    | {
        type: 'copySealed';
        file?: string;
        sha256?: Sha256;
        size?: number;
      }
    | {
        type: 'copyNotSealed';
        file?: string;
      }
    | {
        type: 'transferred';
        ended?: AgencyCode;
        from?: AgencyCode;
        to?: AgencyCode;
        receiving?: boolean;
        competent?: boolean;
        tasks?: {
          task: TaskId;
          assignee: string | null;
        }[];
        organisationVersion?: number;
        proposedChange?: string;
      }
    | {
        type: 'applicantCorrected';
        reason?: string;
        evidence?: {
          file: string | null;
          description: string | null;
        };
        /**
         * @minItems 1
         * @maxItems 100
         */
        changed?: string[];
        previousDigest?: Sha256;
        applicantDigest?: Sha256;
        owner?: string;
        representative?: string | null;
      }
    | {
        type: 'interestDeclared';
        officer?: string;
        person?: string;
        reason?: string;
        tasks?: TaskId[];
      }
    | {
        type: 'inkSigned';
        form?: PlainFormId;
        kind?:
          | 'receipt'
          | 'supplement'
          | 'decline'
          | 'apology'
          | 'stop'
          | 'controlSheet'
          | 'register'
          | 'handOver';
        document?: Sha256;
        ink?: Sha256;
        means?: 'pad' | 'hardware';
        device?: string;
      }
    | {
        type: 'archived';
        batch?: string;
        retention?: string;
        years?: number | null;
        until?: string | null;
      }
    | {
        type: 'legalHoldSet';
        reason?: string;
      }
    | {
        type: 'legalHoldLifted';
        reason?: string;
      }
    | {
        type: 'assigned';
        task?: TaskId;
        assignee?: string | null;
      }
    | {
        type: 'alarmRaised';
        alarm?: string;
        level?: 'dueSoon' | 'overdue' | 'escalated';
        subject?: 'dossier' | 'task';
        task?: TaskId | null;
        dueAt?: Instant;
      }
    | {
        type: 'executionLost';
        execution?: string;
        status?: string;
      }
    | {
        type: 'executionStarted';
        execution?: string;
        round?: number;
      };
  previous: Sha256;
  hash: Sha256;
  /**
   * JSON pointers of what is withheld from this reader: officers’ internal notes, and their accounts until the dossier is decided or ended. Absent when the entry is complete
   */
  withheld?: string[];
}
/** Relief of a fee, with its evidence (miễn, giảm phí, lệ phí) */
export interface ClaimedRelief {
  relief: string;
  evidence: {
    kind: string;
    attestedBy?: 'identitySystem' | 'officer';
    note?: string;
  };
}
/** How a decision was signed (thẩm quyền ký) */
export interface Signature {
  form: SigningForm;
  position: string;
  for: string | null;
  authorization: AuthorizationId;
  from: string;
  to: string | null;
}
/** Notice of payment (thông báo nộp tiền) of the tax office */
export interface LandNotice {
  number: TaxDocumentNumber;
  issuedOn: string;
  dueOn: string | null;
  /**
   * @maxItems 20
   */
  lines: {
    kind: LandObligationKind;
    amount: Dong;
    subItem?: string;
  }[];
  total: Dong;
  treasury: {
    number: string;
    holder: string;
    at: string;
  } | null;
  paymentCode: string | null;
}
export interface InkOrder {
  pad: PadId;
  /**
   * Id of a form within its dossier, without ink
   */
  form: string;
  /**
   * What the pad speaks with who signs
   */
  language?: 'vi' | 'en';
}
/** Request to sign a document on a pad (yêu cầu ký trên bàn ký) */
export interface InkRequest {
  id: InkRequestId;
  dossier: string;
  form: PlainFormId;
  kind: 'receipt' | 'supplement' | 'decline' | 'apology' | 'stop' | 'controlSheet' | 'register' | 'handOver';
  /**
   * SHA-256, lower-case hexadecimal
   */
  document: string;
  language: 'vi' | 'en';
  state: InkRequestState;
  askedBy: string;
  askedAt: Instant;
  expiresAt: Instant;
}
export interface HardwareInkOrder {
  /**
   * Serial number of the pad
   */
  serial: string;
  /**
   * PNG without transparency, at most 2,000 × 1,000 pixels
   */
  picture: string;
  /**
   * Kept as they are; nothing here reads them
   */
  encryptedPoints: string;
  form: PlainFormId;
  /**
   * SHA-256, lower-case hexadecimal
   */
  documentHash: string;
}
export interface InkTaken {
  dossier: DossierCode;
  /**
   * Id of a form within its dossier
   */
  form: string;
  document: Sha256;
  ink: Sha256;
  takenAt: Instant;
}
export interface InterestDeclaration {
  officer?: string;
  reason: string;
}
export interface DeclaredInterest {
  dossier: DossierCode;
  officer: string;
  declaredAt: Instant;
  /**
   * Tasks of the officer that nobody holds any more
   */
  released: TaskId[];
  version: number;
}
/** Proof of payment to the treasury (chứng từ nộp ngân sách) */
export interface LandProof {
  notice: TaxDocumentNumber;
  document: TaxDocumentNumber;
  amount: Dong;
  paidOn: string;
}
export interface LandSlipSent {
  dossier: DossierCode;
  slip: LandSlipId;
  version: number;
}
/** Transfer slip to be sent (phiếu chuyển thông tin) */
export interface LandSlipOrder {
  parcel: LandParcel;
  /**
   * @minItems 1
   * @maxItems 4
   */
  obligations: {
    kind: LandObligationKind;
    obliged: 'applicant' | 'other';
  }[];
  other?: {
    name: string;
    identityNumber: IdentityNumber;
  };
}
/** Parcel of land (thửa đất) */
export interface LandParcel {
  parcel: string;
  mapSheet: string;
  address: string;
  area: string;
  use: string;
  position: string;
  origin: string;
}
/** Exchange with the tax office about a dossier */
export interface LandTaxView {
  dossier: DossierCode;
  version: number;
  sendable: boolean;
  connected: boolean;
  kinds: {
    kind: string;
    name: string;
  }[];
  slips: LandSlip[];
  treasury: TreasuryDebt | null;
  paid: {
    document: TaxDocumentNumber;
    amount: Dong;
    paidOn: string;
  }[];
}
/** Transfer slip (phiếu chuyển thông tin) */
export interface LandSlip {
  slip: LandSlipId;
  parcel: LandParcel;
  /**
   * @minItems 1
   * @maxItems 4
   */
  obligations: {
    kind: LandObligationKind;
    obliged: 'applicant' | 'other';
  }[];
  state: 'queued' | 'unsure' | 'taken' | 'refused' | 'ended';
  tries: number;
  trouble: ('notConnected' | 'slow' | 'unreachable' | 'refused' | 'untrustworthy') | null;
  number: TaxDocumentNumber | null;
  refusal: {
    code: string;
    reason: string;
  } | null;
  other: string | null;
  sentAt: Instant;
  triedAt: Instant | null;
}
/** What is owed the treasury for land (nghĩa vụ tài chính về đất đai) */
export interface TreasuryDebt {
  number: TaxDocumentNumber;
  issuedOn: string;
  dueOn: string | null;
  lines: {
    kind: LandObligationKind;
    amount: Dong;
    subItem?: string;
    name: string;
  }[];
  total: Dong;
  treasury: {
    number: string;
    holder: string;
    at: string;
  } | null;
  paymentCode: string | null;
  paid: Dong;
  left: Dong;
}
export interface LegalHoldChange {
  hold: boolean;
  reason: string;
}
/** Lệnh dừng tiêu hủy */
export interface LegalHold {
  dossier: DossierCode;
  held: boolean;
  since: Instant | null;
  version: number;
}
export interface StorePapers {
  /**
   * unavailable: the store did not answer, and papers are handed in as ever; notAsked: this deployment does not ask it, the procedure takes none of its papers, or it knows nobody by the number that there is
   */
  state: 'answered' | 'unavailable' | 'notAsked';
  items: {
    component: string;
    papers: StorePaper[];
  }[];
}
/** Paper that the national store has */
export interface StorePaper {
  /**
   * Kind of result (mã kết quả)
   */
  kind: string;
  name: string;
  /**
   * Number and symbol (số, ký hiệu)
   */
  number: string;
  /**
   * Who issued it, as the store names it
   */
  agency: string;
  files: {
    name: string;
  }[];
}
/** File of a paper in the national store, for a dossier */
export interface DossierStoreFetch {
  kind: ResultCode;
  number: string;
  /**
   * Its place in the list of files
   */
  file?: number;
}
export interface CompletedUpload {
  id: FileId;
  /**
   * quarantined: still being checked; ask again in a few seconds
   */
  state: 'checked' | 'quarantined';
  fileName: string;
  contentType:
    | 'application/pdf'
    | 'image/jpeg'
    | 'image/png'
    | 'image/tiff'
    | 'image/heic'
    | 'image/heif'
    | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/vnd.oasis.opendocument.text'
    | 'application/pkcs7-mime'
    | 'application/pkcs7-signature'
    | 'application/xml';
  size: number;
}
export interface PaymentList {
  money: MoneyState;
  link: string | null;
  fee: Fee | null;
  amountDue: Dong | null;
  owed: Dong;
  held: Dong;
  refundable: Refundable;
  treasury: TreasuryDebt | null;
  payments: {
    at: Instant;
    amount: Dong;
    applied: Dong;
    method: 'cash' | 'transfer' | 'online';
    gateway: Gateway | null;
    receipt: string | null;
  }[];
  requests: {
    reference: PaymentReference;
    gateway: Gateway;
    amount: Dong;
    at: Instant;
    expiresAt: Instant;
    state: 'open' | 'paid' | 'failed' | 'expired' | 'over';
  }[];
  refunds: {
    id: string;
    amount: Dong;
    of: 'held' | 'received';
    reason: string;
    state: 'asked' | 'approved' | 'refused' | 'paid';
    askedAt: Instant;
    decidedAt: Instant | null;
    decisionReason: string | null;
    paidAt: Instant | null;
    means: ('cash' | 'transfer') | null;
    document: string | null;
  }[];
}
/** What can still be asked back: paid beyond the fee, the fee itself */
export interface Refundable {
  held: Dong;
  received: Dong;
}
/** That a dossier’s ledger is in a signed tree (RFC 9162); tools/check-proof.mjs checks it */
export interface DossierProof {
  statement: string;
  algorithm: 'ECDSA_SHA_256';
  signature: string;
  publicKey: string;
  dossier: DossierCode;
  day: string;
  leaf: string;
  index: number;
  size: number;
  path: Sha256[];
}
export interface ResultRecall {
  reason: string;
  recovered: boolean;
}
/** Where the result is (trạng thái trả kết quả) */
export interface Delivery {
  dossier: DossierCode;
  delivery: DeliveryState;
  version: number;
}
export interface Collection {
  receivedBy?: string;
  collector?: Collector;
  authorization?: string;
  slip?: SlipAtCollection;
  attestedBy?: Attestation;
  witnesses?: number;
  consignment?: string;
  collectionCode?: string;
}
/** A receipt is asked for at its provider again */
export interface ReceiptRequestState {
  dossier: DossierCode;
  request: ReceiptRequestId;
  state: 'requested';
  version: number;
}
/** Receipts of a dossier */
export interface ReceiptList {
  dossier: DossierCode;
  receipts: Receipt[];
  missing: {
    at: Instant;
    amount: Dong;
    because: 'beingMade' | 'noCollector';
    request: ReceiptRequest | null;
  }[];
  urlExpiresAt: Instant;
}
/** Electronic receipt of a dossier (biên lai điện tử) */
export interface Receipt {
  receipt: ReceiptId;
  form: ReceiptForm;
  serial: ReceiptSerial;
  number: ReceiptNumber;
  unit: AgencyCode;
  taxCode: TaxCode;
  kind: 'original' | 'replacement' | 'increase' | 'decrease' | 'information';
  of: ReceiptReference | null;
  amount: Dong;
  standing: Dong;
  state: 'stands' | 'adjusted' | 'replaced';
  date: string;
  issuedAt: Instant;
  sha256: Sha256;
  size: number;
  correction: {
    kind: ReceiptCorrectionKind;
    amount: Dong;
    state: 'asked' | 'approved';
  } | null;
  provider: ReceiptProvider | null;
  xml: string | null;
  pdf: string;
}
/** An earlier receipt, with the day it was made */
export interface ReceiptReference {
  form: ReceiptForm;
  serial: ReceiptSerial;
  number: ReceiptNumber;
  date: string;
}
/** Receipt that a provider was asked for */
export interface ReceiptRequest {
  id: ReceiptRequestId;
  provider: ReceiptProvider;
  state: 'requested' | 'unknown' | 'refused';
  code: string | null;
}
/** How far the correction of a receipt is */
export interface ReceiptCorrectionState {
  dossier: DossierCode;
  receipt: ReceiptId;
  state: 'asked' | 'approved' | 'refused';
  version: number;
}
/** Decision about the correction of a receipt */
export interface ReceiptCorrectionDecision {
  approved: boolean;
  reason?: string | null;
}
export interface RefundOrder {
  amount: Dong;
  of: 'held' | 'received';
  believed: Dong;
  reason: string;
}
export interface DossierMoney {
  dossier: DossierCode;
  version: number;
  money: MoneyState;
  owed: Dong;
  received: Dong;
  held: Dong;
  owedBack: Dong;
  refunded: Dong;
  refundable: Refundable;
  refunds: {
    id: string;
    amount: Dong;
    of: 'held' | 'received';
    state: 'asked' | 'approved';
    askedBy: string;
  }[];
}
export interface RefundDecision {
  approved: boolean;
  reason?: string;
}
export interface RefundPayout {
  means: 'cash' | 'transfer';
  document: string;
}
/** Proposed change of a result (đề nghị thu hồi, đính chính kết quả) */
export interface ResultChange {
  kind: 'revoke' | 'correct';
  ground: string;
  reason: string;
  text?: string;
  resultFile?: FileId;
}
/** The task at which the change waits to be signed */
export interface ProposedResultChange {
  dossier: DossierCode;
  task: TaskId;
  version: number;
}
export interface ResultList {
  items: {
    number: string;
    outcome: 'granted' | 'refused';
    sha256: Sha256;
    size: number;
    issuedAt: Instant;
    validUntil: ValidUntil | null;
    revoked: RevokedResult | null;
    verificationCode: string;
    url: string;
    urlExpiresAt: Instant;
  }[];
}
/** Since when and why a result no longer holds */
export interface RevokedResult {
  at: Instant;
  ground: string;
  groundText: string;
  replacedBy: string | null;
}
export interface SupplementBody {
  /**
   * @maxItems 100
   */
  components: SuppliedComponent[];
  note?: string;
}
export interface ChangedDossier {
  code: DossierCode;
  handling: HandlingState;
  nationalStatus: number;
  statusText: string;
  version: number;
  form: Form | null;
}
/** Prescribed form, by number and name (mẫu biểu, TT 03/2025/TT-VPCP) */
export interface Form {
  number: string;
  name: string;
}
export interface DossierVault {
  items: {
    component: string;
    results: VaultEntry[];
  }[];
}
/** Result that its owner may use again (kết quả dùng lại được) */
export interface VaultEntry {
  number: string;
  kind: {
    code: string;
    name: string | null;
  } | null;
  procedureName: string;
  agency: AgencyCode;
  issuedAt: Instant;
  validUntil: ValidUntil | null;
}
export interface WithdrawalBody {
  reason?: string;
  request?: 'spoken' | 'written';
}
export interface Export {
  id: ExportId;
  state: ExportState;
  list: 'dossiers' | 'tasks';
  filters: {
    [k: string]: string | string[];
  };
  /**
   * applicant: the file names the applicants
   */
  expand: 'applicant' | null;
  format: ExportFormat;
  reason: string;
  askedBy: string;
  requestedAt: Instant;
  startedAt: Instant | null;
  finishedAt: Instant | null;
  rows: number;
  total: number | null;
  failure: {
    code: 'not-allowed' | 'too-large' | 'too-long' | 'lost';
    detail: string;
  } | null;
  file: {
    name: string;
    size: number;
    sha256: Sha256;
    expiresAt: Instant;
  } | null;
  link: {
    url: string;
    expiresAt: Instant;
  } | null;
}
export interface Finding {
  kind: FindingKind;
  /**
   * The code of the dossier, or the name of an execution without one
   */
  name: string;
  detail: string;
  /**
   * `open`: needs attention
   */
  state: 'mended' | 'open';
  foundAt: Instant;
}
/** Message of the tax office (schemas/outside/tax-office.ts) */
export interface TaxOfficeMessage {
  [k: string]: unknown;
}
export interface TaxMessageTaken {
  taken: true;
}
/** The caller, as the API sees them */
export interface Self {
  kind: 'citizen' | 'foreigner' | 'organisation' | 'portal' | 'officer';
  account: string | null;
  name: string | null;
  unit: {
    code: AgencyCode;
    name: string | null;
  } | null;
  roles: OfficerRole[];
  scopes: ('dossiers:read' | 'dossiers:write')[];
  level: (1 | 2) | null;
}
/** Comparison of a day (đối soát ba bên) */
export interface MoneyReconciliation {
  day: string;
  /**
   * False for today, before the night: as it would be now
   */
  kept: boolean;
  after: Instant;
  until: Instant | null;
  gatewayList: GatewayListState;
  totals: ReconciliationTotals;
  /**
   * Those that are open, at most 2000
   */
  differences: MoneyDifference[];
  differencesInAll: number;
  /**
   * How many of earlier days are there no more
   */
  cleared: number;
}
export interface ReconciliationTotals {
  ours: {
    given: {
      count: number;
      amount: Dong;
    };
    carried: {
      count: number;
      amount: Dong;
    };
    matched: {
      count: number;
      amount: Dong;
    };
    open: {
      count: number;
      amount: Dong;
    };
  };
  gateway: {
    given: {
      count: number;
      amount: Dong;
    };
    carried: {
      count: number;
      amount: Dong;
    };
    matched: {
      count: number;
      amount: Dong;
    };
    open: {
      count: number;
      amount: Dong;
    };
  };
  treasury: {
    given: {
      count: number;
      amount: Dong;
    };
    carried: {
      count: number;
      amount: Dong;
    };
    matched: {
      count: number;
      amount: Dong;
    };
    open: {
      count: number;
      amount: Dong;
    };
  };
}
/** A difference between the three sides (chênh lệch) */
export interface MoneyDifference {
  /**
   * The same for the same difference on the next day
   */
  id: string;
  kind:
    | 'onlyOurs'
    | 'onlyGateway'
    | 'onlyTreasury'
    | 'amountDiffers'
    | 'paidTwice'
    | 'settledLate'
    | 'lumpDiffers';
  name: string;
  dossiers: string[];
  gateways: string[];
  transactions: string[];
  references: string[];
  /**
   * References of the treasury
   */
  credits: string[];
  amounts: {
    ours: Dong | null;
    gateway: Dong | null;
    treasury: Dong | null;
  };
  since: string;
  ageDays: number;
  /**
   * What to do, in a sentence; nothing is done by itself
   */
  action: string;
}
/** Link to a report as CSV or XLSX (bảng đối soát) */
export interface SettlementFile {
  fileName: string;
  contentType:
    'text/csv; charset=utf-8' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  /**
   * Below the headings, the sums among them
   */
  rows: number;
  /**
   * In bytes
   */
  size: number;
  sha256: Sha256;
  url: string;
  urlExpiresAt: Instant;
}
/** Notices that were refused (thông báo thanh toán bị từ chối) */
export interface RefusedNotices {
  day: string;
  gateways: RefusedNoticeCount[];
  /**
   * The newest first, at most 200
   */
  items: RefusedNotice[];
  /**
   * Whether there are more than are shown
   */
  more: boolean;
}
/** How many came; all are counted, not all kept */
export interface RefusedNoticeCount {
  gateway: Gateway;
  forged: number;
  stale: number;
  malformed: number;
  differing: number;
  total: number;
}
export interface RefusedNotice {
  gateway: Gateway;
  at: Instant;
  fault: NoticeFault;
  /**
   * The reference or number that it named, where that is well formed
   */
  claimed: string | null;
  /**
   * Network of the sender: /24, or /48 of IPv6
   */
  source: string | null;
}
/** Statement of a bank or the treasury (sao kê) */
export interface StatementFile {
  /**
   * The file as text: CSV with a header, MT940 or camt.053 (sao kê, giấy báo Có)
   */
  text: string;
  name?: string;
}
/** What a statement settled (kết quả đối chiếu sao kê) */
export interface LoadedStatement {
  /**
   * SHA-256, lower-case hexadecimal
   */
  statement: string;
  account: string;
  from: string;
  to: string;
  format: 'csv' | 'mt940' | 'camt053';
  credits: CountAndAmount;
  debits: CountAndAmount;
  settled: CountAndAmount1;
  notMatched: CountAndAmount2;
  /**
   * False where the rest is settled in the night
   */
  finished: boolean;
  loadedAt: Instant;
  /**
   * True where the same entries had been loaded before, at `loadedAt`
   */
  already: boolean;
}
/** How many, and their sum in đồng */
export interface CountAndAmount {
  count: number;
  amount: Dong;
}
/** How many, and their sum in đồng */
export interface CountAndAmount1 {
  count: number;
  amount: Dong;
}
/** How many, and their sum in đồng */
export interface CountAndAmount2 {
  count: number;
  amount: Dong;
}
/** Money of no dossier yet (khoản tiền chưa rõ) */
export interface UnassignedList {
  items: UnassignedPayment[];
  /**
   * Whether there are more than are shown
   */
  more: boolean;
}
export interface UnassignedPayment {
  gateway: Gateway;
  transaction: string;
  /**
   * The transaction as the path of its assignment takes it
   */
  key: string;
  amount: Dong;
  paidAt: Instant;
  ageDays: number;
  /**
   * What the payer wrote (nội dung chuyển khoản)
   */
  purpose: string | null;
  reference: string | null;
}
/** Whose the money is, and why (gán khoản tiền cho hồ sơ) */
export interface PaymentAssignment {
  dossier: DossierCode;
  reason: string;
}
export interface AssignedPayment {
  gateway: Gateway;
  transaction: string;
  dossier: DossierCode;
  amount: Dong;
}
/** Payments that no statement shows yet (khoản chưa quyết toán) */
export interface UnsettledList {
  gateways: UnsettledAtGateway[];
  /**
   * The oldest, at most 200
   */
  items: UnsettledPayment[];
}
export interface UnsettledAtGateway {
  gateway: TreasuryWay;
  count: number;
  amount: Dong;
  oldestDays: number | null;
  overdue: CountAndAmount3;
}
/** How many, and their sum in đồng */
export interface CountAndAmount3 {
  count: number;
  amount: Dong;
}
export interface UnsettledPayment {
  gateway: TreasuryWay;
  transaction: string;
  dossier: DossierCode | null;
  amount: Dong;
  paidAt: Instant;
  ageDays: number;
  /**
   * The treasury should have it by now (quá hạn quyết toán)
   */
  overdue: boolean;
}
/** File of a paper in the national store, for oneself */
export interface StoreFetch {
  procedure: ProcedureCode;
  name: PersonName;
  kind: ResultCode;
  number: string;
  /**
   * Its place in the list of files
   */
  file?: number;
}
export interface StoreSearch {
  procedure: ProcedureCode;
  name: PersonName;
}
/** Officer (cán bộ, công chức) */
export interface Officer {
  id: string;
  unit: AgencyCode;
  /**
   * @minItems 1
   * @maxItems 9
   */
  roles: OfficerRole[];
  name: string;
  active: boolean;
}
export interface OfficerRecords {
  /**
   * @minItems 1
   * @maxItems 500
   */
  officers: OfficerRecord[];
}
/** Officer’s account as recorded (tài khoản cán bộ, công chức) */
export interface OfficerRecord {
  id: string;
  unit: AgencyCode;
  /**
   * @minItems 1
   * @maxItems 9
   */
  roles: OfficerRole[];
  name: string;
  active: boolean;
  identityNumber?: IdentityNumber;
}
export interface OfficersRecorded {
  recorded: number;
}
export interface PadKey {
  unit: AgencyCode;
  id: PadId;
  secret: PadSecret;
}
/** Handwriting (nét chữ ký tay), in points of the pad that took it */
export interface InkDrawing {
  width: number;
  height: number;
  /**
   * @minItems 1
   * @maxItems 200
   */
  strokes: InkPoint[][];
}
export interface InkPoint {
  x: number;
  y: number;
  pressure: number;
  /**
   * Milliseconds since the first touch
   */
  t: number;
}
export interface PadAnswered {
  request: InkRequestId;
  state: InkRequestState;
}
export interface PadLook {
  pad: PadKey;
  /**
   * What it shows already: then without the document
   */
  shown?: string;
}
export interface PadView {
  name: string;
  unitName: string;
  endsAt: Instant;
  request: {
    id: InkRequestId;
    language: 'vi' | 'en';
    kind:
      'receipt' | 'supplement' | 'decline' | 'apology' | 'stop' | 'controlSheet' | 'register' | 'handOver';
    documentHash: Sha256;
    secondsLeft: number;
    document: ShownDocument | null;
  } | null;
}
export interface ShownDocument {
  agency: string;
  number: string;
  placeAndDate: string;
  title: string;
  subtitle: string;
  blocks: (
    | {
        kind: 'fact';
        label: string;
        value: string;
        strong?: true;
      }
    | {
        kind: 'text';
        text: string;
        look?: 'plain' | 'note' | 'addressee';
      }
    | {
        kind: 'table';
        columns: string[];
        rows: string[][];
      }
  )[];
  signer: {
    title: string;
    name: string;
  };
  mark: string;
  /**
   * The file itself, for five minutes
   */
  url: string;
}
export interface PairingOrder {
  code: PairingCode;
  secret: PadSecret;
}
export interface PairedPad {
  unit: AgencyCode;
  id: PadId;
  name: string;
  unitName: string;
  endsAt: Instant;
}
/** Notice of a payment, in the format of its sender */
export interface PaymentNotice {
  [k: string]: unknown;
}
/** Answer to a notice of a bank */
export interface BankNoticeAnswer {
  taken: true;
}
/** Answer to a notice of the payment platform */
export interface PlatformNoticeAnswer {
  MaLoi: '99' | '00';
  MoTaLoi: string;
  MaDoiTac?: string;
  MaThamChieu?: string;
  ThoiGianGD?: string;
  MaXacThuc?: string;
}
/** What is to be paid for a dossier (khoản phải nộp) */
export interface PaymentView {
  dossier: DossierCode;
  procedureName: string;
  unitName: string;
  handling: HandlingState;
  money: MoneyState;
  charged: Dong;
  waived: Dong;
  received: Dong;
  owed: Dong;
  held: Dong;
  notPayable: string | null;
  vietQr: PaymentQr | null;
  treasury: TreasuryDebt | null;
  platform: PaymentAtPlatform;
}
/** VietQR code for a payment */
export interface PaymentQr {
  text: string;
  svg: string;
  /**
   * The picture as PNG, in a data address
   */
  png: string;
  bankName: string;
  account: string;
  holder: string;
  amount: Dong;
  purpose: string;
}
export interface PaymentAtPlatform {
  offered: boolean;
  payAt: string | null;
  expiresAt: Instant | null;
  queuedSince: Instant | null;
}
/** A payment opened at the platform (yêu cầu thanh toán) */
export interface OpenedPayment {
  dossier: DossierCode;
  reference: PaymentReference;
  amount: Dong;
  payAt: string | null;
  expiresAt: Instant;
}
export interface ProcedureSummary {
  code: ProcedureCode;
  name: string;
  field: string;
  levels: string[];
  channels: Channel[];
  onlineLevel: ('full' | 'partial' | 'none') | null;
  anyBoundary: boolean;
  version: number;
  state: 'open' | 'closed';
}
export interface ProcedureImport {
  shape: ImportShape;
  /**
   * @minItems 1
   * @maxItems 200
   */
  items: unknown[];
}
export interface ImportReport {
  accepted: number;
  acceptedWithWarnings: number;
  refused: number;
  created: number;
  changed: number;
  unchanged: number;
  rows: ImportedRow[];
}
export interface ImportedRow {
  index: number;
  code: string | null;
  outcome: 'accepted' | 'acceptedWithWarnings' | 'refused';
  change: 'new' | 'changed' | 'unchanged' | 'none';
  version: number | null;
  state: ('open' | 'closed') | null;
  warnings: {
    code: string;
    field: string;
    message: string;
  }[];
  changes: string[];
  refusedBecause: string | null;
}
export interface TemplateApplication {
  template: WorkflowTemplate;
  approvedBy: string;
  filter?: {
    /**
     * @minItems 1
     * @maxItems 500
     */
    codes?: ProcedureCode[];
    /**
     * @minItems 1
     * @maxItems 100
     */
    fields?: string[];
    ministry?: string;
  };
  /**
   * @maxItems 20
   */
  consulted?: AgencyCode[];
  competentUnit?: AgencyCode;
  feeDueBefore?: string;
  replaceExisting?: boolean;
  apply?: boolean;
  after?: ProcedureCode;
  limit?: number;
}
/** Workflow for many procedures (quy trình mẫu) */
export interface WorkflowTemplate {
  id: string;
  name: {
    vi: string;
    en: string;
  };
  level: 'province' | 'commune';
  start: string;
  /**
   * @minItems 1
   * @maxItems 20
   */
  steps: {
    id: string;
    name: string;
    kind: 'work' | 'signature';
    unit: 'competent' | 'receiving';
    role: OfficerRole;
    share: number;
    /**
     * @minItems 1
     * @maxItems 12
     */
    decisions: (
      | {
          decision: 'forward';
          to: string;
        }
      | {
          decision: 'sendBack';
          to: string;
        }
      | {
          decision: 'approve';
          to: string | 'decided';
        }
      | {
          decision: 'refuse';
          to: string | 'decided';
        }
      | {
          decision: 'requestSupplement';
        }
      | {
          decision: 'extend';
        }
      | {
          decision: 'stop';
        }
      | {
          decision: 'pause';
          /**
           * @minItems 1
           * @maxItems 20
           */
          kinds: string[];
        }
      | {
          decision: 'consult';
          share: number;
        }
    )[];
    sameOfficerAllowed?: {
      legalBasis: string;
    };
  }[];
  supplementLimit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  };
  paymentLimit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  };
  collectionLimit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  };
  registry?: 'clerk' | 'automatic';
}
export interface TemplateReport {
  counts: {
    fit: number;
    open: number;
    refused: number;
    kept: number;
  };
  rows: {
    code: ProcedureCode;
    name: string;
    outcome: 'fit' | 'refused';
    state: ('open' | 'closed') | null;
    closedBecause: string | null;
    warnings: {
      code: string;
      message: string;
    }[];
    refusedBecause: {
      code: string;
      message: string;
    } | null;
  }[];
  next: ProcedureCode | null;
}
/** Version of a procedure */
export interface ProcedureVersion {
  version: number;
  contentHash: string;
  recordedAt: string;
  state: 'open' | 'closed';
  closedBecause: string | null;
  origin: 'province' | 'national';
  closedByHand: string | null;
  workflowVersion: number | null;
  procedure: Procedure;
}
/** Administrative procedure (thủ tục hành chính) */
export interface Procedure {
  code: ProcedureCode;
  name: string;
  decision: string;
  levels: ('ministry' | 'province' | 'commune' | 'other')[];
  field: {
    name: string;
    code?: string;
  };
  applicants: string[];
  onlineLevel: ('full' | 'partial' | 'none') | null;
  anyBoundary: boolean;
  competentUnit?: AgencyCode;
  competentKind?: 'police';
  authoritativeSystem?: AuthoritativeSystem;
  stillDecidedHere?: boolean;
  citizensSubmitHere?: boolean;
  /**
   * @maxItems 30
   */
  methods: Method[];
  /**
   * @maxItems 400
   */
  components: Component[];
  results: {
    code: ResultCode;
    name?: string;
  }[];
  feeDueBefore: string | null;
  supplementClock: 'restart' | 'resume';
  extensionLimit?: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  };
}
/** System of a ministry in which the procedure is decided (hệ thống của bộ, ngành) */
export interface AuthoritativeSystem {
  name: {
    vi: string;
    en: string;
  };
  address: string;
  since: string;
  legalBasis: string;
  unconfirmed?: string;
}
/** Way of submission with its limit and fee (cách thức thực hiện) */
export interface Method {
  channel: Channel;
  limit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  } | null;
  fee: Fee | null;
}
/** Paper of the dossier (thành phần hồ sơ) */
export interface Component {
  id: string;
  name: string;
  originals: number;
  copies: number;
  required: boolean;
  /**
   * @minItems 1
   * @maxItems 20
   */
  fulfilledBy?: ResultCode[];
}
export interface OfferedReliefs {
  items: OfferedRelief[];
}
/** Relief that may be asked for (miễn, giảm có thể áp dụng) */
export interface OfferedRelief {
  relief: string;
  name: string;
  ground: string;
  /**
   * Its last day; null if it has none
   */
  until: string | null;
  evidence: {
    kind: string;
    name: string;
    attestedBy: ('identitySystem' | 'officer')[];
  }[];
}
/** Version of a workflow */
export interface WorkflowVersion {
  version: number;
  contentHash: string;
  recordedAt: string;
  workflow: Workflow;
}
/** Workflow of a procedure (quy trình điện tử) */
export interface Workflow {
  procedure: ProcedureCode;
  start: string;
  /**
   * @minItems 1
   * @maxItems 40
   */
  steps: {
    id: string;
    name: string;
    kind: 'work' | 'signature';
    unit:
      | ('competent' | 'receiving')
      | {
          unit: AgencyCode;
        };
    role: OfficerRole;
    limit: {
      amount: number;
      unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
      sameDay?: {
        cutOff: string;
      };
    };
    /**
     * @maxItems 12
     */
    decisions: (
      | {
          decision: 'forward';
          to: string;
        }
      | {
          decision: 'sendBack';
          to: string;
        }
      | {
          decision: 'approve';
          to: string | 'decided';
        }
      | {
          decision: 'refuse';
          to: string | 'decided';
        }
      | {
          decision: 'requestSupplement';
        }
      | {
          decision: 'extend';
        }
      | {
          decision: 'stop';
        }
      | {
          decision: 'pause';
          /**
           * @minItems 1
           * @maxItems 20
           */
          kinds: string[];
        }
      | {
          decision: 'consult';
          /**
           * @minItems 1
           * @maxItems 20
           */
          agencies: {
            unit: AgencyCode;
            limit: {
              amount: number;
              unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
              sameDay?: {
                cutOff: string;
              };
            };
          }[];
        }
    )[];
    sameOfficerAllowed?: {
      legalBasis: string;
    };
  }[];
  supplementLimit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  };
  paymentLimit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  };
  collectionLimit: {
    amount: number;
    unit: 'workingDay' | 'calendarDay' | 'workingHour' | 'month';
    sameDay?: {
      cutOff: string;
    };
  };
  registry?: 'clerk' | 'automatic';
  approvedBy: string;
}
export interface WorkflowPublication {
  workflow: Workflow;
  checkOnly?: boolean;
}
export interface WorkflowReport {
  /**
   * The version in force that equals it, if it does
   */
  version: number | null;
  errors: {
    code: string;
    step: string | null;
    message: string;
  }[];
  warnings: {
    code: string;
    step: string | null;
    message: string;
  }[];
}
export interface ProjectionsRebuilding {
  cursor?: string;
  /**
   * Dossiers looked at
   */
  limit?: number;
  /**
   * Writes nothing, only tells what differs
   */
  onlyTell?: boolean;
}
export interface ProjectionsRebuilt {
  looked: number;
  differing: number;
  units: number;
  faults: {
    tasks: number;
    lists: number;
    work: number;
    search: number;
    money: number;
    counts: number;
  };
  heads: DossierCode[];
  upTo: string | null;
  nextCursor: string | null;
}
/** A change that takes effect once a second administrator confirms it (đề nghị thay đổi) */
export interface ProposedChange {
  id: ProposedChangeId;
  kind: ProposedChangeKind;
  about: string;
  status: ProposedChangeStatus;
  preview: ChangePreview;
  proposedBy: string;
  proposedAt: Instant;
  confirmBefore: Instant;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
  withdrawnBy: string | null;
  withdrawnAt: Instant | null;
  withdrawnBecause: string | null;
  doneAt: Instant | null;
  progress: ChangeProgress;
}
export interface ChangePreview {
  /**
   * Open dossiers that it touches; of a closing, a workflow and a calendar those of the procedure or province, which stay as they are
   */
  dossiers: number;
  /**
   * Open dossiers that were examined, touched or not
   */
  among: number;
  /**
   * Of a workflow template: the procedures that it gives a workflow
   */
  procedures?: number;
  /**
   * False: at most so many, since each could not be looked at in time
   */
  exact: boolean;
  /**
   * There are more open dossiers than were listed: it names fewer than it touches
   */
  more?: true;
  /**
   * @maxItems 100
   */
  differences: string[];
}
/** How many dossiers (of a workflow template: procedures) were changed, needed no change, or could not be changed because others kept changing them or because of a fault: if a change is done with conflicts or failures, propose it again for those */
export interface ChangeProgress {
  changed: number;
  unchanged: number;
  conflicts: number;
  /**
   * Dossiers on which it failed; they are tried again a few times, and the operator is told
   */
  failed: number;
}
export interface ProposedChangeInFull {
  id: ProposedChangeId;
  kind: ProposedChangeKind;
  about: string;
  status: ProposedChangeStatus;
  preview: ChangePreview;
  proposedBy: string;
  proposedAt: Instant;
  confirmBefore: Instant;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
  withdrawnBy: string | null;
  withdrawnAt: Instant | null;
  withdrawnBecause: string | null;
  doneAt: Instant | null;
  progress: ChangeProgress;
  /**
   * What was asked for, as it will be done
   */
  content: {
    [k: string]: unknown;
  };
  trail: ProposedChangeEntry[];
}
export interface ProposedChangeEntry {
  seq: number;
  at: Instant;
  by: string;
  what: 'proposed' | 'confirmed' | 'withdrawn' | 'done';
  content: Sha256;
  previous: Sha256;
  hash: Sha256;
}
export interface ProposedChangeWithdrawal {
  reason?: string;
}
export interface Replanning {
  unit?: AgencyCode;
  cause:
    | {
        kind: 'workCalendar';
        version: number | 'draft';
      }
    | {
        kind: 'outage';
        from: Instant;
        to: Instant;
        reason: string;
      };
  apply?: boolean;
  cursor?: string;
  limit?: number;
}
export interface ReplanningReport {
  items: {
    dossier: DossierCode;
    before: Instant | null;
    after: Instant | null;
    movedDays: number | null;
  }[];
  unchanged: number;
  nextCursor: string | null;
}
export interface ResultVerification {
  number: string;
  genuine: true;
  agency: AgencyCode;
  procedureName: string;
  outcome: 'granted' | 'refused';
  issuedAt: Instant;
  kind: {
    code: string;
    name: string | null;
  } | null;
  document: {
    number: string;
    date: string;
  } | null;
  validUntil: ValidUntil | null;
  expired: boolean;
  revoked: RevokedResult | null;
  checked: 'code' | 'file';
}
export interface SearchResult {
  items: {
    code: DossierCode;
    handling: HandlingState;
    nationalStatus: number;
    statusText: string;
    procedure: {
      code: ProcedureCode;
      name: string;
    };
    receivingUnit: AgencyCode;
    competentUnit: AgencyCode;
    channel: Channel;
    money: MoneyState;
    delivery: DeliveryState;
    submittedAt: Instant;
    dueAt: Instant | null;
    dueOn: string | null;
    outcome: ('granted' | 'refused') | null;
    /**
     * Null for a dossier without changes since lists began to show it
     */
    version: number | null;
    /**
     * When its last entry was made; null when `version` is
     */
    updatedAt: Instant | null;
    /**
     * The portal’s own reference for the submission; shown to that portal and to officers
     */
    portalReference: string | null;
    applicantName?: ApplicantName;
    foundIn: FoundIn;
  }[];
  more: boolean;
}
export interface Subscription {
  id: SubscriptionId;
  url: string;
  /**
   * Null: every kind
   */
  kinds: PortalEventKind[] | null;
  state: SubscriptionState;
  paused: {
    at: Instant;
    reason: string;
  } | null;
  createdAt: Instant;
  lastSuccessAt: Instant | null;
  lastFailure: {
    at: Instant;
    reason: string;
  } | null;
}
export interface SubscriptionRequest {
  /**
   * An https address reachable from the internet
   */
  url: string;
  /**
   * @minItems 1
   * @maxItems 27
   */
  kinds?: PortalEventKind[];
}
export interface CreatedSubscription {
  id: SubscriptionId;
  url: string;
  /**
   * Null: every kind
   */
  kinds: PortalEventKind[] | null;
  state: SubscriptionState;
  paused: {
    at: Instant;
    reason: string;
  } | null;
  createdAt: Instant;
  lastSuccessAt: Instant | null;
  lastFailure: {
    at: Instant;
    reason: string;
  } | null;
  /**
   * `whsec_…`: store it; it is not shown again
   */
  secret: string;
  previousUntil: Instant | null;
}
export interface PingOutcome {
  delivered: boolean;
  /**
   * What went wrong, such as `http-500`, `timeout`, `address-not-public`
   */
  reason: string | null;
  milliseconds: number;
}
export interface ReplayRequest {
  from: Instant;
}
export interface Replay {
  from: Instant;
  events: number;
}
export interface SubscriptionResumed {
  state: SubscriptionState;
  resumed: number;
  /**
   * Whether more are waiting: call again
   */
  more: boolean;
}
export interface SubscriptionSecret {
  /**
   * `whsec_…`: store it; it is not shown again
   */
  secret: string;
  previousUntil: Instant | null;
}
export interface StandingDecision {
  decision: string;
  at: Instant;
}
export interface TaskCounts {
  unit: AgencyCode;
  total: number;
  byAlarm: {
    none: number;
    dueSoon: number;
    overdue: number;
    escalated: number;
  };
  byRole: {
    role: OfficerRole;
    total: number;
    free: number;
    held: number;
    overdue: number;
  }[];
  mine: number;
}
export interface Task {
  id: TaskId;
  phase:
    | 'reception'
    | 'supplement'
    | 'payment'
    | 'step'
    | 'consultations'
    | 'signature'
    | 'seal'
    | 'collection'
    | 'others'
    | 'consultation'
    | 'apology'
    | 'resultChange';
  step: string | null;
  name: string;
  unit: AgencyCode;
  role: OfficerRole;
  openedAt: Instant;
  dueAt: Instant;
  alarms: {
    dueSoon: Instant;
    overdue: Instant;
    escalated: Instant;
  };
  assignee: string | null;
  dossier: DossierCode;
  procedure: ProcedureCode;
  procedureName: string;
  field: string;
  duplicates: DossierCode[];
  channel: Channel;
  receivedAt: Instant;
  version: number;
  alarm: 'none' | 'dueSoon' | 'overdue' | 'escalated';
  closed: StandingDecision | null;
  holderLeft: boolean;
  decisions: string[];
  proposal?: Proposal | null;
  extension?: Extension | null;
  resultChange?: NamedResultChange | null;
  reliefs?: ReliefAtReception[];
}
/** Proposed decision, named by its digest (đề xuất đang trình) */
export interface Proposal {
  outcome: 'granted' | 'refused';
  text: string;
  resultFile: string | null;
  validUntil?: ValidUntil;
  digest: Sha256;
}
/** Proposed extension, named by its digest (đề nghị gia hạn) */
export interface Extension {
  reason: string;
  apology: string;
  newDueOn: string;
  digest: Sha256;
}
/** Change of the result, named by its digest */
export interface NamedResultChange {
  kind: 'revoke' | 'correct';
  ground: string;
  reason: string;
  text: string | null;
  resultFile: string | null;
  digest: Sha256;
}
export interface ReliefAtReception {
  relief: string;
  name: string;
  ground: string;
  /**
   * Its last day; null if it has none
   */
  until: string | null;
  evidence: {
    kind: string;
    name: string;
    attestedBy: ('identitySystem' | 'officer')[];
  }[];
  asked: string | null;
}
export interface AssignmentBody {
  assignee: string | null;
}
export interface DecisionReceipt {
  task: TaskId;
  decision: string;
  at: Instant;
  closed: boolean;
  dossier: {
    code: DossierCode;
    version: number;
    handling: HandlingState;
    nationalStatus: number;
    dueAt: Instant | null;
    dueOn: string | null;
  };
  proposal: Proposal | null;
  outcome: ('granted' | 'refused') | null;
  form: Form | null;
  nextTask: TaskId | null;
}
export interface TrackedDossier {
  code: DossierCode;
  handling: HandlingState;
  nationalStatus: number;
  statusText: string;
  progress: number;
  promisedOn: string | null;
}
export interface Organisation {
  version: number;
  recordedAt: string;
  units: UnitOutput[];
}
/** Administrative unit (đơn vị) */
export interface UnitOutput {
  code: AgencyCode;
  name: string;
  kind: 'province' | 'centre' | 'department' | 'commune' | 'branch' | 'police' | 'district';
  parent: AgencyCode | null;
  administrativeCode: string | null;
  receives: boolean;
  validFrom: string;
  validTo: string | null;
  /**
   * @maxItems 20
   */
  successors: AgencyCode[];
  collects?: FeeCollector;
}
/** Body that collects fees (cơ quan thu phí, lệ phí) */
export interface FeeCollector {
  name: string;
  taxCode: TaxCode;
  receiptLetters?: SerialLetters;
  receiptIssuer?: ReceiptIssuer;
  receiptsReportedBy?: 'provider' | 'own';
  account: {
    bank: string;
    bankName: string;
    number: string;
    holder: string;
  };
}
export interface OrganizationPublication {
  /**
   * @minItems 1
   * @maxItems 1000
   */
  units: Unit[];
}
/** Administrative unit (đơn vị) */
export interface Unit {
  code: AgencyCode;
  name: string;
  kind: 'province' | 'centre' | 'department' | 'commune' | 'branch' | 'police' | 'district';
  parent: AgencyCode | null;
  administrativeCode: string | null;
  receives: boolean;
  validFrom: string;
  validTo: string | null;
  /**
   * @maxItems 20
   */
  successors?: AgencyCode[];
  collects?: FeeCollector;
}
export interface AbsenceList {
  items: Absence[];
  version: number;
}
/** Absence of an officer, and who substitutes (vắng mặt, người làm thay) */
export interface Absence {
  /**
   * The account of who is away
   */
  officer: string;
  from: string;
  to: string;
  /**
   * The account of who takes over tasks meanwhile; null leaves that to the leader
   */
  substitute: string | null;
  id: AbsenceId;
  unit: AgencyCode;
  recordedBy: string;
  recordedAt: Instant;
  endedOn: string | null;
}
export interface AbsenceOrder {
  /**
   * The account of who is away
   */
  officer: string;
  from: string;
  to: string;
  /**
   * The account of who takes over tasks meanwhile; null leaves that to the leader
   */
  substitute?: string | null;
}
/** The last day of an absence */
export interface AbsenceEnd {
  on: string;
}
export interface ArchiveBatchList {
  items: ArchiveBatchSummary[];
  nextCursor: string | null;
}
export interface ArchiveBatchSummary {
  id: ArchiveBatchId;
  unit: AgencyCode;
  state: 'packed' | 'taken';
  packedBy: string;
  packedAt: Instant;
  takenBy: string | null;
  takenAt: Instant | null;
  note: string | null;
  leftOut: DossierCode[];
  version: number;
  /**
   * How many
   */
  dossiers: number;
  firstUntil: string | null;
}
export interface ArchiveOrder {
  /**
   * @minItems 1
   * @maxItems 50
   */
  dossiers: DossierCode[];
  note?: string | null;
}
/** Đợt nộp lưu hồ sơ */
export interface ArchiveBatch {
  id: ArchiveBatchId;
  unit: AgencyCode;
  state: 'packed' | 'taken';
  packedBy: string;
  packedAt: Instant;
  takenBy: string | null;
  takenAt: Instant | null;
  note: string | null;
  dossiers: {
    code: DossierCode;
    procedureName: string;
    handling: HandlingState;
    endedOn: string;
    retention: string;
    years: number | null;
    until: string | null;
    version: number;
    retentionName: string;
    /**
     * held: kept beyond its period; periodOver: its period is over and nothing holds it
     */
    standing: 'kept' | 'held' | 'periodOver';
  }[];
  leftOut: DossierCode[];
  version: number;
}
export interface ArchivePaperLink {
  batch: ArchiveBatchId;
  /**
   * contents: mục lục hồ sơ, tài liệu nộp lưu; receipt: biên bản giao nhận hồ sơ, tài liệu
   */
  paper: 'contents' | 'receipt';
  fileName: string;
  contentType: 'application/pdf';
  /**
   * In bytes
   */
  size: number;
  sha256: Sha256;
  url: string;
  urlExpiresAt: Instant;
}
export interface ArchiveDueList {
  items: ArchiveDue[];
  nextCursor: string | null;
}
/** Dossier due for the archive (hồ sơ đến hạn nộp lưu) */
export interface ArchiveDue {
  code: DossierCode;
  procedure: ProcedureCode;
  procedureName: string;
  handling: HandlingState;
  endedOn: string;
  /**
   * The last day on which it is to be handed over
   */
  lastDay: string;
  overdue: boolean;
  retention: Retention;
  held: boolean;
}
/** Period of retention (thời hạn bảo quản) */
export interface Retention {
  kind: string;
  name: string;
  /**
   * null: for ever
   */
  years: number | null;
  until: string | null;
}
export interface AuthorizationList {
  items: Authorization[];
  version: number;
}
/** Authorization to sign (thẩm quyền ký, ủy quyền ký) */
export interface Authorization {
  form: SigningForm;
  signer: string;
  /**
   * The signer’s office, as the signature shows it
   */
  position: string;
  onBehalfOf?: string;
  /**
   * Whom the signature names before the signer: the collective, or the office whose place is taken
   */
  for?: string;
  document: string;
  from: string;
  to: string | null;
  afterGap?: string;
  id: AuthorizationId;
  unit: AgencyCode;
  recordedBy: string;
  recordedAt: Instant;
  endedOn: string | null;
  endedBy: string | null;
  endedBecause: string | null;
}
export interface AuthorizationOrder {
  form: SigningForm;
  signer: string;
  /**
   * The signer’s office, as the signature shows it
   */
  position: string;
  onBehalfOf?: string;
  /**
   * Whom the signature names before the signer: the collective, or the office whose place is taken
   */
  for?: string;
  document: string;
  from: string;
  to: string | null;
  afterGap?: string;
}
/** The last day of an authorization, and why */
export interface AuthorizationEnd {
  on: string;
  reason: string;
}
export interface CashDepositList {
  unit: AgencyCode;
  undeposited: {
    count: number;
    due: Dong;
    oldestDays: number | null;
    /**
     * The oldest first, at most 500
     */
    items: UndepositedDrawer[];
  };
  /**
   * The newest first, at most 50
   */
  deposits: CashDeposit[];
}
/** Closed drawer whose cash was not paid in (chưa nộp) */
export interface UndepositedDrawer {
  id: CashDrawerId;
  officer: string;
  closedAt: Instant;
  openedWith: Dong;
  counted: Dong;
  due: Dong;
  ageDays: number;
}
/** Cash of drawers that was paid in (nộp tiền mặt vào tài khoản) */
export interface CashDeposit {
  id: CashDepositId;
  unit: AgencyCode;
  /**
   * @minItems 1
   * @maxItems 20
   */
  drawers: CashDrawerId[];
  due: Dong;
  amount: Dong;
  difference: number;
  reason: string | null;
  slip: string;
  account: string;
  paidInOn: string;
  at: Instant;
  by: string;
  /**
   * The day on which a statement shows it; null while none does
   */
  settledOn: string | null;
}
export interface CashDepositOrder {
  /**
   * @minItems 1
   * @maxItems 20
   */
  drawers: CashDrawerId[];
  /**
   * Amount in whole đồng
   */
  amount: number;
  slip: string;
  /**
   * Day in Viet Nam, YYYY-MM-DD, inclusive
   */
  paidInOn: string;
  reason?: string;
}
export interface CashDrawerList {
  items: CashDrawer[];
  nextCursor: string | null;
  open: {
    drawer: CashDrawer;
    moves: {
      at: Instant;
      dossier: DossierCode | null;
      kind:
        | 'charged'
        | 'chargeCancelled'
        | 'waived'
        | 'received'
        | 'held'
        | 'requested'
        | 'requestEnded'
        | 'refundAsked'
        | 'refundRefused'
        | 'refundApproved'
        | 'refundPaid'
        | 'settled'
        | 'assigned'
        | 'deposited';
      amount: number;
    }[];
  } | null;
}
export interface CashDrawer {
  id: CashDrawerId;
  unit: AgencyCode;
  officer: string;
  openedAt: Instant;
  openedWith: Dong;
  closing: {
    at: Instant;
    by: string;
    takenIn: Dong;
    paidOut: Dong;
    expected: number;
    counted: Dong;
    difference: number;
    note: string | null;
  } | null;
  deposit: {
    id: CashDepositId;
    slip: string;
    paidInOn: string;
    by: string;
  } | null;
  version: number;
  takings: {
    takenIn: Dong;
    paidOut: Dong;
    expected: number;
  } | null;
}
export interface CashDrawerOrder {
  openedWith: Dong;
}
export interface CashDrawerCount {
  counted: Dong;
  note?: string;
}
export interface UnitMoney {
  unit: AgencyCode;
  from: string;
  to: string;
  accounts: {
    account: MoneyAccountName;
    in: Dong;
    out: Dong;
    days: {
      day: string;
      in: Dong;
      out: Dong;
    }[];
  }[];
  balanced: boolean;
  pending: {
    at: Instant;
    kind: 'requested' | 'refundAsked';
    dossier: DossierCode | null;
    amount: Dong;
  }[];
}
export interface PadList {
  items: Pad[];
}
/** Signing pad at a counter (bàn ký điện tử) */
export interface Pad {
  id: PadId;
  unit: AgencyCode;
  name: string;
  state: 'pairing' | 'paired';
  pairedBy: string;
  endsAt: Instant;
  request: InkRequest | null;
}
export interface PadOrder {
  /**
   * As it stands at the desk: “Quầy 2”
   */
  name: string;
}
export interface PadInPairing {
  id: PadId;
  unit: AgencyCode;
  name: string;
  state: 'pairing' | 'paired';
  pairedBy: string;
  endsAt: Instant;
  request: InkRequest | null;
  code: string;
  codeExpiresAt: Instant;
}
export interface PaymentStatistics {
  unit: AgencyCode;
  from: string;
  to: string;
  /**
   * The unit and those under it, all of which are counted
   */
  units: number;
  /**
   * Open procedures with a fee; whose amount is clear and has an account to go to
   */
  procedures: {
    withFee: number;
    payable: number;
    share: number | null;
  };
  dossiers: {
    /**
     * Charged in the period, or paid in it
     */
    withFee: number;
    paid: number;
    /**
     * Through the platform or by transfer
     */
    paidOnline: number;
    /**
     * Paid online, of those with a fee; null where there is none
     */
    share: number | null;
  };
  received: number;
  byWay: {
    /**
     * held: paid too much before, and applied now
     */
    way: 'platform' | 'bank' | 'cash' | 'held';
    dossiers: number;
    amount: number;
  }[];
  byChannel: {
    channel: Channel;
    /**
     * Charged in the period, or paid in it
     */
    withFee: number;
    paid: number;
    /**
     * Through the platform or by transfer
     */
    paidOnline: number;
    /**
     * Paid online, of those with a fee; null where there is none
     */
    share: number | null;
  }[];
  byUnit: {
    unit: AgencyCode;
    name: string;
    /**
     * Charged in the period, or paid in it
     */
    withFee: number;
    paid: number;
    /**
     * Through the platform or by transfer
     */
    paidOnline: number;
    /**
     * Paid online, of those with a fee; null where there is none
     */
    share: number | null;
    received: number;
  }[];
  settlement: DaysToSettlement[];
}
export interface DaysToSettlement {
  way: TreasuryWay;
  /**
   * What the treasury received in the period, and after how many days
   */
  settled: {
    count: number;
    amount: Dong;
    medianDays: number | null;
    p90Days: number | null;
    longestDays: number | null;
  };
  /**
   * What it has not received by now, of whatever day
   */
  waiting: {
    count: number;
    amount: Dong;
    oldestDays: number | null;
  };
}
/** Chỉ số của quy trình (ISO điện tử) */
export interface ProcessIndicators {
  unit: AgencyCode;
  procedure: ProcedureCode;
  from: string;
  to: string;
  versions: {
    workflowVersion: number;
    dossiers: number;
    decided: number;
    /**
     * Of the decided ones, those not after the promised date
     */
    onTime: number;
    steps: {
      name: string;
      done: number;
      /**
       * Closed before its own limit
       */
      inTime: number;
      /**
       * From opening to closing, nights and weekends included
       */
      medianHours: number | null;
      /**
       * From opening to its own limit, counted alike
       */
      normHours: number | null;
    }[];
    nonconformities: {
      kind: 'stepLate' | 'resultRecalled' | 'agencyMistake';
      dossier: DossierCode;
      /**
       * Number of the ledger entry that tells
       */
      entry: number;
      at: Instant;
      step: string | null;
    }[];
  }[];
}
/** Receipts of a unit and day (bảng tổng hợp biên lai điện tử) */
export interface ReceiptSummary {
  unit: AgencyCode;
  name: string;
  taxCode: TaxCode;
  date: string;
  serials: {
    form: ReceiptForm;
    serial: ReceiptSerial;
    used: number;
    first: number;
    last: number;
    missing: {
      first: number;
      last: number;
    }[];
    replaced: number;
    adjusted: number;
    collected: ReceiptSums;
    increased: ReceiptSums;
    decreased: ReceiptSums;
    replacedEarlier: ReceiptSums;
  }[];
  rows: {
    form: ReceiptForm;
    serial: ReceiptSerial;
    number: ReceiptNumber;
    standing: 'original' | 'replacement' | 'increase' | 'decrease' | 'information';
    of: ReceiptReference | null;
    replaced: boolean;
    fees: Dong;
    charges: Dong;
  }[];
  made: {
    version: number;
    state: 'queued';
    madeAt: Instant;
    current: boolean;
    sha256: Sha256;
    size: number;
    url: string;
    urlExpiresAt: Instant;
  } | null;
}
export interface ReceiptSums {
  fees: Dong;
  charges: Dong;
}
/** Register of dossiers of a unit (sổ theo dõi hồ sơ) */
export interface RegisterLink {
  unit: AgencyCode;
  from: string;
  to: string;
  /**
   * How many are in it
   */
  dossiers: number;
  fileName: string;
  contentType: 'application/pdf';
  /**
   * In bytes
   */
  size: number;
  sha256: Sha256;
  url: string;
  urlExpiresAt: Instant;
}
/** Handing over the open dossiers of a unit that ended */
export interface Transfer {
  to?: AgencyCode;
  from?: AgencyCode;
  /**
   * @minItems 1
   * @maxItems 100
   */
  dossiers?: DossierCode[];
  apply?: boolean;
  cursor?: string;
  limit?: number;
}
export interface TransferReport {
  items: {
    dossier: DossierCode;
    from: AgencyCode;
    to: AgencyCode;
    receiving: boolean;
    competent: boolean;
    tasks: number;
    freed: number;
  }[];
  unchanged: number;
  nextCursor: string | null;
}
export interface UploadRequest {
  fileName: string;
  contentType:
    | 'application/pdf'
    | 'image/jpeg'
    | 'image/png'
    | 'image/tiff'
    | 'image/heic'
    | 'image/heif'
    | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    | 'application/vnd.oasis.opendocument.text'
    | 'application/pkcs7-mime'
    | 'application/pkcs7-signature'
    | 'application/xml';
  size: number;
  sha256: Sha256;
}
export interface UploadTicket {
  id: FileId;
  method: 'PUT';
  url: string;
  headers: {
    [k: string]: string;
  };
  expiresAt: string;
}
export interface Vault {
  items: VaultEntry[];
}
export interface WorkCalendarVersion {
  version: number;
  recordedAt: Instant;
  workCalendar: WorkCalendarOutput;
}
export interface WorkCalendarOutput {
  calendar: {
    id: string;
    version: string;
    name: {
      vi: string;
      en: string;
    };
    /**
     * @maxItems 6
     */
    weeklyDaysOff: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
    swappedSaturdays: 'counted' | 'notCounted';
    yearsWithoutNotice: 'computed' | 'refused';
    years: {
      year: number;
      provisional: boolean;
      notices: string[];
      remark?: string;
      daysOff: {
        date: string;
        reason: 'holiday' | 'compensation' | 'swapped';
        name: {
          vi: string;
          en: string;
        };
      }[];
      saturdaysWorked: {
        date: string;
        inPlaceOf: string;
      }[];
    }[];
    unitDaysOff: {
      date: string;
      name: {
        vi: string;
        en: string;
      };
    }[];
  };
  rules: {
    id: string;
    version: string;
    receiptDay: 'notCounted' | 'counted';
    lastDayOff: 'roll' | 'keep';
    dueMoment: 'closeOfOffice' | 'sameClockTime' | 'endOfDay' | 'startOfNextDay';
    partOfDay: 'shareOfOfficeTime' | 'wholeDay';
    pauseDays: {
      first: 'counted' | 'skipped';
      last: 'counted' | 'skipped';
    };
    monthsFrom: 'receiptDay' | 'dayAfter';
    monthEnd: 'lastDay' | 'overflow';
    restartAfterLapse: 'allowed' | 'ignored';
    forwarding: {
      cutOff: string;
    };
    extension: {
      times: number;
      latestDaysBefore: number;
      dayUnit: 'calendarDay' | 'workingDay';
    };
    alarms: {
      dueSoonWorkingDays: number;
      dueSoonWorkingHours: number;
      escalationWorkingDays: number;
    };
  };
  officeHours: {
    id: string;
    version: string;
    /**
     * @minItems 1
     */
    periods: {
      from: string;
      /**
       * @minItems 1
       */
      seasons: {
        from: string;
        sessions: {
          from: string;
          to: string;
        }[];
        weekdays?: {
          [k: string]: {
            from: string;
            to: string;
          }[];
        };
      }[];
    }[];
  };
  /**
   * @maxItems 500
   */
  units: {
    unit: AgencyCode;
    daysOff: {
      date: string;
      name: {
        vi: string;
        en: string;
      };
    }[];
    officeHours?: {
      id: string;
      version: string;
      /**
       * @minItems 1
       */
      periods: {
        from: string;
        /**
         * @minItems 1
         */
        seasons: {
          from: string;
          sessions: {
            from: string;
            to: string;
          }[];
          weekdays?: {
            [k: string]: {
              from: string;
              to: string;
            }[];
          };
        }[];
      }[];
    };
  }[];
}
export interface WorkCalendar {
  calendar: {
    id: string;
    version: string;
    name: {
      vi: string;
      en: string;
    };
    /**
     * @maxItems 6
     */
    weeklyDaysOff: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
    swappedSaturdays: 'counted' | 'notCounted';
    yearsWithoutNotice: 'computed' | 'refused';
    years: {
      year: number;
      provisional: boolean;
      notices: string[];
      remark?: string;
      daysOff: {
        date: string;
        reason: 'holiday' | 'compensation' | 'swapped';
        name: {
          vi: string;
          en: string;
        };
      }[];
      saturdaysWorked: {
        date: string;
        inPlaceOf: string;
      }[];
    }[];
    unitDaysOff: {
      date: string;
      name: {
        vi: string;
        en: string;
      };
    }[];
  };
  rules: {
    id: string;
    version: string;
    receiptDay: 'notCounted' | 'counted';
    lastDayOff: 'roll' | 'keep';
    dueMoment: 'closeOfOffice' | 'sameClockTime' | 'endOfDay' | 'startOfNextDay';
    partOfDay: 'shareOfOfficeTime' | 'wholeDay';
    pauseDays: {
      first: 'counted' | 'skipped';
      last: 'counted' | 'skipped';
    };
    monthsFrom: 'receiptDay' | 'dayAfter';
    monthEnd: 'lastDay' | 'overflow';
    restartAfterLapse: 'allowed' | 'ignored';
    forwarding: {
      cutOff: string;
    };
    extension: {
      times: number;
      latestDaysBefore: number;
      dayUnit: 'calendarDay' | 'workingDay';
    };
    alarms: {
      dueSoonWorkingDays: number;
      dueSoonWorkingHours: number;
      escalationWorkingDays: number;
    };
  };
  officeHours: {
    id: string;
    version: string;
    /**
     * @minItems 1
     */
    periods: {
      from: string;
      /**
       * @minItems 1
       */
      seasons: {
        from: string;
        sessions: {
          from: string;
          to: string;
        }[];
        weekdays?: {
          [k: string]: {
            from: string;
            to: string;
          }[];
        };
      }[];
    }[];
  };
  /**
   * @maxItems 500
   */
  units: {
    unit: AgencyCode;
    daysOff?: {
      date: string;
      name: {
        vi: string;
        en: string;
      };
    }[];
    officeHours?: {
      id: string;
      version: string;
      /**
       * @minItems 1
       */
      periods: {
        from: string;
        /**
         * @minItems 1
         */
        seasons: {
          from: string;
          sessions: {
            from: string;
            to: string;
          }[];
          weekdays?: {
            [k: string]: {
              from: string;
              to: string;
            }[];
          };
        }[];
      }[];
    };
  }[];
}
export interface WorkCalendarDraft {
  savedAt: Instant;
  workCalendar: WorkCalendarOutput;
}
/** API Gateway’s own answer, without a stable code */
export interface GatewayMessage {
  message: string;
}
/** application/problem+json (RFC 9457) */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId?: string;
  errors?: {
    pointer: string;
    message: string;
  }[];
  [k: string]: unknown;
}
