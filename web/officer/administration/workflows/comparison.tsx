import type { Workflow } from '../../../api/generated.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { compare, type StepMember, type WorkflowMember } from './compare.ts';

interface Words {
  readonly title: string;
  readonly same: string;
  readonly reordered: string;
  added(name: string): string;
  removed(name: string): string;
  changed(name: string, what: string): string;
  other(what: string): string;
  readonly steps: Readonly<Record<StepMember, string>>;
  readonly workflow: Readonly<Record<WorkflowMember, string>>;
}

const words = wording<Words>({
  vi: {
    title: 'So với bản đang áp dụng',
    added: name => `Thêm bước “${name}”`,
    removed: name => `Bỏ bước “${name}”`,
    changed: (name, what) => `Bước “${name}” đổi ${what}`,
    reordered: 'Đổi thứ tự các bước',
    other: what => `Đổi ${what}`,
    same: 'Chưa có gì khác.',
    steps: {
      name: 'tên',
      kind: 'loại',
      unit: 'đơn vị',
      role: 'vai trò',
      limit: 'thời hạn',
      decisions: 'cách xử lý được phép',
      sameOfficerAllowed: 'quy định người thụ lý tự ký',
    },
    workflow: {
      start: 'bước bắt đầu',
      approvedBy: 'căn cứ phê duyệt',
      supplementLimit: 'thời hạn bổ sung hồ sơ',
      paymentLimit: 'thời hạn nộp phí, lệ phí',
      collectionLimit: 'thời hạn trả kết quả',
      registry: 'ai cấp số, đóng dấu',
    },
  },
  en: {
    title: 'Compared with what is published',
    added: name => `Step “${name}” is added`,
    removed: name => `Step “${name}” is removed`,
    changed: (name, what) => `Step “${name}” changes: ${what}`,
    reordered: 'The steps are in another order',
    other: what => `Changed: ${what}`,
    same: 'Nothing differs yet.',
    steps: {
      name: 'name',
      kind: 'kind',
      unit: 'unit',
      role: 'role',
      limit: 'limit',
      decisions: 'decisions',
      sameOfficerAllowed: 'whether whoever handled may sign',
    },
    workflow: {
      start: 'the first step',
      approvedBy: 'the approval',
      supplementLimit: 'the limit of a supplement',
      paymentLimit: 'the limit of a payment',
      collectionLimit: 'the limit of handing over',
      registry: 'who numbers and seals',
    },
  },
});

/** How the draft differs from the published workflow, in words. */
export function ComparisonList({
  published,
  draft,
}: {
  readonly published: Workflow;
  readonly draft: Workflow;
}) {
  const w = useWords(words);
  const { added, removed, changed, reordered, members } = compare(published, draft);
  const lines = [
    ...added.map(({ name }) => w.added(name)),
    ...removed.map(({ name }) => w.removed(name)),
    ...changed.map(({ step, members: what }) =>
      w.changed(step.name, what.map(each => w.steps[each]).join(', ')),
    ),
    ...(reordered ? [w.reordered] : []),
    ...members.map(each => w.other(w.workflow[each])),
  ];
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      {lines.length === 0 ? (
        <p>{w.same}</p>
      ) : (
        <ul>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
