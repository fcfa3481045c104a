import { useWords, wording } from '../../wording/language.tsx';
import { returnWords } from '../../wording/return-words.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useUnitName } from '../account.tsx';
import { PromisedDate } from '../promised-date.tsx';
import { DeadlineExplained } from './deadline-explained.tsx';
import type { Dossier } from './dossier-page.tsx';

const words = wording({
  vi: {
    title: 'Tình trạng hồ sơ',
    submitted: 'Nộp lúc',
    accepted: 'Tiếp nhận lúc',
    decided: 'Có kết quả lúc',
    receiving: 'Nơi tiếp nhận',
    competent: 'Nơi giải quyết',
    returned: 'Trả kết quả',
    address: 'Địa chỉ nhận',
    applicant: 'Chủ hồ sơ',
    by: 'Người nộp',
    paused: 'Thời hạn đang tạm dừng; lý do ở mục “Hồ sơ đã qua những bước nào” bên dưới.',
  },
  en: {
    title: 'Where it stands',
    submitted: 'Submitted',
    accepted: 'Accepted',
    decided: 'Decided',
    receiving: 'Received by',
    competent: 'Decided by',
    returned: 'Result returned',
    address: 'Address',
    applicant: 'Applicant',
    by: 'Handed in by',
    paused: 'The time limit stands still; the reason is below, under “What happened so far”.',
  },
});

/** Where the dossier stands and by when, with whom, and how the result comes back. */
export function Facts({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const returning = useWords(returnWords);
  const formats = useFormats();
  const unitName = useUnitName();
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [w.applicant, dossier.applicant.name],
    [w.by, dossier.handedInBy?.name],
    [w.submitted, formats.instant(dossier.submittedAt)],
    [w.accepted, dossier.acceptedAt && formats.instant(dossier.acceptedAt)],
    [w.decided, dossier.decidedAt && formats.instant(dossier.decidedAt)],
    [w.receiving, unitName(dossier.receivingUnit)],
    [w.competent, dossier.competentUnit === dossier.receivingUnit ? null : unitName(dossier.competentUnit)],
    [w.returned, returning[dossier.returnBy]],
    [w.address, dossier.returnAddress],
  ];
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <PromisedDate handling={dossier.handling} dueOn={dossier.dueOn} />
      {dossier.tasks.some(({ phase }) => phase === 'others') && <p>{w.paused}</p>}
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ),
        )}
      </dl>
      {dossier.acceptedAt !== null && <DeadlineExplained code={dossier.code} />}
    </section>
  );
}
