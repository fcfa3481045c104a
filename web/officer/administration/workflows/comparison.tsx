import type { Workflow } from '../../../api/generated.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { compare } from './compare.ts';

const words = wording({
  vi: {
    title: 'So với bản đang áp dụng',
    added: (name: string) => `Thêm bước “${name}”`,
    removed: (name: string) => `Bỏ bước “${name}”`,
    changed: (name: string, what: string) => `Bước “${name}” đổi ${what}`,
    reordered: 'Đổi thứ tự các bước',
    approval: 'Đổi căn cứ phê duyệt',
    same: 'Chưa có gì khác.',
    members: {
      name: 'tên',
      kind: 'loại',
      unit: 'đơn vị',
      role: 'vai trò',
      limit: 'thời hạn',
      decisions: 'qách xử lý được phép',
      sameOfficerAllowed: 'quy định cùng một cán bộ',
    },
  },
  en: {
    title: 'Compared with what is published',
    added: (name: string) => `Step “${name}” is added`,
    removed: (name: string) => `Step “${name}” is removed`,
    changed: (name: string, what: string) => `Step “${name}” changes: ${what}`,
    reordered: 'The steps are in another order',
    approval: 'The approval is another one',
    same: 'Nothing differs yet.',
    members: {
      name: 'name',
      kind: 'kind',
      unit: 'unit',
      role: 'role',
      limit: 'limit',
      decisions: 'decisions',
      sameOfficerAllowed: 'same officer',
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
  const { added, removed, changed, reordered, approval } = compare(published, draft);
  const lines = [
    ...added.map(({ name }) => w.added(name)),
    ...removed.map(({ name }) => w.removed(name)),
    ...changed.map(({ step, members }) =>
      w.changed(step.name, members.map(each => w.members[each]).join(', ')),
    ),
    ...(reordered ? [w.reordered] : []),
    ...(approval ? [w.approval] : []),
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
