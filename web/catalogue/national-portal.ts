/** Where citizens submit what is not open to them here (NĐ 118/2025/NĐ-CP); a refusal of the API names it, too. */
export const NATIONAL_PORTAL = 'https://dichvucong.gov.vn';
