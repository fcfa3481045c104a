/** NAPAS's number among merchants' accounts in EMVCo codes. */
export const NAPAS = 'A000000727';
export const MERCHANT = '38';
export const DONG = '704';

/** How a transfer reaches its receiver, as the code says it: by account or by card. */
export const SERVICES = { account: 'QRIBFTTA', card: 'QRIBFTTC' } as const;
export type PaidInto = keyof typeof SERVICES;

export const BANK = /^\d{6}$/;
/** Virtual accounts have letters, too. */
export const ACCOUNT = /^[0-9A-Za-z]{1,19}$/;
export const LONGEST_PURPOSE = 25;
