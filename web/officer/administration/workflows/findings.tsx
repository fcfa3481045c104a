import type { WorkflowReport } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords, wording } from '../../../wording/language.tsx';

const words = wording({
  vi: { error: 'Lỗi', warning: 'Lưu ý' },
  en: { error: 'Error', warning: 'Warning' },
});

/** What the check says of a step, or of the whole (`null`). */
export function Findings(props: {
  readonly report: WorkflowReport | undefined;
  readonly step: string | null;
}) {
  const w = useWords(words);
  const of = (list: WorkflowReport['errors'] = []) => list.filter(({ step }) => step === props.step);
  return (
    <>
      {of(props.report?.errors).map(({ code, message }) => (
        <p key={code + message}>
          <Mark level="late">{w.error}</Mark> {message}
        </p>
      ))}
      {of(props.report?.warnings).map(({ code, message }) => (
        <p key={code + message}>
          <Mark level="soon">{w.warning}</Mark> {message}
        </p>
      ))}
    </>
  );
}
