/** What a developer of a portal reads first. */
export const introduction = `Back office of administrative procedures (thủ tục hành chính) of one province.

**Begin** with \`GET /v1/procedures?q=…\` (what can be applied for), \`POST /v1/uploads\` (a link for each paper),
\`POST /v1/dossiers\` (the submission, answered with the dossier’s code) and \`GET /v1/dossiers/{code}\` (its
state). Officers work with \`GET /v1/tasks\` and \`POST /v1/tasks/{id}/decision\`.

**Retries** are safe: send a POST again with the same \`Idempotency-Key\`; it is done once and gets the same answer.
Reads have an \`ETag\`: send it as \`If-None-Match\` to get 304 when nothing has changed, or as
\`If-Match\` to change only the version you saw.

**Refusals** are \`application/problem+json\` (RFC 9457). Their \`code\` is stable and listed with each operation;
titles and details are for people, in Vietnamese unless \`Accept-Language\` asks for English.

API Gateway’s own answers have \`{"message": …}\` instead: 401 without an
\`Authorization\` header, 404 for an unknown path, 413 for a body over 10 MB, 429 when there are too many
requests, 431 when address and headers are too long, 500 and 503 when a function fails or takes too
long.

**Times** have a UTC offset (\`2026-11-23T09:00:00+07:00\`), dates are dates in Viet Nam, amounts are in whole
đồng.`;

/** Where a token comes from. */
export const tokens = `A JWT (RFC 7519) from an issuer that the province trusts, sent as \`Authorization: Bearer
…\`. There are three kinds of issuer: the identity provider of citizens, foreigners and organizations (their
account, by VNeID in Viet Nam), that of portals (OAuth 2.0 client credentials) and that of officers. Which ones
they are, with their keys (JWKS) and audience, is in the deployment’s settings: ask the office that runs it for an
account there. On the embedded host (\`npm start\`) \`POST /dev/tokens\` issues development tokens.`;

/** The groups of operations, and whom each is for. */
export const tags = {
  Public:
    'For everyone, without a token: following a dossier, verifying a result, time limits, units, work calendar',
  Catalogue: 'For everyone: the procedures of the province and the workflows their dossiers follow',
  Dossiers:
    'For applicants, portals and officers: submitting, following, supplementing, withdrawing, finding',
  Tasks: 'For officers: open tasks and decisions on them',
  Payments: 'For whoever holds a payment link, and for gateways that tell of payments',
  'Land and tax':
    'For officers who handle land: slips to the tax office, proofs of payment; and for the tax office',
  Pads: 'For officers of reception, and for tablets at their desk: handwriting beside documents',
  Events: 'For portals: events of their dossiers, sent to them or read as a feed',
  Operations:
    'For operators: connections to outside parties, what waits for them, findings of the nightly comparison',
  Vault: 'What was issued to a person, and is used again instead of papers',
  Exports: 'For officers and auditors: lists as files',
  Money: 'For officers: refunds of fees, cash drawers at the counter, the accounts of a unit',
  Settlement:
    'For who looks after the province’s money: statements of the treasury and banks, and money of no dossier',
  Archive:
    'For officers: ended dossiers handed over to the archive of their unit, and held beyond their period',
  Receipts: 'Electronic receipts of fees and charges, their corrections, and the summaries of each day',
  Processes: 'For officers: how processes do, told from the ledgers',
  Administration:
    'For administrators of the province: catalogue, units, officers, work calendar, maintenance',
} as const;
