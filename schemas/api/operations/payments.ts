import * as z from 'zod';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { typedVerificationCode } from '../../codes/verification-code.ts';
import { operation } from '../operation.ts';
import { anyNotice, bankNoticeTaken, noticeTaken, openedPayment, paymentView } from '../payment.ts';

const here = { capability: 'payments', tag: 'Payments' } as const;
const byLink = z.strictObject({ code: typedDossierCode, key: typedVerificationCode });

export const paymentOperations = {
  getPayment: operation({
    ...here,
    id: 'getPayment',
    method: 'GET',
    path: '/v1/payments/{code}/{key}',
    summary: 'What is to be paid for a dossier, and how, for whoever has its payment link',
    action: 'payment.follow',
    params: byLink,
    answer: { status: 200, schema: paymentView },
    problems: ['parameter-invalid', 'dossier-code-invalid', 'not-found', 'ledger-broken'],
  }),
  openPayment: operation({
    ...here,
    id: 'openPayment',
    method: 'POST',
    path: '/v1/payments/{code}/{key}/requests',
    summary: 'Opens a payment at the national payment platform',
    action: 'payment.follow',
    params: byLink,
    seesSender: true,
    answer: { status: 201, schema: openedPayment },
    problems: [
      'parameter-invalid',
      'dossier-code-invalid',
      'not-found',
      'nothing-to-pay',
      'fee-unclear',
      'gateway-unavailable',
      'request-in-progress',
      'version-conflict',
      'ledger-broken',
    ],
  }),
  notifyPlatform: operation({
    ...here,
    id: 'notifyPlatform',
    method: 'POST',
    path: '/v1/payment-notices/platform',
    summary: 'For the national payment platform: a payment was made, or failed',
    action: 'payment.tell',
    seesSender: true,
    body: anyNotice,
    answer: { status: 200, schema: noticeTaken },
    problems: ['request-invalid', 'notice-forged', 'gateway-unavailable'],
  }),
  notifyBank: operation({
    ...here,
    id: 'notifyBank',
    method: 'POST',
    path: '/v1/payment-notices/bank',
    summary: 'For banks: money came in on an account',
    action: 'payment.tell',
    seesSender: true,
    body: anyNotice,
    answer: { status: 200, schema: bankNoticeTaken },
    problems: ['request-invalid', 'notice-forged', 'gateway-unavailable'],
  }),
} as const;
