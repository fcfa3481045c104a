// Who may do what, for people who do not read programs: `docs/rights.md`.
import { audiences } from '../functions/domain/ledger/audience.ts';
import { type Grant, policy } from '../functions/domain/rights/policy.ts';
import {
  type CallerKind,
  callerKinds,
  callers,
  officersElsewhere,
  provinceOfficers,
  unitOfficers,
} from '../law/rights/callers.ts';
import { linkTable } from '../law/rights/links.ts';
import { queryParameters, wideningMembers } from '../law/rights/parameters.ts';
import { readersOfEntries } from '../law/rights/readers-of-entries.ts';
import type { RightsCell } from '../law/rights/row.ts';
import { rightsTable } from '../law/rights/table.ts';
import type { Operation } from '../schemas/api/operation.ts';
import { allOperations } from '../schemas/api/operations/all.ts';
import { accountKind } from '../schemas/identity/account.ts';
import { type Action, action } from '../schemas/identity/actions.ts';
import { type OfficerRole, officerRole } from '../schemas/identity/roles.ts';

const ACTIONS: Readonly<Record<Action, string>> = {
  'public.read': 'Read what is for everybody (tra cứu công khai)',
  'self.read': 'Ask who one is oneself (tôi là ai)',
  'upload.create': 'Upload a file (tải tệp lên)',
  'upload.complete': 'Have an uploaded file judged (kiểm tra tệp đã tải lên)',
  'dossier.submit': 'Submit a dossier (nộp hồ sơ)',
  'dossier.read': 'Read a dossier, its history, payments and results (xem hồ sơ)',
  'dossier.list': 'List dossiers (danh sách hồ sơ)',
  'dossier.search': 'Search dossiers (tra cứu hồ sơ)',
  'dossier.supplement': 'Supplement a dossier (bổ sung hồ sơ)',
  'dossier.withdraw': 'Withdraw a dossier (rút hồ sơ)',
  'dossier.correct': 'Correct the applicant (đính chính chủ hồ sơ)',
  'dossier.declareInterest': 'Declare an interest (khai báo xung đột lợi ích)',
  'dossier.returnAgain': 'Recall a result, return it again (thu hồi kết quả trả nhầm, trả lại)',
  'dossier.collect': 'Get the code to collect a result (mã nhận kết quả)',
  'dossier.certifyCopy': 'Certify a digitized copy (xác nhận bản số hóa)',
  'dossier.changeResult': 'Propose to revoke or correct a result (trình thu hồi, đính chính kết quả)',
  'dossier.takeInk': 'Have a document signed on a pad (lấy nét chữ ký tay trên bàn ký)',
  'dossier.hold': 'Hold a dossier beyond its period, lift the hold of somebody else (dừng tiêu hủy)',
  'dossier.askRefund': 'Ask that money of a dossier goes back (đề nghị hoàn trả)',
  'dossier.decideRefund': 'Approve or refuse a refund that somebody else asked for (duyệt hoàn trả)',
  'dossier.payRefund': 'Pay an approved refund out, cash by reception alone (chi hoàn trả)',
  'drawer.read': 'See one’s own cash drawers, a leader all of the unit (xem két thu)',
  'drawer.open': 'Open one’s cash drawer (mở két thu)',
  'paymentStatistics.read':
    'See how fees were paid in a unit and those under it, and how soon settled (số liệu thanh toán)',
  'drawer.deposit':
    'Record that the cash of one’s closed drawers was paid in, a leader of any of the unit (nộp tiền mặt)',
  'deposit.read': 'See which closed drawers were paid in, and which were not (tiền mặt chưa nộp)',
  'drawer.close': 'Close one’s cash drawer, a leader any of the unit (kiểm đếm, đóng két thu)',
  'money.read': 'See the accounts of a unit (xem sổ thu của đơn vị)',
  'dossier.correctReceipt':
    'Ask that a receipt be replaced or adjusted (đề nghị thay thế, điều chỉnh biên lai)',
  'dossier.decideReceipt':
    'Decide about such a correction of somebody else (duyệt thay thế, điều chỉnh biên lai)',
  'receipt.summarize': 'See what a unit collected on a day (xem bảng tổng hợp biên lai)',
  'archive.read': 'See what is due for the archive, batches and their papers (xem việc nộp lưu)',
  'archive.pack': 'Pack ended dossiers for the archive (lập đợt nộp lưu)',
  'archive.take': 'Take a batch over that somebody else packed (nhận hồ sơ nộp lưu)',
  'vault.list': 'See the results issued to oneself (xem kho dữ liệu điện tử của mình)',
  'store.ask': 'Ask the national store for one’s own papers (tra cứu giấy tờ của mình trong kho quốc gia)',
  'dossier.askStore':
    'Ask the national store for the papers of a dossier’s owner (tra cứu kho quốc gia cho hồ sơ)',
  'dossier.readLandTax':
    'See what the tax office was asked, and answered (xem việc xác định nghĩa vụ tài chính về đất đai)',
  'dossier.askTaxOffice':
    'Send a slip to the tax office, record a proof of payment (gửi phiếu chuyển, ghi chứng từ nộp ngân sách)',
  'task.list': 'List tasks (danh sách công việc)',
  'task.read': 'Read a task (xem công việc)',
  'task.decide': 'Decide a task (xử lý)',
  'task.assign': 'Assign a task (phân công)',
  'process.read': 'See how processes do (xem chỉ số của quy trình)',
  'register.read': 'Print the register of a unit (in sổ theo dõi hồ sơ)',
  'pad.pair': 'Pair pads with the unit, see them (ghép và xem bàn ký điện tử)',
  'payment.follow': 'See and pay what is owed, by the payment link (xem và nộp bằng liên kết thanh toán)',
  'payment.tell': 'Tell of a payment, signed (thông báo thanh toán có chữ ký)',
  'settlement.read':
    'See what the treasury has not shown yet, and money of nobody (xem khoản chưa quyết toán, khoản chưa rõ)',
  'settlement.manage': 'Load statements, assign money of nobody (nạp sao kê, gán khoản tiền chưa rõ)',
  'pad.hold': 'Be a pad, with its secret (bàn ký, bằng khóa ghép của nó)',
  'export.create': 'Export a list (xuất danh sách)',
  'export.read': 'Read exports (xem các lần xuất danh sách)',
  'catalogue.manage': 'Manage procedures and workflows (quản trị danh mục)',
  'access.list': 'Read who read personal data (xem nhật ký truy cập dữ liệu cá nhân)',
  'organization.read': 'Read officers’ accounts (xem tài khoản cán bộ)',
  'organization.manage': 'Manage units and officers (quản trị đơn vị, cán bộ)',
  'absence.read': 'See who is away (xem cán bộ vắng mặt)',
  'absence.record': 'Record who is away (ghi vắng mặt, người làm thay)',
  'calendar.manage': 'Manage the work calendar (quản trị lịch làm việc)',
  'subscription.create': 'Have events sent (đăng ký nhận sự kiện)',
  'subscription.manage': 'Manage where events are sent (quản lý đăng ký nhận sự kiện)',
  'change.read': 'Read the feed of changes (đọc dòng thay đổi)',
  'connection.read': 'See connections to outside parties (xem tình trạng kết nối)',
  'connection.manage': 'Try again what waits for outside parties (gửi lại)',
  'projection.manage':
    'Rebuild lists, searches and counts from ledgers (dựng lại danh sách, tra cứu và số đếm)',
  'proposedChange.read': 'See proposed changes (xem đề nghị thay đổi)',
  'proposedChange.confirm': 'Confirm or withdraw proposed changes (xác nhận, rút đề nghị thay đổi)',
};

const ROLES: Readonly<Record<OfficerRole, string>> = {
  reception: 'Reception (tiếp nhận)',
  handler: 'Handler (thụ lý)',
  leader: 'Leader (lãnh đạo phòng)',
  signer: 'Signer (lãnh đạo ký)',
  registryClerk: 'Registry clerk (văn thư)',
  overseer: 'Overseer (theo dõi toàn tỉnh)',
  administrator: 'Administrator (quản trị)',
  auditor: 'Auditor (thanh tra)',
  postal: 'Postal staff (nhân viên bưu chính)',
};

const CELLS: Readonly<Record<RightsCell, string>> = {
  may: '**yes**',
  own: 'own only',
  hidden: 'hidden',
  void: 'void',
  refused: '–',
};

const INTRODUCTION = `# Rights

Generated by \`npm run generate\` from \`law/rights/\` and \`functions/domain/rights/policy.ts\`; do not edit.

The first part is the table of rights, written from the law and the design and not from the program: who gets what, of one dossier that a
portal handed in for its owner and that waits for reception at a ward. Tests ask the running service every line as every kind of caller, and
compare the policy, which is the second part, with it. A route or a query parameter without its line fails the build.

What a cell says:

- **yes** — they get what the line asks for;
- own only — they get an answer, in which what the line asks for is not: only what is theirs;
- hidden — 404, the same answer as for what does not exist;
- void — the cursor of somebody else, or of another list, is worth nothing: 400;
- – — refused: 401 without a token, otherwise 403.

An officer of several roles has the rights of each of them. A submission is online for citizens and portals, at the counter for officers. A
task is decided in the role it is for and by whoever holds it, and given to a colleague only by a leader.
`;

const POLICY = `
The policy gives an action to a kind of caller under a condition; what it does not give is refused.

- **yes** — without further condition;
- **own** — for a dossier that is theirs, whose owner they represent by law (a firm's named representative, a child's guardian), or that they submitted; a portal: for dossiers it submitted itself; for an export that they asked for;
- **unit** — for a dossier that their unit received, decides or has a task in; for a task, a list or a submission: of their own unit;
- **level 2** — only with an identity account of level 2 (NĐ 69/2024/NĐ-CP); accounts of foreigners and organizations have no levels (NĐ 320/2026/NĐ-CP Đ3);
- **scope** — only with that scope in the portal's token;
- **–** — refused.

An export needs the right to the list it is of as well, when it is asked for, when it is made and when its link is given; the link is only for
the one who asked, an auditor sees the record without it.
`;

const ENTRIES = `
Who may read a dossier is not shown every member of its ledger's entries. What is withheld is named in the entry (\`withheld\`). Officers' accounts are also those of
who made an entry (\`actor.id\`) and of who holds a task (\`assignee\`). A kind or member that is not classed here does not compile.
`;

const LINKS = `
A presigned link is a right of its own: it is good for whoever holds it, which is why it is exact and short-lived. Links to results are handed
out to those who may read the dossier, and that is recorded.
`;

const OFFICERS: readonly CallerKind[] = [
  ...unitOfficers,
  ...officersElsewhere,
  ...provinceOfficers,
  'administrator',
];

/**
 * The page: the table of rights, links, what each query parameter does, and the policy with the action of each
 * route.
 */
export function rightsPage(): string {
  return [
    INTRODUCTION,
    '## Nobody, citizens and portals\n',
    rightsLines(callerKinds.filter(kind => !OFFICERS.includes(kind))),
    '\n## Officers\n',
    rightsLines(OFFICERS),
    '\n## Entries of a ledger\n',
    ENTRIES,
    table(
      ['Who is shown it', 'Ground', 'Members of entries'],
      Object.entries(readersOfEntries).map(([audience, { who, ground }]) => [
        who,
        ground,
        membersFor(audience),
      ]),
    ),
    '\n## Links\n',
    LINKS,
    table(
      ['Link to', 'When', 'Outcome'],
      linkTable.map(line => [LINK_NAMES[line.link], line.case, line.outcome]),
    ),
    '\n## Query parameters\n',
    'A parameter widens when the answer can hold with it what it would not hold without; each such parameter has lines above. Of a body, only the members that widen are named.\n',
    table(['Route', 'Widens', 'Narrows'], parameterLines()),
    '\n## The policy: those who apply, portals, and anybody\n',
    POLICY,
    table(
      ['What', 'Anybody', 'Citizen', 'Foreigner', 'Organisation', 'Portal'],
      action.options.map(each => [
        ACTIONS[each],
        ...(['anonymous', ...accountKind.options, 'portal'] as const).map(who =>
          cell(policy[each].filter(grant => grant.who === who)),
        ),
      ]),
    ),
    '\n## The policy: officers, by role\n',
    table(
      ['What', ...officerRole.options.map(role => ROLES[role])],
      action.options.map(each => [
        ACTIONS[each],
        ...officerRole.options.map(role =>
          cell(
            policy[each].filter(
              grant => grant.who === 'officer' && (!grant.roles || grant.roles.includes(role)),
            ),
          ),
        ),
      ]),
    ),
    '\n## Routes\n',
    table(
      ['Route', 'What it does', 'Action'],
      inOrder(allOperations).map(({ id, summary, action: asked }) => [routeOf(id), summary, `\`${asked}\``]),
    ),
    '',
  ].join('\n');
}

const LINK_NAMES: Readonly<Record<(typeof linkTable)[number]['link'], string>> = {
  result: 'a result (tải kết quả)',
  paper: 'a paper of the dossier (mở giấy tờ đã nộp)',
  form: 'a form of the dossier (mở biểu mẫu)',
  receipt: 'a receipt (mở biên lai điện tử)',
  upload: 'an upload (tải tệp lên)',
};

function membersFor(audience: string): string {
  const kinds = Object.entries(audiences).flatMap(([kind, members]) => {
    const given = Object.entries(members).flatMap(([member, to]) => (to === audience ? [member] : []));
    return given.length === 0 ? [] : [`${kind}: ${given.join(', ')}`];
  });
  return audience === 'everybody' ? 'all others' : kinds.map(line => `\`${line}\``).join('; ');
}

function rightsLines(kinds: readonly CallerKind[]): string {
  return table(
    ['Route', 'With', 'What is asked for', ...kinds.map(kind => callers[kind])],
    rightsTable.map(({ operation, parameter, asks, cells }) => [
      routeOf(operation),
      parameter === undefined ? '' : `\`${parameter}\``,
      asks,
      ...kinds.map(kind => CELLS[cells[kind]]),
    ]),
  );
}

function parameterLines(): string[][] {
  return inOrder(allOperations).flatMap(({ id }) => {
    const members = (wideningMembers[id] ?? []).map(name => [name, 'widens'] as const);
    const known = [...Object.entries(queryParameters[id] ?? {}), ...members];
    const which = (kind: 'widens' | 'narrows') =>
      known.flatMap(([name, does]) => (does === kind ? [`\`${name}\``] : [])).join(', ') || '–';
    return known.length === 0 ? [] : [[routeOf(id), which('widens'), which('narrows')]];
  });
}

function routeOf(id: string): string {
  const found = allOperations.find(operation => operation.id === id);
  if (!found) throw new Error(`law/rights names an operation that there is not: ${id}`);
  return `\`${found.method} ${found.path}\``;
}

function inOrder(operations: readonly Operation[]): Operation[] {
  return operations.toSorted((a, b) => a.path.localeCompare(b.path, 'en') || (a.method < b.method ? -1 : 1));
}

function cell(grants: readonly Grant[]): string {
  return grants.length === 0 ? '–' : grants.map(words).join('; or ');
}

function words({ relation, level, scope }: Grant): string {
  const conditions = [
    ...(relation === 'owner' ? ['own'] : relation === 'unit' ? ['unit'] : []),
    ...(level === 2 ? ['level 2'] : []),
    ...(scope ? [`scope \`${scope}\``] : []),
  ];
  return conditions.length === 0 ? 'yes' : conditions.join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(text => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
