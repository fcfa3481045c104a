import { type FieldFault, ProblemError } from '../../../schemas/api/problem-error.ts';
import type { TemplateOrder } from '../../../schemas/catalogue/template-order.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import { consults } from '../../domain/workflow/apply-template.ts';
import { type OrganizationStore, unitFinder } from '../organization/organization-store.ts';

/** The named units must exist, and consultations must name at least one. */
export async function demandUnits(
  { organization: units }: { readonly organization: Pick<OrganizationStore, 'current'> },
  order: TemplateOrder,
  now: Instant,
): Promise<void> {
  if (consults(order.template) && order.consulted.length === 0) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Quy trình mẫu có bước lấy ý kiến: hãy nêu cơ quan được lấy ý kiến.',
        en: 'The template has a consultation: name the agencies to consult.',
      },
      {
        faults: [
          {
            pointer: '/consulted',
            message: { vi: 'phải có ít nhất một đơn vị', en: 'must have at least one unit' },
          },
        ],
      },
    );
  }
  const named = [
    ...order.consulted.map((code, index) => [code, `/consulted/${index}`] as const),
    ...(order.competentUnit === undefined ? [] : [[order.competentUnit, '/competentUnit'] as const]),
  ];
  if (named.length === 0) return;
  const organization = await units.current();
  const unitOf = organization ? unitFinder(organization, dateOf(now)) : () => undefined;
  const faults = named.flatMap(([code, pointer]): FieldFault[] =>
    unitOf(code)
      ? []
      : [{ pointer, message: { vi: `không có đơn vị ${code}`, en: `there is no unit ${code}` } }],
  );
  if (faults.length === 0) return;
  throw new ProblemError(
    'unit-unknown',
    { vi: 'Có đơn vị không có trong danh mục.', en: 'A unit named here does not exist.' },
    { faults },
  );
}
