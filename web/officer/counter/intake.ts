import type { Answer } from '../../api/client.ts';
import type { PaperKind } from '../../api/generated.ts';
import { idsOf, type SentFile } from '../../upload/uploads.ts';
import {
  type ApplicantKind,
  applicantOf,
  type EnteredApplicant,
  type Submission,
} from './applicant-fields.ts';

export type Procedure = Answer<'getProcedure'>['procedure'];

/** Acting for the applicant, as entered: reason, kind of consent, and who it is. */
export interface EnteredOnBehalf {
  readonly acts: boolean;
  readonly reason: string;
  readonly consent: NonNullable<Submission['onBehalf']>['consent'];
  readonly name: string;
  readonly identityNumber: string;
}

export const notOnBehalf: EnteredOnBehalf = {
  acts: false,
  reason: '',
  consent: 'written',
  name: '',
  identityNumber: '',
};

export interface EnteredDossier {
  readonly channel: 'counter' | 'post';
  readonly kind: ApplicantKind;
  readonly applicant: EnteredApplicant;
  readonly onBehalf: EnteredOnBehalf;
  /** Paper copies by component, as typed; a ticked paper has at least one. */
  readonly copies: Readonly<Record<string, string>>;
  /** What they are, by component; as the procedure asks for them where nobody said otherwise. */
  readonly kinds: Readonly<Record<string, PaperKind>>;
  readonly files: readonly SentFile[];
  readonly returnBy: 'electronic' | 'counter' | 'post';
  readonly returnAddress: string;
}

/** What a procedure asks for of a paper: the original, if any is kept. */
export const usualKind = ({ originals }: Pick<Procedure['components'][number], 'originals'>): PaperKind =>
  originals > 0 ? 'original' : 'copy';

/** The papers that were handed over: on paper, as files, or both. */
export function handedOver(
  procedure: Pick<Procedure, 'components'>,
  { copies, kinds, files }: Pick<EnteredDossier, 'copies' | 'kinds' | 'files'>,
): Submission['components'] {
  return procedure.components.flatMap(component => {
    const { id } = component;
    const paperCopies = Number.parseInt(copies[id] ?? '', 10) || 0;
    const ids = idsOf(files, id);
    if (paperCopies + ids.length === 0) return [];
    const paperKind = paperCopies > 0 && { paperKind: kinds[id] ?? usualKind(component) };
    return [{ component: id, paperCopies, ...paperKind, files: ids }];
  });
}

/** Required papers that are not there yet: said before sending; whether they may be missing, the API decides. */
export const missingPapers = (
  procedure: Pick<Procedure, 'components'>,
  entered: Pick<EnteredDossier, 'copies' | 'kinds' | 'files'>,
): readonly string[] => {
  const there = new Set(handedOver(procedure, entered).map(({ component }) => component));
  return procedure.components.flatMap(({ id, name, required }) => (required && !there.has(id) ? [name] : []));
};

/** The body of the submission by an officer of the receiving unit. */
export function intakeOf(procedure: Procedure, receivingUnit: string, entered: EnteredDossier): Submission {
  const { onBehalf, returnBy, returnAddress } = entered;
  const by = { name: onBehalf.name.trim(), identityNumber: onBehalf.identityNumber.replaceAll(/\s/g, '') };
  return {
    procedure: procedure.code,
    channel: entered.channel,
    receivingUnit,
    applicant: applicantOf(entered.kind, entered.applicant),
    components: handedOver(procedure, entered),
    returnBy,
    ...(returnBy === 'post' && returnAddress.trim() !== '' && { returnAddress: returnAddress.trim() }),
    ...(onBehalf.acts && {
      onBehalf: {
        reason: onBehalf.reason.trim(),
        consent: onBehalf.consent,
        ...(by.name !== '' && {
          by: { name: by.name, ...(by.identityNumber !== '' && { identityNumber: by.identityNumber }) },
        }),
      },
    }),
  };
}
