import type { SuppliedComponent } from '../../../schemas/api/decision.ts';
import { type FieldFault, ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Component, Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Words } from '../../../schemas/words.ts';
import { reusableFor, whyNotReusable } from '../../domain/vault/reusable.ts';
import type { Vault } from './vault.ts';

/** Whose results may stand for papers of which procedure, and the day (`YYYY-MM-DD`). */
export interface Citing {
  readonly owner: string;
  readonly procedure: Pick<Procedure, 'components'>;
  readonly today: string;
}

/**
 * The numbers of the results that supplied papers cite; refused where one was not issued to the applicant, no longer
 * holds, or does not stand for the paper.
 */
export async function demandReusable(
  vault: Vault,
  supplied: readonly SuppliedComponent[],
  { owner, procedure, today }: Citing,
): Promise<readonly string[]> {
  const faults: FieldFault[] = [];
  const cited = supplied.flatMap(({ component, results = [] }, index) =>
    results.map((number, place) => ({ component, number, pointer: `/components/${index}/results/${place}` })),
  );
  for (const { component: id, number, pointer } of cited) {
    const entry = await vault.find(owner, number);
    const component = procedure.components.find(each => each.id === id) ?? {};
    const why = entry ? whyNotReusable(entry, component, today) : NOT_THEIRS;
    if (why) faults.push({ pointer, message: why });
  }
  if (faults.length > 0)
    throw new ProblemError(
      'result-not-reusable',
      {
        vi: 'Có kết quả không dùng lại được cho hồ sơ này.',
        en: 'A result that is cited cannot be used for this dossier.',
      },
      { faults },
    );
  return cited.map(({ number }) => number);
}

const NOT_THEIRS: Words = {
  vi: 'không có kết quả nào mang số này được cấp cho chủ hồ sơ',
  en: 'no result of this number was issued to the applicant',
};

/**
 * An officer who asks for papers that the vault holds says why (NĐ 309/2026/NĐ-CP Đ2 k1: what databases hold is not
 * asked for).
 */
export async function demandReason(
  vault: Vault,
  asked: { readonly components?: readonly string[] | undefined; readonly despiteVault?: string | undefined },
  { owner, procedure, today }: Citing,
): Promise<void> {
  const papers = procedure.components.filter(
    (each): each is Component =>
      each.fulfilledBy !== undefined && (asked.components?.includes(each.id) ?? false),
  );
  if (papers.length === 0 || asked.despiteVault !== undefined) return;
  const held = reusableFor(await vault.of(owner), papers, today);
  if (held.size === 0) return;
  const facts = [...held].map(([component, entries]) => ({
    component,
    results: entries.map(({ number }) => number),
  }));
  throw new ProblemError(
    'vault-holds-it',
    {
      vi: 'Kho dữ liệu đã có giấy tờ này của chủ hồ sơ: hãy dùng kết quả đã có, hoặc nêu lý do vẫn yêu cầu nộp (despiteVault).',
      en: 'The vault holds this paper of the applicant: use that result, or say why it is asked for all the same (despiteVault).',
    },
    {
      facts: { held: facts },
      faults: [
        {
          pointer: '/despiteVault',
          message: { vi: 'bắt buộc trong trường hợp này', en: 'required in this case' },
        },
      ],
    },
  );
}
