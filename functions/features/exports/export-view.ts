import type { ExportView } from '../../../schemas/api/export.ts';
import type { StoredExport } from '../../../schemas/stored/export.ts';
import type { Language, Words } from '../../../schemas/words.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { exportAt } from './export-life.ts';

/** An export as shown; with a link only if one was made for this reader. */
export function viewOf(
  stored: StoredExport,
  { now, language }: { readonly now: Instant; readonly language: Language },
  link: ExportView['link'] = null,
): ExportView {
  const { id, wanted, format, reason, requestedAt, startedAt, finishedAt, rows, file } = stored;
  const { state, failure } = exportAt(stored, now);
  return {
    id,
    state,
    failure: failure && { code: failure.code, detail: said(failure.detail, language) },
    list: wanted.list,
    filters: Object.fromEntries(
      Object.entries(wanted.filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    expand: wanted.expand ?? null,
    format,
    reason,
    askedBy: describeActor(stored.askedBy),
    requestedAt,
    startedAt,
    finishedAt,
    rows,
    total: stored.state === 'done' ? rows : null,
    file,
    link,
  };
}

function said(detail: string | Words, language: Language): string {
  return typeof detail === 'string' ? detail : detail[language];
}
