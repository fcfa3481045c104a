/** Documented answers that these tests do not see, each with the reason. Anything else must be seen. */
export const neverSeen: readonly { readonly lines: RegExp; readonly because: string }[] = [
  { lines: / 500 internal$/, because: 'a fault of ours: none is known' },
  {
    lines: / 500 ledger-broken$/,
    because: 'a table that was written to past the application: test/unit/tampering has it',
  },
  { lines: / 500 gateway$/, because: 'a function that crashes: none does' },
  { lines: / 503 gateway$/, because: 'a function that runs into its time limit: none does' },
  { lines: / 429 gateway$/, because: 'the embedded host does not throttle' },
  {
    lines: / 431 gateway$/,
    because: 'given before any route is looked for (test/unit/host/http-server.test.ts)',
  },
  {
    lines: /^assignPayment 403 (own-dossier|interest-declared)$/,
    because: 'no administrator here is an applicant (test/unit/money-settling/concerned)',
  },
  {
    lines: /^notify(Platform|Bank) 503 gateway-unavailable$/,
    because: 'a deployment that is connected with no gateway: this one is with both',
  },
  {
    lines: /^(tellLandTax|sendLandSlip) 503 gateway-unavailable$/,
    because: 'a deployment without a tax office: this one has one',
  },
  {
    lines: /^openPayment 409 fee-unclear$/,
    because: 'no procedure here has an unclear fee (test/unit/money/dossier-money)',
  },
  { lines: / 503 too-busy$/, because: 'nine collisions in a row on one item' },
  {
    lines: / 503 access-unrecorded$/,
    because: 'a table that takes no writes; test/unit/access-records has it',
  },
  {
    lines: / 409 request-in-progress$/,
    because: 'needs a first request that takes longer than three seconds (test/contract/request-journal)',
  },
  {
    lines: / 409 file-in-quarantine$/,
    because: 'large files are checked before they are used here (test/unit/files/quarantine sees it)',
  },
  {
    lines: / 422 file-state-secret$/,
    because:
      'refused when it is uploaded; used all the same, everywhere alike (test/unit/files/state-secrets)',
  },
  {
    lines: /^fetchStoreFile\S* 422 file-differs$/,
    because: 'needs a try that broke off and a store that changed (test/unit/national-store/fetch-again)',
  },
  { lines: / 409 version-conflict$/, because: 'a race lost nine times in a row' },
  {
    lines: / 409 too-many-exports$/,
    because: 'needs five exports under way: here each is done at once (test/unit/exports sees it)',
  },
  {
    lines: / 422 register-too-long$/,
    because: 'needs 1,001 dossiers of one unit in the period (test/unit/forms)',
  },
  { lines: / 503 number-exhausted$/, because: 'needs 9,999 dossiers of one unit on one day' },
  {
    lines: / 503 numbers-kept$/,
    because: 'needs 7,999 dossiers of one unit on one day (test/contract/quotas)',
  },
  {
    lines: / 429 quota-used-up$/,
    because: 'nobody comes near a quota here (test/integration/quotas has a host with small ones)',
  },
  {
    lines: / 401 unauthenticated$/,
    because: 'API Gateway or the authorizer answers 401 before the function can',
  },
  { lines: /^getSelf 403 forbidden$/, because: 'whoever has a token may ask who they are' },
  { lines: / 403 gateway$/, because: 'the authorizer never answers a policy of refusal: it says 401' },
];
