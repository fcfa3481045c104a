/** The portal at which citizens submit what is not opened to them here (NĐ 118/2025/NĐ-CP); a refusal of the API names it, too. */
export const NATIONAL_PORTAL = 'https://dichvucong.gov.vn';
