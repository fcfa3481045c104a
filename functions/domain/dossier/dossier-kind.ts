import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { CaseKind } from '../cases/case-kind.ts';
import type { NewEvent } from './context.ts';
import { applyEvent } from './head.ts';

/** The dossier of an administrative procedure (hồ sơ thủ tục hành chính) as a kind of case. */
export const dossierKind: CaseKind<DossierHead, NewEvent, LedgerEvent> = {
  entry: ({ data, opens, closes }, { code, seq, at, actor, previous }) => ({
    dossier: code,
    seq,
    at,
    actor,
    opens,
    closes,
    data,
    previous,
  }),
  fold: applyEvent,
};
