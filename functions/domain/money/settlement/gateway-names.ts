/**
 * How the treasury and banks name a gateway in a credit of many payments (nội dung giấy báo Có). Unconfirmed: no
 * published statement of the national payment platform was found; a name that is missing settles nothing.
 */
export const gatewayNames: Readonly<Record<string, readonly string[]>> = {
  platform: [
    'PLATFORM',
    'PAYPLAT',
    'PAYMENTPLATFORM',
    'DVCQG',
    'NEN TANG THANH TOAN',
    'CONG DICH VU CONG QUOC GIA',
  ],
  // Each transfer to an account is a credit of its own.
  bank: [],
  // So is each deposit of cash, which its slip names.
  deposit: [],
};
