import type { AuthorizationOrder, SigningForm } from '../../../api/generated.ts';

/** An authorization to sign, as typed and chosen. */
export interface EnteredAuthorization {
  readonly form: SigningForm;
  readonly signer: string;
  readonly position: string;
  readonly onBehalfOf: string;
  readonly for: string;
  readonly document: string;
  readonly from: string;
  readonly to: string;
  readonly afterGap: string;
}

export const nothingEntered: EnteredAuthorization = {
  form: 'KT',
  signer: '',
  position: '',
  onBehalfOf: '',
  for: '',
  document: '',
  from: '',
  to: '',
  afterGap: '',
};

/** The forms by which somebody signs in the place of an officer (NĐ 30/2020/NĐ-CP Đ13). */
export const takesAPlace = (form: SigningForm): boolean => form === 'KT' || form === 'TL' || form === 'TUQ';

/** The officers who are still to be chosen, by the pointers of their fields. */
export function notChosen(entered: EnteredAuthorization): ReadonlySet<string> {
  const missing = new Set<string>();
  if (entered.signer === '') missing.add('/signer');
  if (takesAPlace(entered.form) && entered.onBehalfOf === '') missing.add('/onBehalfOf');
  return missing;
}

/** What is sent: nothing that was entered for another form, and no field that may be left out and is empty. */
export function orderOf(entered: EnteredAuthorization): AuthorizationOrder {
  const { form, signer, onBehalfOf, from } = entered;
  const named = entered.for.trim();
  const afterGap = entered.afterGap.trim();
  return {
    form,
    signer,
    position: entered.position.trim(),
    ...(takesAPlace(form) && { onBehalfOf }),
    ...(form !== 'direct' && named !== '' && { for: named }),
    document: entered.document.trim(),
    from,
    to: entered.to === '' ? null : entered.to,
    ...(afterGap !== '' && { afterGap }),
  };
}

/** How results will show it: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`; empty while nothing is to be shown. */
export function signatureLines(entered: Pick<EnteredAuthorization, 'form' | 'for' | 'position'>): string[] {
  const capitals = (text: string) => text.trim().toLocaleUpperCase('vi');
  const named = entered.form === 'direct' ? '' : capitals(entered.for);
  return [named && `${entered.form}. ${named}`, capitals(entered.position)].filter(line => line !== '');
}
