/**
 * What each operation does beyond its summary, by its id: what comes before and after it, what is safe to repeat, whom
 * it shows what.
 */
export const descriptions: Readonly<Partial<Record<string, string>>> = {
  health: 'Answers as soon as the API is reached; it looks at nothing behind it.',
  listAccessRecords:
    'Every read of personal data is recorded before it is answered. Persons see the reads of their own data: unit, role and reason, not the officer’s account. Auditors see all, and are recorded themselves. Of a portal that polls its own dossiers one entry a day, dossier and operation is kept.',
  explainDeadline:
    'Counts a time limit from the moment of receipt by the working time of the province, and lists every day or stretch with why it counts or does not, up to 11,000 of them. Takes at most 64 KB and twelve sessions a day. Nothing is kept.',
  listDossiers:
    'Officers ask for a unit (their own when none is named), those who apply and portals get their own. A page holds at most 100; go on with `nextCursor`. Rows carry no personal data unless `expand=applicant` asks for names, which is recorded.',
  submitDossier:
    'Upload the papers first and name them by their ids. The dossier is acknowledged at once with its code and the time by which reception answers; it is accepted, declined or sent back for a supplement afterwards. Online for those who apply and portals; counter and post for reception.',
  getDossier:
    'State, dates, money, open tasks, papers with their files, what is wanted of the applicant now, why it ended, what was decided, the applicant and the form as filled in. The read is recorded, unless it is the applicant’s own.',
  correctApplicant:
    'Replaces what is known of the applicant by what is right, keeps what was known before, and moves ownership, lists and search entries with it, in one transaction. For the unit that received the dossier or decides it.',
  getDeadline: 'The explanation is computed from the ledger, so it can be asked for any moment there was.',
  openFile:
    'PDF and images open in the browser, anything else is saved under its own name. Files are served from another origin than the API, are never run there, and each opening is recorded.',
  getHistory:
    'Every change is one entry, chained by hashes. What officers write for each other is withheld from applicants and portals, with its place left visible.',
  listPayments: 'What is due by the fee pinned to the dossier, and each payment that was recorded.',
  listResults:
    'Results that may be seen by the caller: of a dossier whose fee is unpaid, none. Links hold for minutes; ask again for a new one. The read is recorded.',
  supplementDossier:
    'Possible while a supplement is asked for (`supplementWanted` of the dossier says which). The dossier goes back to who asked, and the legal clock goes on as its rules say.',
  withdrawDossier:
    'Those who apply withdraw what they submitted; at the counter reception enters it with the reason and how it was asked for. Not once a result was decided.',
  createSubscription:
    'Every event of the dossiers that this portal submitted is posted to the address as CloudEvents 1.0 JSON, signed as Standard Webhooks are (headers `webhook-id`, `webhook-timestamp`, `webhook-signature`): at least once, in order for each dossier, dossiers side by side. Answer 2xx within ten seconds; anything else is tried again after 5 seconds to 6 hours, for three days; then the subscription is paused. 410 pauses it at once. The address is https and public; redirects are not followed. The secret is in this answer only (a repeat with the same key gives it again for 30 days).',
  listSubscriptions: 'Also those that ended. Secrets are not shown.',
  getSubscription: 'Its state, why it is paused, its last success and failure. The secret is not shown.',
  rotateSecret:
    'The new secret signs at once, the one before beside it for a day: a receiver takes a message when one of the signatures fits.',
  pingSubscription:
    'An event of the type `vn.motcua.ping`, sent at once, also while the subscription is paused. Nothing is kept of it.',
  replaySubscription:
    'Events that came since `from` are sent again, with the same ids, in order for each dossier; later ones follow them. It may reach back to before the subscription. A replay that is asked for while another runs takes its place.',
  resumeSubscription: 'Dossiers that wait are sent at once, 500 at a time: ask again while `more` is true.',
  endSubscription: 'For good: nothing is sent any more, and what waits is not sent.',
  listChanges:
    'For portals that cannot be called. Ask with the `nextCursor` of the answer before, which is given also when nothing is new; with `wait` the answer comes with the next event, or after so many seconds without one. At most two such polls may be open at once. Nothing is skipped, also when many write at once; the same event may come twice around a failure, with the same id.',
  listConnections:
    'One entry for each subscription (`webhook.` and its id) and each consumer of ours. Percentiles of the lag are upper bounds.',
  listWaiting:
    'A dossier waits while the next effect of its ledger could not be had. Everything behind it waits with it.',
  getDeadLetters: 'Messages that crashed their worker again and again. They are looked at, not taken.',
  listFindings:
    'Every night the dossiers that changed the day before are compared: their ledgers with heads, lists, work lists and search entries, with their consumers and with the executions that carry them. What can be is set right at once (`mended`).',
  redriveConnection:
    'Sends what was given up and what waits to the worker now, some hundreds at a time: ask again while `more` is true. Nothing is sent twice that arrived.',
  listExports: 'The record of an export stays after its file is gone.',
  createExport:
    'Takes the filters of the list it exports, and a reason that is kept. With `expand` the file names the applicants. Each of them can then see who asked and why, so the reason must hold no number of a person. The file is made in the background: ask `GET /v1/exports/{id}` until it is `done`; it can be fetched for a day.',
  getExport: 'The link holds for minutes, and only the one who asked gets it.',
  listOfficers:
    'Without a unit, administrators get all of the province; leaders get those of their own unit.',
  recordOfficers:
    'Accounts are made at the identity provider; here is recorded which unit and roles each has. Officers who left are recorded as not active: their tasks become free.',
  listProcedures: 'A page holds at most 100, ordered by code; with `q` the shortest names first.',
  importProcedures:
    'Rows are read one by one, in our own shape or as the national portal publishes them: each is accepted, accepted with warnings, or refused with a reason. A changed procedure becomes a new version; dossiers keep the version they began with.',
  applyWorkflowTemplate:
    'Without `apply` it only reports for which procedures the template fits and why not for others; with it the workflow is published for those it fits.',
  getProcedure: 'Without `version` the one in force: what new dossiers are judged by.',
  setProcedureState: 'A closed procedure takes no new dossiers; those there are go on.',
  getWorkflow: 'Steps, roles, shares of the time limit, consultations and signature.',
  publishWorkflow:
    'The linter’s findings come with the answer; an error keeps it from being published. Dossiers keep the version they began with.',
  replan:
    'Goes through the open dossiers of a unit page by page (`cursor`). Without `apply` nothing is changed: look at the list first.',
  verifyResult:
    'Compare the SHA-256 of the file you hold with the one given here. Names nobody: number, agency, date and digest only.',
  searchDossiers:
    'One box for codes, numbers, telephones and names, with or without diacritics. It looks only where the officer may read; a search that shows persons is recorded.',
  rebuildProjections:
    'For operators: call it with `cursor` until that is null. It finds entries that are missing, out of date or left over and counts that are wrong, by comparing them with the ledgers, and writes them anew; with `onlyTell` it changes nothing. People may work meanwhile; it may be interrupted and begun again. After a release that finds names in a new way it writes older entries anew.',
  listTasks:
    'Ordered by due date. `holderLeft` marks tasks held by somebody who no longer works in the unit: others of the role may take them. `expand=applicant` adds names, which is recorded.',
  countTasks: 'Counted in the transaction of every change, so exact.',
  getTask:
    'What may be decided is in `decisions`. Where a proposal waits for a signature it is shown with its digest, which the signer’s decision names.',
  assignTask:
    '`null` gives it back. Officers take what nobody holds; a task that a colleague holds, and giving tasks to others, is for leaders.',
  decideTask:
    'The decisions are those of the task’s `decisions`. What is approved or refused by a signer names the proposal’s digest; a proposal that changed meanwhile is refused with 409. A decision is one transaction with its entry in the ledger.',
  trackDossier: 'State and share done, by the code alone: no personal data (TT 01/2018/TT-VPCP Đ16).',
  getOrganization:
    'With codes, names, kinds, when each began and ended, and who goes on with the work of one that ended.',
  publishOrganization:
    'The whole set is given each time. A set that would strand open dossiers is refused with their numbers: name successors first.',
  transferDossiers:
    'Goes through the open dossiers page by page (`cursor`); each is moved by one transaction with its entry in the ledger. Without `apply` nothing is changed.',
  createUpload:
    'Declare name, type, size and SHA-256, then send exactly these bytes to the link with the headers given. The store takes them once: a second sending is answered 412, and what came first stands. Then ask for its judgement with `POST /v1/uploads/{id}/completion`. A file that no dossier takes within a week is gone.',
  completeUpload:
    'Call it when the bytes were sent: the file is looked at once, and you are told now, while the person can still send another, when readers could not open it. Without it the file is judged when it is first used.',
  getWorkCalendar: 'Public holidays, days worked instead, office hours by unit, and the rules of counting.',
  publishWorkCalendar: 'Dates already promised do not move by themselves: see `POST /v1/replanning`.',
  getWorkCalendarDraft: 'Kept apart from what is in force.',
  saveWorkCalendarDraft:
    '`POST /v1/replanning` with the version `draft` lists which promised dates it would move.',
};
