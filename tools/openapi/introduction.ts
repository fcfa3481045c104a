/** What a developer of a portal reads first. */
export const introduction = `Back office of administrative procedures (thủ tục hành chính) of one province.

**Begin** with \`GET /v1/procedures?q=…\` (what may be asked for), \`POST /v1/uploads\` (a link for each paper),
\`POST /v1/dossiers\` (the submission, answered with the dossier’s code) and \`GET /v1/dossiers/{code}\` (how it
stands). Officers work with \`GET /v1/tasks\` and \`POST /v1/tasks/{id}/decision\`.

**Repeats** are safe: send a POST again with the same \`Idempotency-Key\` and it is done once and answered alike.
What is read has an \`ETag\`: send it as \`If-None-Match\` to be answered 304 where nothing changed, or as
\`If-Match\` to change only what you saw.

**Refusals** are \`application/problem+json\` (RFC 9457). Their \`code\` is stable and listed with each operation;
titles and details are for people, in Vietnamese unless \`Accept-Language\` asks for English.

API Gateway itself, before or around the functions, answers with \`{"message": …}\` instead: 401 without an
\`Authorization\` header, 404 for a path that is no route, 413 for a body over 10 MB, 429 when there are too many
requests, 431 for an address and headers that are too long together, 500 and 503 when a function fails or takes too
long.

**Times** are instants with an offset (\`2026-11-23T09:00:00+07:00\`), days are days in Viet Nam, money is whole
đồng.`;

/** Where a token comes from. */
export const tokens = `A JWT (RFC 7519) from an issuer that the province trusts, sent as \`Authorization: Bearer
…\`. There are three kinds of issuer: the identity provider of citizens, foreigners and organizations (their
account, by VNeID in Viet Nam), the one of portals (OAuth 2.0 client credentials) and the one of officers. Which
they are, with their keys (JWKS) and audience, is in the deployment’s settings: ask the office that runs it for an
account there. On the embedded host (\`npm start\`) \`POST /dev/tokens\` gives one for development.`;

/** The groups of operations, and whom each is for. */
export const tags = {
  Public:
    'For anybody, without a token: following a dossier, verifying a result, time limits, units, working time',
  Catalogue: 'The procedures of the province and the workflows their dossiers follow, for anybody',
  Dossiers:
    'For those who apply, portals and officers: submitting, following, supplying, withdrawing, finding',
  Tasks: 'For officers: what waits for whom, and deciding it',
  Events: 'For portals: events of their dossiers, sent to them or read as a feed',
  Operations:
    'For operators: connections to outside parties, what waits for them, what the nightly comparison found',
  Exports: 'For officers and auditors: lists as files',
  Administration: 'For administrators of the province: catalogue, units, officers, working time, upkeep',
} as const;
