/**
 * What each operation does beyond its summary, by its id: what comes before and after it, what is safe to repeat, who
 * sees what.
 */
export const descriptions: Readonly<Partial<Record<string, string>>> = {
  health: 'Answers as soon as the API is reached; nothing behind it is checked.',
  listAccessRecords:
    'Every read of personal data is recorded before it is answered. People see who read their own data: unit, role and reason, not the officer’s account. Auditors see everything, and their own reads are recorded too. For a portal that polls its own dossiers, one entry per day, dossier and operation is kept.',
  explainDeadline:
    'Counts a time limit from the moment of receipt by the working time of the province, and lists every day or stretch with why it counts or does not, up to 11,000 of them. Takes at most 64 KB and twelve sessions a day. Nothing is kept.',
  listDossiers:
    'Officers list the dossiers of a unit (their own by default); applicants and portals get their own. A page has at most 100 dossiers; continue with `nextCursor`. Rows contain no personal data unless `expand=applicant` asks for names, which is recorded.',
  submitDossier:
    'Upload the papers first and refer to them by their ids. The dossier is acknowledged at once with its code and the time by which reception will answer; it is then accepted, declined or sent back for a supplement. Applicants and portals submit online; reception records submissions at the counter and by post.',
  getDossier:
    'State, dates, money, open tasks, papers with their files, what the applicant is asked for now, why the dossier ended, what was decided, the applicant and the completed form. The read is recorded unless it is the applicant’s own.',
  correctApplicant:
    'Replaces the applicant’s details with the correct ones, keeps the previous ones, and updates ownership, lists and search entries in the same transaction. For the unit that received the dossier or decides it.',
  declareInterest:
    'From then on the dossier is neither shown to that officer nor decided by them (403 `interest-declared`), and the tasks they hold are free again. Officers declare their own interest, leaders also that of an officer of their unit. It holds for every account of the officer whose record says who they are, and declared once more it is answered as it stands. Applicants see that an entry was made; whom it is about and why is withheld.',
  getDeadline: 'The explanation is computed from the ledger, so it is available for any moment in the past.',
  openFile:
    'PDFs and images open in the browser; anything else is saved under its own name. Files are served from a different origin than the API and never executed; each opening is recorded.',
  getCollectionCode:
    'Only while a result waits at the counter. Reception scans it (`collectionCode` of `handOver` and of `returnAgain`); the identity of the collector is recorded as ever. The code names no person, is kept nowhere, and counts no more once the result was collected.',
  certifyCopy:
    'Who had the paper and its copy before them says so; the agency’s seal (PAdES) is applied to the copy soon after, on the first page as “SAO Y”, and the original stays as it was handed in. `getDigitization` tells when, and links to the sealed copy.',
  listReceipts:
    'Soon after each payment, where the unit has a body that collects. What counts is the XML, which the body signed (XAdES, docs/receipt-xml.md); the PDF is its readable page. Where a `provider` issued it, the signed original is with them, `xml` is null, and `sha256` and `size` are of the PDF. `missing` names money without a receipt, and why; officers also see how far a provider is with it (`request`). An adjusted receipt is to be read with those that adjust it; a replaced one counts no more. The read is recorded.',
  correctReceipt:
    'A replacement is made anew of what the dossier says now, for the same money; an adjustment says a difference, or what else was wrong (`information`). The reason is printed. Another officer decides (`decideReceiptCorrection`), then the receipt that corrects follows. What was adjusted is not replaced any more.',
  decideReceiptCorrection:
    'By a leader who did not ask for it. Once it is approved the receipt is made soon after, under the next number.',
  retryReceipt:
    'For a request in the state `refused`, once what was wrong is put right. The provider is asked first whether it has issued the receipt after all; what is sent then is made anew of what the dossier says now, under the same key.',
  getReceiptSummary:
    'Made at 17:30 and 23:30 of each day, and again where a receipt of the day comes later. It is queued: the tax office has published no address to which it is sent. Receipts that a provider reports itself are not in it.',
  listForms:
    'Forms of TT 03/2025/TT-VPCP: each in the version in force on the day of its event. `06`, the control sheet, is for officers who handle the dossier; `06-7` shows it as it stood at entry 7.',
  getForm:
    'Made when it is first asked for, on that paper, and kept: later it is the same file, with the same `sha256`. It is not signed. Characters that no font has are printed as their code, `[U+1F600]`. The read is recorded.',
  getRegister:
    'Form 07, on A4 landscape: what the unit received between the two days, both included (today where none is named), as it stands now, in order of submission. At most 1,000 dossiers; longer lists are exported. The read is recorded for each dossier.',
  listArchiveDue:
    'Dossiers that the unit decided and that ended, with the day by which they are to be in the archive (a year from the end) and how long they are kept there. Walks through those submitted in the year: a page may hold fewer than `limit`, or none, while `nextCursor` goes on.',
  requestRefund:
    'By reception or a handler of the unit that received the dossier or decides it. `believed` is what you read as `refundable` of that source: another figure by now, and an amount beyond it, are refused with `refund-stale`, so that nothing goes back twice. The refund is named by the entry of the ledger that asks for it.',
  decideRefund:
    'By a leader who is another person than the one who asked, under any account of theirs. From an approval on the money is owed back; the fee itself (`received`) is then charged no more. A refusal needs a reason.',
  payRefund:
    'Cash is paid out by reception, from the drawer of whoever records it; a transfer is recorded by reception or a leader. `document` is the number of the voucher or payment order.',
  openDrawer:
    'One drawer for each officer and unit at a time. What the officer takes in cash from then on, and pays out, is in it.',
  closeDrawer:
    'Keeps what should have been in the drawer by the ledger, what was counted, and the difference, which needs a note and moves no money by itself. What was counted never changes; that its cash was paid in is added once (`depositDrawers`). A leader may close what somebody left open.',
  depositDrawers:
    'After drawers were closed: `amount` is what was counted in them less the change that they were opened with, or `reason` says why not, and then another officer than whose drawers they are records it. From then on the money is on its way to the treasury, like that of a gateway, and is settled by the statement that names the slip. A slip is recorded once.',
  listDeposits:
    'What still lies in closed drawers, by age, and the last deposits with the day on which a statement showed them. Of an officer of reception their own. Drawers that were closed by a release before deposits are not among those that wait.',
  listDrawers:
    'Of an officer their own, of a leader all of the unit. A page may hold fewer than `limit`, or none, while `nextCursor` goes on. `open` is the caller’s own that is open, with its moves until now.',
  getPaymentStatistics:
    'At most 31 days, and 310 units times days. Every figure follows from transfers of the money ledger: a dossier has a fee where it was charged or paid in the period, and is paid online through the platform or by transfer. `byWay` and `byUnit` each add up to `received`. `settlement` says after how many days the treasury had what it received in the period (at most `medianDays` for half of it, `p90Days` for nine tenths), and what it has not received by now.',
  getUnitMoney:
    'At most 31 days, the unit itself without those below it. Every figure is a sum of transfers of the money ledger. Accounts of other units are named with what moved between them and this unit’s. `pending` is what was asked for within the period and has no end in it.',
  packArchiveBatch:
    'At most 50 ended dossiers that the unit decided and that are in no batch taken over. The kind and period of retention are fixed now, by the law of the day each ended (law/archive.json).',
  listArchiveBatches:
    'Without their dossiers; `firstUntil` is the first day on which the period of one of them ends.',
  takeArchiveBatch:
    'By the registry clerk, who is another person than who packed. Every dossier’s ledger gets the entry `archived`; a request that broke off may be sent again. A dossier taken over in another batch meanwhile refuses the whole.',
  getArchiveBatch:
    '`standing` says which dossiers are past their period (`periodOver`, hết thời hạn bảo quản): nothing is destroyed by the system.',
  getArchivePaper:
    'Made from the ledgers as they stood when the batch was packed; the same file whenever nothing of it changed. The record of the hand-over names the receiver once the batch is taken over.',
  changeLegalHold:
    'A hold keeps a dossier beyond its period, for an inspection, a complaint or a court. It is lifted by another person than who set it. The reason is shown to officers only.',
  getProcessIndicators:
    'Of the dossiers that the unit decides and that were submitted on these days, 300 at most, each version of the workflow apart. Nonconformities are told from the ledgers: a step past its own time, a result handed to the wrong person, a correction because the agency was mistaken.',
  getDigitization:
    'Files are read once a dossier has taken them (số hóa, bóc tách dữ liệu): until then `queued`. The original is never changed; a copy that can be searched lies beside it where the file had no text of its own. Findings carry their confidence and their place on the page. Differences from the form and hints are for people to look at and change nothing. Each reading is recorded like an opening.',
  getHistory:
    'Every change is one entry, chained by hashes. Officers’ internal notes are withheld from applicants and portals; that something was withheld stays visible.',
  getProof:
    'Each night the ledgers that grew on a day become the leaves of a Merkle tree (RFC 9162), whose root is signed. The answer is the newest such state of the dossier: the leaf (`ledger CODE SEQ HASH`), the way to the root, the statement and its signature (ECDSA over P-256 and SHA-256). Anyone checks it with `tools/check-proof.mjs` and the public key that the province publishes, without asking this system; nothing in it names a person. A dossier of today has none yet: `not-anchored-yet`.',
  listPayments: 'The amount due under the fee pinned to the dossier, and every recorded payment.',
  listResults:
    'The results the caller may see; none while a fee is unpaid. Links expire after a few minutes; call again for a new one. The read is recorded.',
  supplementDossier:
    'Possible while a supplement is requested (see `supplementWanted` of the dossier). The dossier goes back to the officer who requested it, and the legal clock continues as its rules say.',
  withdrawDossier:
    'Applicants withdraw what they submitted; at the counter, reception records the withdrawal with the reason and how it was requested. Not possible once a result has been decided.',
  createSubscription:
    'Every event of the dossiers that this portal submitted is posted to the address as CloudEvents 1.0 JSON, signed as Standard Webhooks are (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`): at least once, in order within each dossier, different dossiers in parallel. Answer 2xx within ten seconds; anything else is retried after 5 seconds to 6 hours, for three days; then the subscription is paused. 410 pauses it at once. The event `reminder` asks the portal to remind the applicant: of the fee, a supplement or a result to be collected, before the limit and when it has passed. The address must be https and public; redirects are not followed. The secret is returned in this answer only (a repeat with the same key returns it again for 30 days).',
  listSubscriptions: 'Includes subscriptions that have ended. Secrets are not shown.',
  getSubscription: 'Its state, why it is paused, its last success and failure. The secret is not shown.',
  rotateSecret:
    'The new secret is used at once; the previous one signs as well for a day. A receiver accepts a message when any of its signatures matches.',
  pingSubscription:
    'Sends an event of the type `vn.motcua.ping` at once, even while the subscription is paused. It is not stored.',
  replaySubscription:
    'Events since `from` are sent again, with the same ids and in order within each dossier; later ones follow. `from` may be earlier than the subscription. A new replay replaces one that is still running.',
  resumeSubscription: 'Waiting dossiers are sent at once, 500 at a time: call again while `more` is true.',
  endSubscription: 'Permanent: nothing more is sent, including what is still waiting.',
  listChanges:
    'For portals that cannot receive calls. Pass the `nextCursor` of the previous answer, which is returned even when there is nothing new; with `wait`, the answer comes with the next event or after that many seconds without one. At most two such polls may be open at once. No event is skipped, even under concurrent writes; after a failure the same event may come twice, with the same id.',
  listConnections:
    'One entry for each subscription (`webhook.` and its id) and each internal consumer. Percentiles of the lag are upper bounds.',
  listWaiting:
    'A dossier waits when an event of its ledger could not be delivered; all later events of that dossier wait behind it.',
  getDeadLetters:
    'Messages that repeatedly crashed their worker. Reading them does not remove them from the queue.',
  listFindings:
    'Every night the dossiers that changed the day before are compared: their ledgers with heads, lists, work lists and search entries, with their consumers and with the executions that carry them. What can be repaired is repaired at once (`mended`).',
  redriveConnection:
    'Sends dead letters and waiting dossiers to the worker now, some hundreds at a time: call again while `more` is true. Nothing already delivered is sent twice.',
  listExports: 'The record of an export stays after its file has been deleted.',
  createExport:
    'Takes the filters of the list it exports and a reason, which is kept. With `expand` the file names the applicants; each of them can then see who exported it and why, so the reason must not contain anyone’s identity number. The file is made in the background: poll `GET /v1/exports/{id}` until it is `done`; it can be downloaded for a day.',
  getExport: 'The link expires after a few minutes, and only the person who requested the export gets it.',
  listOfficers:
    'Without a unit, administrators get all officers of the province; leaders get those of their own unit.',
  recordOfficers:
    'Accounts are created at the identity provider; their units and roles are recorded here. Record officers who have left as not active: their tasks become free. An `identityNumber` that is on record cannot be changed: to correct a wrong one, close the account and record another.',
  recallResult:
    'Of a result that was handed over or posted. The dossier stays returned, with the date it was returned on; `delivery` becomes `recalled` until the result is returned again.',
  proposeResultChange:
    'A revocation or correction is a decision of its own: it waits as a task of phase `resultChange` for somebody with the power to sign who did not handle the dossier. A correction is made as a new result with a number of its own; the old one stays and says what took its place.',
  listVault:
    'Results of procedures decided here since November 2026. A later dossier cites one by its number in place of a paper where the procedure says so (`fulfilledBy` of the paper).',
  getDossierVault:
    'Whoever asks the applicant for such a paper all the same must say why (`despiteVault`). Results of the owner that stand for no paper of this procedure are not told.',
  searchStore:
    'The number that the national store is asked about is that of the token; the name is sent along. Where the store does not answer (`unavailable`), the papers are handed in as ever.',
  fetchStoreFile:
    'The file is judged like an upload, and its id is used like that of one: in `components` of a submission or supplement of the same person. The dossier then says that it came from the national store. Applicants only fetch what is theirs.',
  searchStoreForDossier:
    'For reception and handlers of an open dossier. `Access-Reason` is required: who asked and why is recorded before the store is asked, and the owner reads it.',
  fetchStoreFileForDossier:
    'As `searchStoreForDossier`. The file is then recorded with the decision `recordSupplement`.',
  listCitedResults: 'Those of the last hand-in of each paper.',
  returnAgain: 'The same details as of a first collection.',
  listPads: 'Those that ended are left out. Officers of reception of the unit see them, and nobody else.',
  pairPad:
    'Show the code on the desk, as text or as a QR code of `/pad#CODE`: what stands behind `#` is sent to no server. It can be taken once, for ten minutes. The pairing ends at midnight.',
  clearPad: 'The pad is empty at its next look. What was signed before stays signed.',
  endPad: 'The tablet must be paired anew. Nothing that was signed is lost.',
  askForInk:
    'For forms with a place for the applicant: the receipt and the refusal (unless the dossier came online), and `KQ`, for the collection of a result. The pad shows what the form says for ten minutes; poll `GET /v1/units/{code}/pads` for the state of the request, which stays with the pad until the next one. Your own request on the pad is replaced, that of another officer is not (409 `pad-busy`). What the pad shows is recorded as your read. Handwriting is evidence beside the document, not a digital signature.',
  handInInk:
    'For an agent beside a hardware pad: it gives the pad the `sha256` of the form on its first paper (`GET …/forms/{id}`) and hands in what the pad gave for it. A digest of anything else is refused (409 `document-differs`): ink that is bound to nothing is worth nothing. The encrypted points are kept as they are. The same ink again gives the same answer.',
  redeemPairing:
    'The tablet makes 256 random bits and keeps them; the deployment keeps their digest alone, and no answer holds them. The code with the same secret again gives the same answer; with another one it is used up.',
  lookAtPad:
    'A pad asks every few seconds. The document is left out while `shown` names the request that is on its screen. The first look makes the request `shown`.',
  answerOnPad:
    'Strokes as the pad took them: points with place, pressure and time, at most 8,000. They are kept beside the forms under their digest, which the ledger then holds with that of the document (`inkSigned`). Safe to repeat: the same strokes are recorded once. `left`: nobody touched the pad.',
  listAbsences: 'The version is that of the unit’s absences together.',
  recordAbsence:
    'Officers record their own absence; a leader of the unit or an administrator anybody’s. While it lasts the substitute may take tasks that the officer holds, and nobody can assign new ones to them (409 `officer-away`). Signing in somebody’s place takes an authorization besides. Why somebody is away is not recorded.',
  endAbsence: '`on` is the last day away: yesterday, if the officer is back today.',
  listAuthorizations:
    'All that was recorded, ended ones among them. The version is that of the unit’s authorizations together.',
  recordAuthorization:
    'Forms: `direct` (as head, in one’s own right), `TM` (thay mặt, for a collective), `KT` (ký thay, a deputy for the head), `TL` (thừa lệnh, by the head’s order), `TUQ` (thừa ủy quyền, authorized in writing until a day). Whoever has an authorization in force signs in the unit under their own account, with the role of a signer or without it. An officer whose authorizations have all ended does not sign, even with the role; one that has not begun yet changes nothing. An officer has at most one on any day. The next of the same form and place begins on the day after the last one ended, unless `afterGap` says why nobody signed in between. Nobody authorizes themselves, and whoever is authorized (`TUQ`) authorizes nobody else. The result’s signature shows the form and both offices.',
  endAuthorization: 'What was signed before stays signed.',
  listProcedures: 'A page has at most 100 procedures, ordered by code; with `q`, the shortest names first.',
  importProcedures:
    'Rows are read one by one, in our own format or as the national portal publishes them: each is accepted, accepted with warnings, or refused with a reason. A changed procedure becomes a new version; dossiers keep the version they started with.',
  applyWorkflowTemplate:
    'Without `apply` it only reports which procedures the template fits, and why it does not fit the others; with `apply` all of it is proposed (202), and published for those it fits once a second administrator confirms it.',
  getProcedure: 'Without `version`, the one in force, which applies to new dossiers.',
  setProcedureState:
    'A closed procedure accepts no new dossiers; existing ones continue. Closing is answered 202 with a proposed change, which a second administrator confirms; opening takes effect at once.',
  listReliefs:
    'Reliefs of the fee (miễn, giảm phí, lệ phí) by the law in force today for a dossier submitted through the channel, each with its legal ground and what proves it. They are asked for with the submission (`reliefs`) and settled by reception.',
  getWorkflow: 'Steps, roles, shares of the time limit, consultations and signature.',
  publishWorkflow:
    'With an error of the linter nothing is proposed. What is proposed (202) is in force once a second administrator confirms it; what is in force already is answered 200. Dossiers keep the version they started with.',
  replan:
    'Without `apply` lists page by page (`cursor`) how promised dates of a unit, or of all units, would move. With `apply` all of it is proposed (202), and done once a second administrator confirms it; what touches nothing is answered with the list. An outage is over and has lasted at most 30 days.',
  listProposedChanges:
    'What one administrator can do to many dossiers waits here until another one confirms it: closing a procedure, another workflow or a template for many, another work calendar, another list of units, handing over dossiers, recalculating dates. Each names the number of dossiers it touches.',
  getProposedChange:
    'Read it before you confirm it: `content` is what will be done, and `trail` who did what with it.',
  confirmProposedChange:
    'By another administrator than proposed it (403 `four-eyes`), within a week. If what the preview was made from has changed since, or clearly more dossiers would be touched, it is refused as outdated. A calendar, a list of units and the closing of a procedure are in force with the answer; what goes from dossier to dossier is begun, and carried to its end within minutes: see `status` and `progress`. Confirming again answers what has become of it.',
  withdrawProposedChange:
    'By whoever proposed it, or by another administrator who turns it down. What was confirmed cannot be withdrawn.',
  getLandTax:
    'Each slip with how its delivery stands: `queued` is sent within minutes, `unsure` is asked about before it is sent again (`trouble` says why), `refused` says why the tax office does not take it, and another slip can be sent. `treasury` is the notice in force with what is left; this money is the treasury’s and in no figure of the dossier’s fee. The read is recorded.',
  sendLandSlip:
    'By whoever has the task, at a step whose workflow allows the pause `landObligationNotice`, or while that pause waits after a refusal. Slip and pause are one change; the slip is sent soon after, under an id of its own, so that the tax office takes it once. Who is obliged is read from the dossier when it is sent: an applicant who was corrected meanwhile is sent as corrected.',
  recordLandProof:
    'For the notice in force, once for each document, by its number. The dossier goes on when all is paid. If the tax office tells of the same document with the same figures later, that is known; with others it is refused.',
  tellLandTax:
    'Headers `x-notice-timestamp` (seconds since 1970) and `x-notice-signature` (`sha256=` and the HMAC-SHA256 of timestamp, dot and body). The members are those of schemas/outside/tax-office.ts. A document told of again is known, and with another content refused. A notice with something due starts the pause for the payment; one that corrects another names it in `replaces`. What is refused is counted and changes nothing.',
  getPayment:
    'The payment link is in `listPayments` of the dossier (`link`): code and key together are the right to see what is owed and to pay it, and show no name. The VietQR code carries account, amount and dossier code: nothing is left to type. Ask again to follow the payment.',
  openPayment:
    'Opens a payment at the national payment platform and answers with the page on which to pay. Asked again while it is open, the same page is given. Where the platform does not answer, `payAt` is null: the request is queued and sent again every five minutes for a day, and `getPayment` shows the page once there is one. 503 `gateway-unavailable`: the platform refuses, or the deployment is not connected with it. Nothing that was paid is lost: it is asked about on a schedule.',
  notifyPlatform:
    'The IPN of the platform, in its own format, believed by its check code. Repeats are one payment. Money for an unknown reference is held until an officer assigns it.',
  notifyBank:
    'Headers `x-notice-timestamp` (seconds since 1970) and `x-notice-signature` (`sha256=` and the HMAC-SHA256 of timestamp, dot and body, by the key of the account). The dossier is found by its code in the purpose; money that fits none is held until an officer assigns it.',
  loadStatement:
    'CSV with a header, MT940 or camt.053, of one account and at most 31 days. A credit settles the payments that it names (by the gateway’s number, our reference, or the dossier’s code with the amount), or all of a gateway’s day by their exact sum. A file with the same entries is answered as the first time, with `already`; another one for a day that is there is 409 `statement-differs`. Faults name line and column.',
  getReconciliation:
    'Every night at 23:30 what was told of since the night before is compared, with what earlier days left open, and kept; of today, before that, it is what it would be now, and `until` is null. `gatewayList` says whether the platform gave its own list; where it did not, and for transfers, our payments are compared with the treasury alone. It changes no money.',
  getReconciliationFile:
    'The figures of `getReconciliation`: sums first, then all open differences, then those that are there no more. Headings and words are in the caller’s language, amounts whole đồng, days dd/MM/yyyy. A text that a spreadsheet would execute or convert has a leading apostrophe in CSV. The link works for five minutes.',
  listUnsettled:
    'Confirmed payments that no statement shows yet: per gateway how many, their sum and the age of the oldest in days. `overdue` are those older than a day, which is our own measure: no agreement with a gateway says it.',
  getUnsettledFile:
    'All of `listUnsettled`, beyond its first 200: sums of each gateway, then every payment with its age. Written like `getReconciliationFile`.',
  listUnassigned:
    'The oldest 200. `key` is the transaction as the path of `assignPayment` takes it (base64url). `purpose` is what the payer wrote, and may name people, so that each read is recorded.',
  listRefusedNotices:
    'All are counted; of each gateway at most 20 a minute are kept, for 90 days: when, why, what they claimed to be about, and from which network, never what they said.',
  assignPayment:
    'The dossier goes on as by any payment; what is more than it owes is held for it. Asked again for the same dossier, the answer is the same; for another it is 409 `state-conflict`.',
  verifyResult:
    'Give the code printed on the result (`code`), or the SHA-256 of the file you hold (`sha256`); no digest is ever given out. Names nobody: number, agency, procedure and date only.',
  searchDossiers:
    'One search box for codes, numbers, telephone numbers and names, with or without diacritics. Only dossiers the officer may read are found; a search that shows names is recorded.',
  rebuildProjections:
    'For operators: call it with `cursor` until that is null. It finds missing, outdated and superfluous entries and wrong counts by comparing them with the ledgers, and rewrites them; with `onlyTell` it changes nothing. It can run during normal work, be interrupted and be started again. After a release that changes how names are found, it rewrites older entries.',
  listTasks:
    'Ordered by due date. `holderLeft` marks tasks assigned to someone who no longer works in the unit: others with the role may take them. `expand=applicant` adds names, which is recorded.',
  countTasks: 'The counts are exact: every change updates them in its transaction.',
  getTask:
    '`decisions` lists the allowed decisions. Where the fee may be settled, at reception and with a supplement, `reliefs` are those that may be claimed, with what proves them. A proposal waiting for a signature is shown with its digest, which the signer’s decision must name.',
  assignTask:
    '`null` gives the task back. Officers may take unassigned tasks; only leaders may reassign a colleague’s task or assign tasks to others.',
  decideTask:
    'The allowed decisions are those in the task’s `decisions`. A signer’s approval or refusal names the proposal’s digest; if the proposal has changed, the answer is 409. An acceptance settles the fee: of a table it names the `case` and the `counts`, and `reliefs` with their evidence; of several reliefs of a line the highest applies, by the law of the day of submission. Where they take off all of it, `money` becomes `waived`. After acceptance a supplement may settle the fee anew, when it is asked for and when an officer records it, by the same members: what was paid counts, what is owed then is waited for as the procedure says, and what is too much is held for refund. Reliefs applied before are named again. The decision and its ledger entry are one transaction.',
  trackDossier: 'State and progress, by the code alone: no personal data (TT 01/2018/TT-VPCP Đ16).',
  getSelf:
    'Roles and unit are those of the token, names those on record. A client that shows what somebody may do asks again after a new token and whenever it is refused.',
  getOrganization:
    'Codes, names, kinds, the dates each began and ended, and the successors of those that ended.',
  publishOrganization:
    'The whole list is sent each time. A list that would leave open dossiers without a unit is refused with their number: name successors first. The first list, and one that changes nothing, is answered 200; any other is proposed (202) and in force once a second administrator confirms it.',
  transferDossiers:
    'Without `apply` lists page by page (`cursor`) what would be handed over. With `apply` all of it is proposed (202), and done once a second administrator confirms it, each dossier in one transaction with its ledger entry; where nothing is left to hand over the answer is the list.',
  createUpload:
    'Declare name, type, size and SHA-256, then send exactly these bytes to the link with the headers given. The store takes them once: a second sending is answered 412, and what came first stands. Then ask for its judgement with `POST /v1/uploads/{id}/completion`. A file that no dossier takes within a week is gone.',
  completeUpload:
    'Call it once the bytes are sent: the file is checked at once, so that a file nobody could open is reported while the applicant can still send another. Large files, and all where a scanner for malware is set up, are answered `quarantined` first: ask again after some seconds. Otherwise it is checked when it is first used.',
  getWorkCalendar: 'Public holidays, substitute working days, office hours by unit, and the counting rules.',
  publishWorkCalendar:
    'The first calendar, and one that changes nothing, is answered 200; any other is proposed (202) and in force once a second administrator confirms it. Dates already promised do not change by themselves: see `POST /v1/replanning`.',
  getWorkCalendarDraft: 'Kept apart from the version in force.',
  saveWorkCalendarDraft:
    '`POST /v1/replanning` with the version `draft` lists which promised dates it would move.',
};
