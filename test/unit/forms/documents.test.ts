import { describe, expect, test } from 'vitest';
import { formNamed, formsCalledFor } from '../../../functions/domain/forms/called-for.ts';
import type { FormDocument } from '../../../functions/domain/forms/form-document.ts';
import type { FormSource } from '../../../functions/domain/forms/form-source.ts';
import { makeForm } from '../../../functions/domain/forms/make-form.ts';
import { readVietQr } from '../../../functions/domain/money/viet-qr/read-viet-qr.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import {
  acceptedLedger,
  CODE,
  ledgerOf,
  promiseOn,
  SIGNER,
  sourceOf,
  submitted,
  task,
} from '../../support/forms/form-ledger.ts';

/** Every text of a document, one a line. */
function textOf(document: FormDocument): string {
  const blocks = document.blocks.flatMap(block =>
    block.kind === 'fact'
      ? [`${block.label}: ${block.value}`]
      : block.kind === 'text'
        ? [block.text]
        : block.rows.map(row => row.join(' | ')),
  );
  const signed = document.signatures.flatMap(({ titles, name }) => [...titles, name]);
  return [document.number, document.title, ...blocks, ...document.recipients, ...signed].join('\n');
}

function form(id: string, events: readonly LedgerEvent[], changed: Partial<FormSource> = {}): FormDocument {
  const found = formNamed(id, events);
  if (!found) throw new Error(`no form ${id}`);
  return makeForm(found.form, sourceOf(events.slice(0, found.event.seq), changed));
}

const supplementRequested: EventData = {
  type: 'supplementRequested',
  stage: 'processing',
  reason: 'Bản vẽ chưa có chữ ký.',
  items: ['Nộp lại bản vẽ có chữ ký', 'Nộp giấy chứng nhận quyền sử dụng đất'],
  components: ['c2'],
  clock: 'restart',
  legalBasis: 'Điều 5 Thông tư số 1/2026',
  approvedBy: 'Lê Quang Cường',
};
const waiting = task(3, { phase: 'supplement', name: 'Chờ bổ sung', dueAt: '2026-12-27T17:00:00+07:00' });
const extended: EventData = {
  type: 'extended',
  reason: 'phải xác minh tại thực địa',
  apology: 'Công trình nằm giáp ranh khu quy hoạch.',
  promise: promiseOn('2026-12-14'),
  previousDueAt: '2026-12-07T17:00:00+07:00',
  signature: {
    form: 'KT',
    position: 'Phó Chủ tịch',
    for: 'Chủ tịch',
    authorization: 'au_00000000000000000000000000',
    from: '2026-01-01',
    to: null,
  },
};

describe('forms that a ledger calls for', () => {
  test('one for each event that the law names, and the control sheet as it stands', () => {
    const events = acceptedLedger([
      { data: supplementRequested, at: '27T08:00', opens: [waiting] },
      { data: { type: 'withdrawn', reason: null, request: 'written' }, at: '28T08:00' },
    ]);
    expect(formsCalledFor(events).map(({ id, form: { kind } }) => [id, kind])).toEqual([
      ['01-2', 'receipt'],
      ['02-3', 'supplement'],
      ['05-4', 'stop'],
      ['06-4', 'controlSheet'],
    ]);
  });

  test('none but the control sheet before anything is decided', () => {
    const events = ledgerOf([{ data: submitted(), at: '26T10:00' }]);
    expect(formsCalledFor(events).map(({ id }) => id)).toEqual(['06-1']);
  });

  test('each second request of a supplement is a form of its own', () => {
    const again = [
      { data: supplementRequested, at: '27T08:00', opens: [waiting] },
      { data: supplementRequested, at: '28T08:00' },
    ];
    expect(formsCalledFor(acceptedLedger(again)).map(({ id }) => id)).toEqual([
      '01-2',
      '02-3',
      '02-4',
      '06-4',
    ]);
  });

  test.each(['01-1', '01-3', '02-2', '07-2', '06-9', '09-1', 'x'])('%s is none of it', id => {
    expect(formNamed(id, acceptedLedger())).toBeUndefined();
  });
});

describe('form 01', () => {
  test('says what was handed in, of which kind and how often, and when the result is promised', () => {
    const text = textOf(form('01-2', acceptedLedger()));
    for (const said of [
      `Số: ${CODE}/01-2`,
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Chủ hồ sơ: Nguyễn Văn An',
      'Số điện thoại: 0912345678',
      '1 | Đơn đề nghị cấp giấy phép xây dựng | Bản chính | 1',
      '2 | Bản vẽ thiết kế | Bản điện tử | 2',
      'Thời gian giải quyết hồ sơ theo quy định: 7 ngày làm việc',
      'Thời gian nhận hồ sơ: 10 giờ 05 phút, ngày 26/11/2026',
      'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 07/12/2026',
      'Nhận kết quả: trực tiếp tại Phường Tân Hoà',
      'Phí, lệ phí phải nộp: 75.000 đồng',
      'NGƯỜI NỘP HỒ SƠ\nNguyễn Văn An',
      'NGƯỜI TIẾP NHẬN HỒ SƠ\nTrần Thị Bình',
    ])
      expect(text).toContain(said);
  });

  test('is headed by the agency, dated and placed as a document is, and carries the code for scanners', () => {
    expect(form('01-2', acceptedLedger())).toMatchObject({
      agency: 'ỦY BAN NHÂN DÂN PHƯỜNG TÂN HOÀ',
      placeAndDate: 'Tân Hoà, ngày 26 tháng 11 năm 2026',
      subtitle: `Mã hồ sơ: ${CODE}`,
      qr: CODE,
      mark: 'Mẫu số 01, Phụ lục I Thông tư số 03/2025/TT-VPCP',
    });
  });

  test('is signed by the officer alone where the dossier came online', () => {
    const [first, ...rest] = acceptedLedger();
    const online = { ...first, data: submitted({ channel: 'online', fee: null, amountDue: null }) };
    const document = form('01-2', [online as LedgerEvent, ...rest]);
    expect(document.signatures.map(({ name }) => name)).toEqual(['Trần Thị Bình']);
    expect(textOf(document)).not.toContain('Thời gian giải quyết hồ sơ theo quy định');
  });

  test('carries a VietQR code for what is to be paid, and none once it is paid or where nobody collects', () => {
    const owed = form('01-2', acceptedLedger());
    expect(readVietQr(owed.payCode?.text ?? '')).toMatchObject({
      bank: '970415',
      amount: 75_000,
      purpose: 'H44 101 261126 0001',
    });
    expect(textOf(owed)).toContain('tài khoản 0011001932418, VietinBank');
    const units = sourceOf([]).units.map(({ collects: _, ...unit }) => unit);
    const nobody = form('01-2', acceptedLedger(), { units });
    expect(nobody.payCode).toBeUndefined();
    expect(textOf(nobody)).not.toContain('VietQR');
    const [first, second] = acceptedLedger() as [LedgerEvent, LedgerEvent];
    const amount = toDong(75_000);
    const paid: EventData = {
      type: 'paid',
      amount,
      method: 'cash',
      receipt: 'BL-1',
      promise: null,
      applied: amount,
    };
    const after = ledgerOf([
      { data: first.data, at: '26T10:00', opens: [...first.opens] },
      { data: paid, at: '26T10:02' },
      { data: second.data, at: '26T10:05' },
    ]);
    expect(form('01-3', after).payCode).toBeUndefined();
  });

  test('names the applicant as they were known then, not as corrected later', () => {
    const { people } = sourceOf([]);
    const earlier = { ...people.applicant, name: 'Nguyễn Văn Ân' };
    const until = '2026-11-27T08:00:00+07:00';
    const corrected = { ...people, earlier: [{ until, event: 3, changed: ['/name'], applicant: earlier }] };
    const events = acceptedLedger([{ data: { type: 'stopped', reason: 'Dừng.' }, at: '28T08:00' }]);
    expect(textOf(form('01-2', events, { people: corrected as never }))).toContain('Nguyễn Văn Ân');
    expect(textOf(form('05-3', events, { people: corrected as never }))).toContain('Nguyễn Văn An');
  });
});

test('form 02 lists everything at once, with reason, basis, last moment and what becomes of the clock', () => {
  const events = acceptedLedger([{ data: supplementRequested, at: '27T08:00', opens: [waiting] }]);
  const text = textOf(form('02-3', events));
  for (const said of [
    '1 | Nộp lại bản vẽ có chữ ký',
    '2 | Nộp giấy chứng nhận quyền sử dụng đất',
    'Giấy tờ liên quan: Bản vẽ thiết kế',
    'Lý do: Bản vẽ chưa có chữ ký.',
    'Căn cứ yêu cầu bổ sung thêm: Điều 5 Thông tư số 1/2026',
    'Thời hạn bổ sung, hoàn thiện: 17 giờ 00 phút, ngày 27/12/2026',
    'được tính lại từ đầu',
    'đề nghị liên hệ Trần Thị Bình',
  ])
    expect(text).toContain(said);
});

describe('form 02 of a fee settled anew', () => {
  const money = { type: 'paid', method: 'cash', receipt: null, promise: null } as const;
  const amount = toDong(75_000);
  const paid: EventData = { ...money, amount, applied: amount };
  const anew = (amountDue: number) => {
    const data = { ...supplementRequested, amountDue: toDong(amountDue) } as EventData;
    return acceptedLedger([
      { data: paid, at: '26T14:00' },
      { data, at: '27T08:00', opens: [waiting] },
    ]);
  };

  test('says what it is now, what was paid and what is left, with a code to pay that by', () => {
    const document = form('02-4', anew(90_000));
    const text = textOf(document);
    for (const said of ['90.000 đồng', 'Đã nộp: 75.000 đồng', 'Còn phải nộp: 15.000 đồng', 'mã VietQR'])
      expect(text).toContain(said);
    expect(readVietQr(document.payCode?.text ?? '')).toMatchObject({ amount: 15_000 });
  });

  test('says what goes back where it is less, and nothing of money where it stays', () => {
    const less = form('02-4', anew(50_000));
    expect(textOf(less)).toContain('Nộp thừa, được hoàn trả: 25.000 đồng');
    expect(less.payCode).toBeUndefined();
    const events = acceptedLedger([
      { data: paid, at: '26T14:00' },
      { data: supplementRequested, at: '27T08:00', opens: [waiting] },
    ]);
    expect(textOf(form('02-4', events))).not.toContain('đồng');
  });

  test('carries a code for what was owed before, too; none before acceptance', () => {
    const owed = acceptedLedger([{ data: supplementRequested, at: '27T08:00', opens: [waiting] }]);
    expect(readVietQr(form('02-3', owed).payCode?.text ?? '')).toMatchObject({ amount: 75_000 });
    const intake = { ...supplementRequested, stage: 'intake' } as EventData;
    const early = ledgerOf([
      { data: submitted(), at: '26T10:00' },
      { data: intake, at: '26T11:00', opens: [waiting] },
    ]);
    expect(form('02-2', early).payCode).toBeUndefined();
  });
});

test('form 03 says why', () => {
  const events = ledgerOf([
    { data: submitted(), at: '26T10:00' },
    { data: { type: 'declined', reason: 'Không thuộc thẩm quyền.' }, at: '26T11:00' },
  ]);
  expect(textOf(form('03-2', events))).toContain('lý do cụ thể như sau:\nKhông thuộc thẩm quyền.');
});

test('form 04 apologises with the old date, the reason and the new one, as it was signed', () => {
  const events = acceptedLedger([{ data: extended, at: '30T08:00', actor: SIGNER }]);
  const document = form('04-3', events);
  const text = textOf(document);
  for (const said of [
    'Kính gửi: Nguyễn Văn An',
    `Ngày 26/11/2026, Ủy ban nhân dân phường Tân Hoà tiếp nhận hồ sơ mã số ${CODE}`,
    'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 07/12/2026.',
    'Lý do: phải xác minh tại thực địa',
    'Công trình nằm giáp ranh khu quy hoạch.',
    'hẹn trả kết quả vào: 17 giờ 00 phút, ngày 14/12/2026.',
  ])
    expect(text).toContain(said);
  expect(document.signatures).toEqual([
    {
      titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      note: '(Ký, ghi rõ họ tên và đóng dấu)',
      name: 'Lê Quang Cường',
    },
  ]);
});

describe('form 01 of a relieved fee', () => {
  const ground = 'NQ 66.22/2026/NQ-CP, Điều 5 và Phụ lục';
  const line = { code: 'fee', name: 'Phí thẩm định', sort: 'fee', full: toDong(75_000) } as const;
  const withBill = (relief: number) => {
    const [due, relieved] = [toDong(75_000 - relief), toDong(relief)];
    const lines = [{ ...line, relief: relieved, ground: relief === 0 ? null : ground, due }];
    const bill = { lines, full: toDong(75_000), relieved, due };
    return acceptedLedger().map(event =>
      event.data.type === 'accepted' ? { ...event, data: { ...event.data, amountDue: due, bill } } : event,
    );
  };

  test('shows the full amount, the relief, its ground and what is left to pay', () => {
    for (const [relief, left] of [
      [25_000, '50.000 đồng'],
      [75_000, '0 đồng'],
    ] as const) {
      const text = textOf(form('01-2', withBill(relief)));
      for (const said of ['theo quy định', '75.000 đồng', 'Được miễn, giảm', ground, left])
        expect(text).toContain(said);
    }
  });

  test('says nothing of reliefs where there is none', () => {
    expect(textOf(form('01-2', withBill(0)))).not.toContain('miễn, giảm');
  });

  test('and form 05 says that it was waived', () => {
    const stopped = { data: { type: 'stopped', reason: 'Đang tranh chấp.' }, at: '28T08:00' } as const;
    const [first, , ...rest] = acceptedLedger([stopped]);
    const relieved = withBill(75_000)[1];
    if (!first || !relieved) throw new Error('no ledger');
    expect(textOf(form('05-3', [first, relieved, ...rest]))).toContain('hồ sơ được miễn');
  });
});

describe('form 05', () => {
  test.each([
    [{ type: 'stopped', reason: 'Đang tranh chấp.' }, ['kết luận của cơ quan', 'Lý do: Đang tranh chấp.']],
    [{ type: 'withdrawn', reason: null, request: 'written' }, ['đề nghị rút hồ sơ (đề nghị bằng văn bản).']],
    [{ type: 'withdrawn', reason: null }, ['đề nghị rút hồ sơ.']],
  ] as const)('of %o says on what ground, at which stage, and what of the fee', (data, grounds) => {
    const paid = {
      type: 'paid',
      amount: toDong(75_000),
      method: 'cash',
      receipt: null,
      promise: null,
    } as const;
    const unpaid = textOf(form('05-3', acceptedLedger([{ data, at: '28T08:00' }])));
    for (const said of [...grounds, 'Giai đoạn khi dừng', '(Thẩm định hồ sơ)', 'chưa nộp'])
      expect(unpaid).toContain(said);
    const events = acceptedLedger([
      { data: paid, at: '27T08:00' },
      { data, at: '28T08:00' },
    ]);
    expect(textOf(form('05-4', events))).toContain('đã nộp 75.000 đồng');
  });
});

describe('form 06', () => {
  const events = acceptedLedger([
    { data: { type: 'assigned', task: `${CODE}.t2`, assignee: 'lanhdao.h44-101' }, at: '26T11:00' },
    {
      data: supplementRequested,
      at: '27T08:00',
      opens: [waiting],
      closes: [{ task: `${CODE}.t2`, decision: 'requestSupplement' }],
    },
  ]);

  test('shows every hand-over with its times, people and result, and the version of the process', () => {
    const text = textOf(form('06-4', events));
    for (const said of [
      'Quy trình điện tử: phiên bản 3, phê duyệt: Quyết định số 663/QĐ-UBND ngày 12/5/2026',
      'Giao: 10:05 ngày 26/11/2026, Trần Thị Bình\nNhận: 11:00 ngày 26/11/2026, Lê Quang Cường\nXong: 08:00 ngày 27/11/2026, Trần Thị Bình\nHạn: 10:00 ngày 03/12/2026 | Trước hạn | yêu cầu bổ sung',
      'Đang giải quyết',
      '08:00 ngày 27/11/2026: Yêu cầu bổ sung, hoàn thiện hồ sơ',
    ])
      expect(text).toContain(said);
  });

  test('at an earlier entry shows what was known then', () => {
    expect(textOf(form('06-2', events))).not.toContain('yêu cầu bổ sung');
  });

  test('says what was done too late, and what is', () => {
    const late = (at: string, closes: LedgerEvent['closes']) =>
      textOf(
        form(
          '06-3',
          acceptedLedger([{ data: { type: 'stopped', reason: 'x' }, at, closes }]).map(event => ({
            ...event,
            opens: event.opens.map(opened => ({ ...opened, dueAt: '2026-11-26T10:05:00+07:00' })),
          })),
        ),
      );
    expect(late('28T08:00', [{ task: `${CODE}.t2`, decision: 'stop' }])).toContain('| Quá hạn |');
    expect(late('28T08:00', [])).toContain('| Đang giải quyết, quá hạn |');
    expect(late('28T08:00', [])).toContain('| Đúng hạn |');
  });
});

test('a character that no font draws is shown by its code', () => {
  const events = acceptedLedger([{ data: { type: 'stopped', reason: 'Dừng 😀' }, at: '28T08:00' }]);
  expect(textOf(form('05-3', events))).toContain('Lý do: Dừng [U+1F600]');
});
