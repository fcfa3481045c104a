import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../../law/calendars/national.ts';
import { workflowTemplateNamed } from '../../province/workflow-templates.ts';

/** Requests that are taken as they stand, by operation and name. Each is parsed and sent in the tests. */
type Examples = Readonly<
  Record<string, Readonly<Record<string, { readonly summary: string; value: unknown }>>>
>;

const PROCEDURE = '1.013225';
const UNIT = 'H44.101';
/** What a tablet made itself, and by which it is a pad. */
const SECRET = 'c2VjcmV0LW9mLWEtdGFibGV0LWF0LWRlc2stdHdvLTE';
const PAD = { unit: UNIT, id: 'pad_01kaw00000abcdefghjkmnpqrs', secret: SECRET };

const person = { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001' };
const file = (last: string) => `f_01jd9q6x3v9k2m5n8p7r4s6t${last}`;

const workingTime = {
  calendar: nationalCalendar,
  rules: vietnameseRules,
  officeHours: standardOfficeHours,
  units: [],
};

/** What both units of the example have alike. */
const unit = { administrativeCode: null, validFrom: '2025-07-01', validTo: null };

const days = (amount: number) => ({ amount, unit: 'workingDay' });

export const examples: Examples = {
  createSubscription: {
    decisions: {
      summary: 'Only what applicants wait for',
      value: {
        url: 'https://dichvucong.example.gov.vn/motcua/events',
        kinds: ['accepted', 'supplementRequested', 'decided', 'returned'],
      },
    },
  },
  replaySubscription: {
    sinceMonday: { summary: 'Everything since Monday', value: { from: '2026-11-23T00:00:00+07:00' } },
  },
  explainDeadline: {
    sevenDays: {
      summary: 'Seven working days from a Monday morning',
      value: { receivedAt: '2026-11-23T09:00:00+07:00', limit: days(7) },
    },
  },
  submitDossier: {
    byPortal: {
      summary: 'A portal hands in what a citizen filled in there',
      value: {
        procedure: PROCEDURE,
        channel: 'online',
        receivingUnit: UNIT,
        applicant: { ...person, address: 'Tổ 3, phường Tân Hoà', phone: '0912345678' },
        components: [
          { component: 'c1', files: [file('01')] },
          { component: 'c2', files: [file('02')] },
          { component: 'c7', files: [file('03')] },
        ],
        formData: { soTang: 3, dienTich: 96.5, hangMuc: [{ ten: 'Nhà ở riêng lẻ' }] },
        returnBy: 'electronic',
        portalReference: 'G22.99-261123-0001',
      },
    },
    forAChild: {
      summary: 'A guardian for a child who has no number yet, at the counter',
      value: {
        procedure: PROCEDURE,
        channel: 'counter',
        receivingUnit: UNIT,
        applicant: {
          kind: 'personWithoutNumber',
          name: 'Nguyễn Thị Bình',
          birthDate: '2026-11-01',
          guardian: { name: 'Nguyễn Văn An', identityNumber: '025090000001' },
          address: 'Tổ 3, phường Tân Hoà',
        },
        components: [{ component: 'c1', paperCopies: 1 }],
        returnBy: 'post',
      },
    },
  },
  correctApplicant: {
    name: {
      summary: 'A name mistyped at the counter',
      value: {
        applicant: { ...person, name: 'Nguyễn Văn Ân' },
        reason: 'Cán bộ tiếp nhận ghi nhầm tên',
        evidence: { description: 'Thẻ căn cước xuất trình tại quầy' },
      },
    },
  },
  supplementDossier: {
    paper: {
      summary: 'One paper as a file, another on paper',
      value: {
        components: [
          { component: 'c1', files: [file('04')] },
          { component: 'c2', paperCopies: 1 },
        ],
        note: 'Đã bổ sung bản vẽ mặt cắt',
      },
    },
  },
  withdrawDossier: {
    byApplicant: { summary: 'The applicant withdraws', value: { reason: 'Gia đình thay đổi kế hoạch' } },
  },
  searchStore: {
    building: {
      summary: 'Papers for a building permit',
      value: { procedure: '1.013225', name: 'Nguyễn Văn An' },
    },
  },
  fetchStoreFile: {
    certificate: {
      summary: 'The first file of a land certificate',
      value: {
        procedure: '1.013225',
        name: 'Nguyễn Văn An',
        kind: 'KQ.G10.001147',
        number: 'BĐ 123456',
        file: 0,
      },
    },
  },
  fetchStoreFileForDossier: {
    certificate: {
      summary: 'The first file of a land certificate',
      value: { kind: 'KQ.G10.001147', number: 'BĐ 123456', file: 0 },
    },
  },
  createUpload: {
    pdf: {
      summary: 'A PDF of five bytes, by its SHA-256',
      value: {
        fileName: 'Đơn đề nghị.pdf',
        contentType: 'application/pdf',
        size: 5,
        sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      },
    },
  },
  createExport: {
    overdue: {
      summary: 'What is overdue, as a table for Excel',
      value: {
        list: 'dossiers',
        filters: { overdue: 'true' },
        format: 'xlsx',
        reason: 'Báo cáo giao ban tuần',
      },
    },
    named: {
      summary: 'What was submitted in a month, with the applicants’ names',
      value: {
        list: 'dossiers',
        filters: { submittedFrom: '2026-11-01', submittedTo: '2026-11-30' },
        expand: 'applicant',
        format: 'csv',
        reason: 'Lập sổ theo dõi hồ sơ tháng 11',
      },
    },
  },
  decideTask: {
    accept: { summary: 'Reception accepts', value: { decision: 'accept' } },
    acceptWithRelief: {
      summary: 'Reception accepts: the case of the fee, what was counted, and a relief with what proves it',
      value: {
        decision: 'accept',
        case: 'reissue',
        counts: { pages: 12 },
        reliefs: [
          {
            relief: 'digital-residence',
            evidence: {
              kind: 'digital-citizen',
              attestedBy: 'officer',
              note: 'Đã xem đủ 05 giấy tờ trên VNeID của người nộp',
            },
          },
        ],
      },
    },
    requestSupplement: {
      summary: 'A supplement is asked for',
      value: {
        decision: 'requestSupplement',
        reason: 'Bản vẽ thiếu mặt cắt',
        items: ['Bản vẽ mặt cắt tỷ lệ 1/50'],
        components: ['c7'],
      },
    },
    requestSupplementWithFee: {
      summary: 'A supplement is asked for, and the fee counted anew',
      value: {
        decision: 'requestSupplement',
        reason: 'Thiếu bản sao để chứng thực',
        items: ['03 bản sao còn thiếu'],
        case: 'reissue',
        counts: { pages: 15 },
      },
    },
    approve: {
      summary: 'A signer confirms the proposal that the task showed, by its digest',
      value: { decision: 'approve', proposal: '0'.repeat(64) },
    },
  },
  assignTask: { back: { summary: 'Given back to nobody', value: { assignee: null } } },
  setProcedureState: { open: { summary: 'Opened for new dossiers', value: { state: 'open' } } },
  importProcedures: {
    own: {
      summary: 'One procedure in the shape of this system',
      value: {
        shape: 'motcua',
        items: [
          {
            code: '9.000001',
            name: 'Thủ tục minh họa',
            decision: '1/QĐ-UBND',
            levels: ['commune'],
            field: { name: 'Xây dựng' },
            applicants: ['Công dân Việt Nam'],
            onlineLevel: 'full',
            anyBoundary: false,
            citizensSubmitHere: false,
            methods: [{ channel: 'online', limit: days(10), fee: { kind: 'free' } }],
            components: [{ id: 'c1', name: 'Đơn đề nghị', originals: 1, copies: 0, required: true }],
            results: [{ code: 'KQ.G15.000031' }],
            feeDueBefore: null,
            supplementClock: 'restart',
          },
        ],
      },
    },
  },
  publishWorkflow: {
    oneStep: {
      summary: 'One step, checked only',
      value: {
        checkOnly: true,
        workflow: {
          procedure: PROCEDURE,
          start: 'sign',
          steps: [
            {
              id: 'sign',
              name: 'Giải quyết và ký kết quả',
              kind: 'signature',
              unit: 'competent',
              role: 'signer',
              limit: { amount: 20, unit: 'calendarDay' },
              decisions: [
                { decision: 'approve', to: 'decided' },
                { decision: 'refuse', to: 'decided' },
                { decision: 'requestSupplement' },
                { decision: 'stop' },
              ],
            },
          ],
          supplementLimit: days(10),
          paymentLimit: days(10),
          collectionLimit: days(30),
          approvedBy: '2/QĐ-UBND',
        },
      },
    },
  },
  applyWorkflowTemplate: {
    report: {
      summary: 'For which procedures of a field the template fits',
      value: {
        template: workflowTemplateNamed('commune-one-step'),
        approvedBy: '3/QĐ-UBND',
        filter: { codes: [PROCEDURE] },
      },
    },
  },
  publishOrganization: {
    units: {
      summary: 'A province and one ward',
      value: {
        units: [
          {
            ...unit,
            code: 'H44',
            name: 'UBND tỉnh Phú Thọ',
            kind: 'province',
            receives: false,
            parent: null,
          },
          {
            ...unit,
            code: UNIT,
            name: 'Phường Tân Hoà',
            kind: 'commune',
            receives: true,
            parent: 'H44',
          },
        ],
      },
    },
  },
  recordOfficers: {
    handler: {
      summary: 'A handler of a ward',
      value: {
        officers: [
          { id: 'thuly9.h44-101', unit: UNIT, roles: ['handler'], name: 'Lê Văn Cường', active: true },
        ],
      },
    },
  },
  withdrawProposedChange: {
    withdraw: { summary: 'With the reason', value: { reason: 'Ngày gián đoạn ghi chưa đúng' } },
  },
  certifyCopy: {
    original: { summary: 'Compared with the original', value: { comparedWith: 'original' } },
  },
  correctReceipt: {
    replace: {
      summary: 'The name was wrong, and is right in the dossier now',
      value: { kind: 'replacement', reason: 'Ghi sai tên người nộp tiền' },
    },
    decrease: {
      summary: 'Less was due',
      value: { kind: 'decrease', amount: 20000, reason: 'Thu thừa so với mức quy định' },
    },
  },
  decideReceiptCorrection: { approve: { summary: 'Approved', value: { approved: true } } },
  recallResult: {
    recall: {
      summary: 'Handed to somebody of the same name',
      value: { reason: 'Trả nhầm cho người trùng họ tên', recovered: true },
    },
  },
  proposeResultChange: {
    revoke: {
      summary: 'The dossier held a forged paper',
      value: {
        kind: 'revoke',
        ground: 'falsePapers',
        reason: 'Cơ quan công an kết luận bản trích lục kèm theo hồ sơ là giả mạo.',
      },
    },
    correct: {
      summary: 'A misspelled name',
      value: {
        kind: 'correct',
        ground: 'agencyMistake',
        reason: 'Ghi sai chữ đệm trong họ tên của người được cấp.',
        text: 'Cho phép theo đơn đề nghị; họ tên người được cấp: Hà Thị Hai.',
      },
    },
  },
  returnAgain: {
    authorized: {
      summary: 'To somebody authorized',
      value: {
        receivedBy: 'Phạm Thị Dung',
        collector: 'authorized',
        authorization: '02/GUQ ngày 20/11/2026',
        slip: 'handedBack',
        attestedBy: 'signature',
      },
    },
  },
  pairPad: { desk: { summary: 'A tablet at the second desk', value: { name: 'Quầy 2' } } },
  askForInk: {
    receipt: {
      summary: 'The receipt, with the citizen at the desk',
      value: { pad: 'pad_01kaw00000abcdefghjkmnpqrs', form: '01-2', language: 'vi' },
    },
  },
  handInInk: {
    hardware: {
      summary: 'What a hardware pad took',
      value: {
        form: '01-2',
        documentHash: '0'.repeat(64),
        serial: 'SP-204417',
        picture:
          'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAAAAACWpiEsAAAAD0lEQVR4nGP4zwCBDLgZACcLD/GWtmIYAAAAAElFTkSuQmCC',
        encryptedPoints: 'bWFkZSBieSBhIHBhZA==',
      },
    },
  },
  redeemPairing: {
    tablet: { summary: 'A tablet takes the code', value: { code: '7K2MP-X4TQD', secret: SECRET } },
  },
  notifyPlatform: {
    paid: {
      summary: 'A payment was made',
      value: {
        LoaiBanTin: 'IPN',
        MaLoi: '00',
        MaDoiTac: 'MOTCUA',
        MaThamChieu: 'MC7QK2M04HXT9ZB3WC1VND5RYEA8',
        SoTien: '15000',
        MaTienTe: 'VND',
        MaGiaoDich: 'GD20261123000001',
        MaNganHang: 'VCB',
        ThoiGianGD: '20261123093000',
        ThongTinGiaoDich: 'H44 101 261123 0001',
        MaXacThuc: '0000000000000000000000000000000000000000000000000000000000000000',
      },
    },
  },
  sendLandSlip: {
    transfer: {
      summary: 'Land that is sold: the buyer owes the registration fee, the seller the income tax',
      value: {
        parcel: {
          parcel: '128',
          mapSheet: '12',
          address: 'Khu 5, xã Hùng Việt, tỉnh Phú Thọ',
          area: '120.5',
          use: 'ONT – đất ở tại nông thôn',
          position: 'Vị trí 1, đường tỉnh 315',
          origin: 'Nhận chuyển nhượng đất được công nhận quyền sử dụng đất',
        },
        obligations: [
          { kind: 'registrationFee', obliged: 'applicant' },
          { kind: 'personalIncomeTax', obliged: 'other' },
        ],
        other: { name: 'Trần Văn Bình', identityNumber: '025078000012' },
      },
    },
  },
  recordLandProof: {
    paid: {
      summary: 'The citizen shows the receipt of the treasury',
      value: { notice: 'LTB2640123/TB-CCT', document: 'GNT-0001', amount: 750000, paidOn: '2026-11-20' },
    },
  },
  tellLandTax: {
    notice: {
      summary: 'A notice of payment',
      value: {
        type: 'notice',
        slip: 'H44.101-261123-0001.pc1',
        dossier: 'H44.101-261123-0001',
        number: 'LTB2640123/TB-CCT',
        issuedOn: '2026-11-23',
        dueOn: '2026-12-23',
        lines: [{ kind: 'registrationFee', amount: 750000, subItem: '2801' }],
        total: 750000,
        treasury: {
          number: '7111.0.1234567',
          holder: 'Kho bạc Nhà nước khu vực',
          at: 'Kho bạc Nhà nước',
        },
        paymentCode: '11060012611230001',
      },
    },
    payment: {
      summary: 'The treasury has the money',
      value: {
        type: 'payment',
        slip: 'H44.101-261123-0001.pc1',
        dossier: 'H44.101-261123-0001',
        notice: 'LTB2640123/TB-CCT',
        document: 'GNT-0001',
        amount: 750000,
        paidOn: '2026-11-23',
      },
    },
  },
  notifyBank: {
    credit: {
      summary: 'Money came in',
      value: {
        id: 'FT26327000001',
        account: '0011001932418',
        amount: 15000,
        currency: 'VND',
        bookedAt: '2026-11-23T09:30:00+07:00',
        purpose: 'H44 101 261123 0001',
      },
    },
  },
  loadStatement: {
    csv: {
      summary: 'A statement as CSV',
      value: {
        name: 'so-phu-2026-11-23.csv',
        text: [
          'Số tài khoản;3949.0.1234567',
          'Từ ngày;23/11/2026;Đến ngày;23/11/2026',
          'Ngày hạch toán;Số tham chiếu;Ghi nợ;Ghi có;Nội dung',
          '23/11/2026;FT26327000001;;15.000;H44 101 261123 0001',
        ].join('\r\n'),
      },
    },
  },
  assignPayment: {
    byStatement: {
      summary: 'The payer showed the slip of the bank',
      value: { dossier: 'H44.101-261123-0001', reason: 'Người nộp xuất trình ủy nhiệm chi' },
    },
  },
  lookAtPad: { idle: { summary: 'A pad asks what waits', value: { pad: PAD } } },
  answerOnPad: {
    signed: {
      summary: 'Handwriting',
      value: {
        outcome: 'signed',
        pad: PAD,
        request: 'ir_01kaw00000abcdefghjkmnpqrs',
        documentHash: '0'.repeat(64),
        drawing: {
          width: 900,
          height: 300,
          strokes: [
            Array.from({ length: 12 }, (_, index) => ({
              x: 100 + index * 40,
              y: 150 + (index % 3) * 30,
              pressure: 0.5,
              t: index * 16,
            })),
          ],
        },
      },
    },
    declined: {
      summary: 'Does not sign',
      value: { outcome: 'declined', pad: PAD, request: 'ir_01kaw00000abcdefghjkmnpqrs' },
    },
  },
  requestRefund: {
    tooMuch: {
      summary: 'What was paid too much',
      value: { amount: 5000, of: 'held', believed: 5000, reason: 'Công dân nộp thừa 5.000 đồng.' },
    },
  },
  decideRefund: {
    approved: { summary: 'Approved', value: { approved: true } },
    refused: {
      summary: 'Refused',
      value: { approved: false, reason: 'Khoản này đã trừ vào lệ phí phải nộp.' },
    },
  },
  payRefund: {
    cash: { summary: 'Paid out at the counter', value: { means: 'cash', document: 'PC 12/2026' } },
    transfer: { summary: 'Sent by transfer', value: { means: 'transfer', document: 'UNC 07/2026' } },
  },
  openDrawer: { change: { summary: 'With change in it', value: { openedWith: 200_000 } } },
  closeDrawer: {
    exact: { summary: 'As it should be', value: { counted: 255_000 } },
    short: {
      summary: 'With a difference',
      value: { counted: 250_000, note: 'Thiếu 5.000 đồng do trả nhầm tiền thừa.' },
    },
  },
  depositDrawers: {
    exact: {
      summary: 'All that was counted',
      value: {
        drawers: ['dr_01k9x0m5h3q8v2w7e4r6t1y9ab'],
        amount: 55_000,
        slip: 'GNT-2026-001234',
        paidInOn: '2026-11-23',
      },
    },
    short: {
      summary: 'Less than was counted',
      value: {
        drawers: ['dr_01k9x0m5h3q8v2w7e4r6t1y9ab', 'dr_01k9x0m5h3q8v2w7e4r6t1y9ac'],
        amount: 50_000,
        slip: 'GNT-2026-001235',
        paidInOn: '2026-11-23',
        reason: 'Một tờ 5.000 đồng rách, ngân hàng không nhận.',
      },
    },
  },
  packArchiveBatch: {
    two: {
      summary: 'A dossier that ended last year',
      value: { dossiers: ['H44.101-251120-0001'], note: 'Đợt 1 năm 2026' },
    },
  },
  changeLegalHold: {
    hold: {
      summary: 'For an inspection',
      value: { hold: true, reason: 'Thanh tra tỉnh yêu cầu giữ hồ sơ theo văn bản số 12/TTr.' },
    },
  },
  recordAbsence: {
    leave: {
      summary: 'A week, with a substitute',
      value: {
        officer: 'thuly1.h44-101',
        from: '2026-12-07',
        to: '2026-12-11',
        substitute: 'thuly2.h44-101',
      },
    },
  },
  endAbsence: { back: { summary: 'Back earlier', value: { on: '2026-12-09' } } },
  recordAuthorization: {
    deputy: {
      summary: 'A deputy signs in place of the chairman',
      value: {
        form: 'KT',
        signer: 'kyduyet.h44-101',
        position: 'Phó Chủ tịch',
        onBehalfOf: 'lanhdao.h44-101',
        for: 'Chủ tịch',
        document: '12/QĐ-UBND ngày 20/11/2026',
        from: '2026-11-24',
        to: '2026-12-31',
      },
    },
  },
  endAuthorization: {
    end: { summary: 'The head is back', value: { on: '2026-11-30', reason: 'Chủ tịch đã trở lại làm việc' } },
  },
  declareInterest: {
    own: { summary: 'One’s own', value: { reason: 'Chủ hồ sơ là anh ruột' } },
    recorded: {
      summary: 'Recorded by a leader',
      value: { officer: 'thuly1.h44-101', reason: 'Chủ hồ sơ là vợ của cán bộ thụ lý' },
    },
  },
  transferDossiers: { list: { summary: 'What would be handed over', value: { apply: false } } },
  publishWorkCalendar: {
    national: { summary: 'The national calendar and office hours, alike in every unit', value: workingTime },
  },
  saveWorkCalendarDraft: { national: { summary: 'The same, as a draft', value: workingTime } },
  replan: {
    draft: {
      summary: 'Which dates the draft of the working time would move',
      value: { unit: UNIT, cause: { kind: 'workCalendar', version: 'draft' } },
    },
  },
  rebuildProjections: {
    begin: { summary: 'The first slice', value: { limit: 100 } },
    tell: { summary: 'Only what differs', value: { onlyTell: true } },
  },
};
