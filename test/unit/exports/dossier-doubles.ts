import { rowOf } from '../../../functions/domain/lists/row-of.ts';
import type { SourceDeps } from '../../../functions/features/exports/worker/export-source.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

/**
 * A dossier as the stores have it: its head, the name of its applicant, and what its entry in lists still says of it.
 */
export interface KnownDossier {
  readonly head: DossierHead;
  readonly name: string;
  readonly procedureName?: string;
  /** The head of when its entry was written, where that is not as it is now. */
  readonly listedAs?: DossierHead;
}

/** What an export reads of dossiers. */
export function memoryDossiers(known: readonly KnownDossier[]): Pick<SourceDeps, 'dossiers' | 'names'> {
  const found = (code: string) => known.find(({ head }) => head.code === code);
  return {
    dossiers: {
      async page(_scope, _question, { after, limit }) {
        const from = Number(after ?? 0);
        const items = known
          .slice(from, from + limit)
          .map(({ head, listedAs = head, procedureName = 'Đăng ký khai sinh' }) =>
            rowOf(listedAs, { procedureName, field: 'Hộ tịch' }),
          );
        return { items, next: from + limit < known.length ? String(from + limit) : undefined };
      },
      parts: async (codes, schema) =>
        codes.map(code => {
          const head = found(code)?.head;
          return head && schema.parse(head);
        }),
    },
    names: {
      of: async codes => new Map(codes.map(code => [code, found(code)?.name ?? ''])),
    },
  };
}

/** Versions of the units, by code and name; the last is in force. */
export function publishedUnits(
  versions: readonly Readonly<Record<string, string>>[],
): Pick<SourceDeps['organization'], 'current' | 'version'> {
  const unit = (code: string, name: string): Unit => ({
    ...{ code, name, kind: 'commune', parent: null, administrativeCode: null, receives: true },
    ...{ validFrom: '2025-07-01', validTo: null, successors: [] },
  });
  const version = async (number: number) => {
    const units = versions[number - 1];
    return (
      units && {
        version: number,
        recordedAt: '2026-01-05T08:00:00+07:00',
        units: Object.entries(units).map(([code, name]) => unit(code, name)),
      }
    );
  };
  return { current: () => version(versions.length), version };
}
