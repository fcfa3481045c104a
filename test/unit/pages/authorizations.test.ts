import { describe, expect, test } from 'vitest';
import { authorizationOrder, signingForm } from '../../../schemas/organization/authorization.ts';
import {
  notChosen,
  nothingEntered,
  orderOf,
  signatureLines,
  takesAPlace,
} from '../../../web/officer/administration/units/authorization-order.ts';

/** What somebody would enter in every field. */
const entered = {
  ...nothingEntered,
  signer: 'pho.h44-101',
  position: ' Phó Chủ tịch ',
  onBehalfOf: 'chutich.h44-101',
  for: 'Chủ tịch',
  document: '12/QĐ-UBND ngày 20/11/2026',
  from: '2026-11-24',
  to: '2026-12-31',
};

describe('the form of an authorization to sign', () => {
  test('makes of what was entered an order that the API takes, for every form of signing', () => {
    for (const form of signingForm.options) {
      const order = orderOf({ ...entered, form });
      expect(authorizationOrder.safeParse(order), form).toMatchObject({ success: true });
      expect('onBehalfOf' in order, form).toBe(takesAPlace(form));
      expect('for' in order, form).toBe(form !== 'direct');
    }
  });

  test('asks for every member that the API has, and no other', () => {
    expect(Object.keys(nothingEntered).toSorted()).toEqual(Object.keys(authorizationOrder.shape).toSorted());
  });

  test('leaves out what was left empty; without a last day it lasts', () => {
    const order = orderOf({ ...entered, for: ' ', to: '', afterGap: ' ' });
    expect(order).toMatchObject({ position: 'Phó Chủ tịch', to: null });
    expect(order).not.toHaveProperty('for');
    expect(order).not.toHaveProperty('afterGap');
    expect(orderOf({ ...entered, afterGap: 'Chủ tịch tự ký' })).toHaveProperty('afterGap', 'Chủ tịch tự ký');
  });

  test('wants officers to be chosen, of a place only where one is taken', () => {
    expect([...notChosen({ ...nothingEntered, form: 'KT' })]).toEqual(['/signer', '/onBehalfOf']);
    expect([...notChosen({ ...nothingEntered, form: 'TM' })]).toEqual(['/signer']);
    expect([...notChosen(entered)]).toEqual([]);
  });

  test('shows what results will say', () => {
    expect(signatureLines(entered)).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(signatureLines({ ...entered, form: 'direct' })).toEqual(['PHÓ CHỦ TỊCH']);
    expect(signatureLines(nothingEntered)).toEqual([]);
  });
});
