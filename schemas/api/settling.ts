import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { differenceKind } from '../money/difference-kind.ts';
import { dong } from '../money/dong.ts';
import { gateway, transactionName, treasuryWay } from '../money/gateway.ts';
import { gatewayListState, reconciliationTotals } from '../stored/money-reconciliation.ts';
import { oneLine, severalLines } from '../text.ts';
import { says } from '../words.ts';

/** How large a file may be that is sent as text, in characters. */
const LONGEST = 5 * 1024 * 1024;

export const statementFile = z
  .strictObject({
    text: severalLines(1, LONGEST).meta({
      description: 'The file as text: CSV with a header, MT940 or camt.053 (sao kê, giấy báo Có)',
    }),
    name: oneLine(1, 200).optional(),
  })
  .meta({ id: 'StatementFile', description: 'Statement of a bank or the treasury (sao kê)' });

const countAndSum = z
  .strictObject({ count: z.int().min(0), amount: dong })
  .meta({ id: 'CountAndAmount', description: 'How many, and their sum in đồng' });

export const loadedStatement = z
  .strictObject({
    statement: sha256Hex.meta({
      description: 'Digest of what the file says; the same when it is loaded again',
    }),
    account: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    format: z.enum(['csv', 'mt940', 'camt053']),
    credits: countAndSum,
    debits: countAndSum,
    settled: countAndSum.meta({ description: 'Payments that its credits settled' }),
    notMatched: countAndSum.meta({ description: 'Credits that settled none' }),
    finished: z.boolean().meta({ description: 'False where the rest is settled in the night' }),
    loadedAt: instantText,
    already: z
      .boolean()
      .meta({ description: 'True where the same entries had been loaded before, at `loadedAt`' }),
  })
  .meta({ id: 'LoadedStatement', description: 'What a statement settled (kết quả đối chiếu sao kê)' });

const waitingPayment = z
  .strictObject({
    gateway: treasuryWay,
    transaction: transactionName,
    dossier: dossierCode.nullable(),
    amount: dong,
    paidAt: instantText,
    ageDays: z.int().min(0),
    overdue: z.boolean().meta({ description: 'The treasury should have it by now (quá hạn quyết toán)' }),
  })
  .meta({ id: 'UnsettledPayment' });

export const unsettledView = z
  .strictObject({
    gateways: z.array(
      z
        .strictObject({
          gateway: treasuryWay,
          count: z.int().min(0),
          amount: dong,
          oldestDays: z.int().min(0).nullable(),
          overdue: countAndSum.meta({ description: 'Those of them that the treasury should have by now' }),
        })
        .meta({ id: 'UnsettledAtGateway' }),
    ),
    items: z.array(waitingPayment).meta({ description: 'The oldest, at most 200' }),
  })
  .meta({ id: 'UnsettledList', description: 'Payments that no statement shows yet (khoản chưa quyết toán)' });

const difference = z
  .strictObject({
    id: z.string().meta({ description: 'The same for the same difference on the next day' }),
    kind: differenceKind,
    name: z.string(),
    dossiers: z.array(z.string()),
    gateways: z.array(z.string()),
    transactions: z.array(z.string()),
    references: z.array(z.string()),
    credits: z.array(z.string()).meta({ description: 'References of the treasury' }),
    amounts: z.strictObject({
      ours: dong.nullable(),
      gateway: dong.nullable(),
      treasury: dong.nullable(),
    }),
    since: z.iso.date(),
    ageDays: z.int().min(0),
    action: z.string().meta({ description: 'What to do, in a sentence; nothing is done by itself' }),
  })
  .meta({ id: 'MoneyDifference', description: 'A difference between the three sides (chênh lệch)' });

export const reconciliationView = z
  .strictObject({
    day: z.iso.date(),
    kept: z.boolean().meta({ description: 'False for today, before the night: as it would be now' }),
    after: instantText,
    until: instantText.nullable(),
    gatewayList: gatewayListState,
    totals: reconciliationTotals,
    differences: z.array(difference).meta({ description: 'Those that are open, at most 2000' }),
    differencesInAll: z.int().min(0),
    cleared: z.int().min(0).meta({ description: 'How many of earlier days are there no more' }),
  })
  .meta({ id: 'MoneyReconciliation', description: 'Comparison of a day (đối soát ba bên)' });

/** A link to a report as a file: the figures of the operation beside it, with headings in the caller's language. */
export const settlementFile = z
  .strictObject({
    fileName: z.string(),
    contentType: z.enum([
      'text/csv; charset=utf-8',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]),
    rows: z.int().min(0).meta({ description: 'Below the headings, the sums among them' }),
    size: z.int().meta({ description: 'In bytes' }),
    sha256: sha256Hex,
    url: z.url(),
    urlExpiresAt: instantText,
  })
  .meta({ id: 'SettlementFile', description: 'Link to a report as CSV or XLSX (bảng đối soát)' });

/** A transaction in a path: base64url of its name, which may hold a slash. */
export const transactionKey = z
  .string()
  .max(400)
  .transform((text, context) => {
    const name = Buffer.from(text, 'base64url').toString('utf8');
    const read = transactionName.safeParse(name);
    if (read.success && Buffer.from(name).toString('base64url') === text) return read.data;
    context.addIssue({
      code: 'custom',
      message: says({
        vi: 'phải là mã lấy từ danh sách khoản tiền chưa rõ',
        en: 'must be the key that the list of unassigned money gives',
      }),
    });
    return z.NEVER;
  });

export const unassignedView = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          gateway,
          transaction: transactionName,
          key: z.string().meta({ description: 'The transaction as the path of its assignment takes it' }),
          amount: dong,
          paidAt: instantText,
          ageDays: z.int().min(0),
          purpose: z
            .string()
            .nullable()
            .meta({ description: 'What the payer wrote (nội dung chuyển khoản)' }),
          reference: z.string().nullable(),
        })
        .meta({ id: 'UnassignedPayment' }),
    ),
    more: z.boolean().meta({ description: 'Whether there are more than are shown' }),
  })
  .meta({ id: 'UnassignedList', description: 'Money of no dossier yet (khoản tiền chưa rõ)' });

export const assignment = z
  .strictObject({ dossier: dossierCode, reason: oneLine(3, 500) })
  .meta({ id: 'PaymentAssignment', description: 'Whose the money is, and why (gán khoản tiền cho hồ sơ)' });

export const assignedView = z
  .strictObject({
    gateway,
    transaction: transactionName,
    dossier: dossierCode,
    amount: dong,
  })
  .meta({ id: 'AssignedPayment' });
