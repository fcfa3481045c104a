import * as z from 'zod';
import { limit } from '../calendar.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { procedureCode, resultCode } from '../codes/procedure-code.ts';
import { publishedLine, publishedLines } from '../text.ts';
import { says } from '../words.ts';
import { authoritativeSystem } from './authoritative-system.ts';
import { fee } from './fee.ts';

export { type Fee, fee } from './fee.ts';

/** Submission channels (cách thức nộp): online, at the counter, by public post. */
export const channel = z
  .enum(['online', 'counter', 'post'])
  .meta({ id: 'Channel', description: 'Way of submission (kênh thực hiện)' });
export type Channel = z.infer<typeof channel>;

/** One channel with its legal limit and fee; null if the published procedure does not say. */
export const method = z
  .strictObject({ channel, limit: limit.nullable(), fee: fee.nullable() })
  .meta({ id: 'Method', description: 'Way of submission with its limit and fee (cách thức thực hiện)' });

/** A paper of the dossier (thành phần hồ sơ). Ids are stable inside a procedure: `c1`, `c2` … in published order. */
export const component = z
  .strictObject({
    id: z.string().regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      says({
        vi: 'phải là mã thành phần hồ sơ: chữ thường không dấu, chữ số, gạch nối',
        en: 'must be the id of a paper: lower-case letters a to z, digits and hyphens',
      }),
    ),
    name: publishedLines(1, 4000),
    originals: z.int().min(0).max(99),
    copies: z.int().min(0).max(99),
    required: z.boolean(),
    /** Results (mã kết quả) that stand for this paper: an applicant who was issued one need not hand it in. */
    fulfilledBy: z.array(resultCode).min(1).max(20).optional(),
  })
  .meta({ id: 'Component', description: 'Paper of the dossier (thành phần hồ sơ)' });
export type Component = z.infer<typeof component>;

/** A procedure as published: facts of the national database plus what the province decides. */
export const procedure = z
  .strictObject({
    code: procedureCode,
    name: publishedLine(1, 2000),
    /** The decision that publishes it (quyết định công bố). */
    decision: publishedLine(0, 200),
    levels: z.array(z.enum(['ministry', 'province', 'commune', 'other'])),
    field: z.strictObject({ name: publishedLine(1, 500), code: publishedLine(0, 40).optional() }),
    applicants: z.array(publishedLine(1, 300)),
    /**
     * Full-process (toàn trình), part-process (một phần) online service, or none; null where the published procedure
     * does not say.
     */
    onlineLevel: z.enum(['full', 'partial', 'none']).nullable(),
    /** May be submitted at any centre of the province (phi địa giới hành chính). */
    anyBoundary: z.boolean(),
    /** The deciding unit if one decides for the whole province; otherwise the unit addressed, such as a commune. */
    competentUnit: agencyCode.optional(),
    /**
     * Decided by the unit of this kind at the place of receipt: the commune's police or, at the centre, the
     * province's.
     */
    competentKind: z.enum(['police']).optional(),
    /** Where it is decided instead of here, and from when; absent: here. */
    authoritativeSystem: authoritativeSystem.optional(),
    /** The province states that it still decides this procedure, whatever `authoritativeSystem` says. */
    stillDecidedHere: z.boolean().optional(),
    /**
     * Citizens may submit it here by themselves; otherwise they use the national portal, and portals and reception
     * submit here.
     */
    citizensSubmitHere: z.boolean().optional(),
    methods: z.array(method).max(30),
    components: z.array(component).max(400),
    results: z.array(z.strictObject({ code: resultCode, name: publishedLines(0, 1000).optional() })),
    /** Before which point the fee must be paid: a step of the workflow, or the return of the result. */
    feeDueBefore: z.string().max(40).nullable(),
    /** The effect of a supplement after acceptance on the legal clock; NĐ 61/2018 Đ19 k4: it restarts. */
    supplementClock: z.enum(['restart', 'resume']),
    /** How far the promised date may be moved at most, if a law says so for this procedure (gia hạn). */
    extensionLimit: limit.optional(),
  })
  .meta({ id: 'Procedure', description: 'Administrative procedure (thủ tục hành chính)' });
export type Procedure = z.infer<typeof procedure>;

/** A stored version, to which dossiers are pinned. `contentHash` is the SHA-256 of the canonical procedure. */
export const procedureVersion = z
  .strictObject({
    version: z.int().min(1),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    recordedAt: z.iso.datetime({ offset: true }),
    /** `open`: dossiers are accepted. `closed`: no longer, or not yet because a limit or workflow is missing. */
    state: z.enum(['open', 'closed']),
    /** Why it is closed, in a sentence; null when open. */
    closedBecause: z.string().max(500).nullable(),
    /** Who set its list of papers: the province, or the imported national publication. */
    origin: z.enum(['province', 'national']),
    /** Whether an administrator closed it manually; an import does not reopen it. */
    closedByHand: z.string().max(500).nullable(),
    /** The workflow version for new dossiers; null until one is published. */
    workflowVersion: z.int().min(1).nullable(),
    procedure,
  })
  .meta({ id: 'ProcedureVersion', description: 'Version of a procedure' });
export type ProcedureVersion = z.infer<typeof procedureVersion>;
