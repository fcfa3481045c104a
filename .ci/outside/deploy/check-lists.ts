import * as z from 'zod';
import { exportView } from '../../../schemas/api/export.ts';
import type { Report } from '../report.ts';
import type { Callers } from '../walk/callers.ts';
import { eventually } from '../walk/eventually.ts';

/** Lists, search and an export, which a worker makes of what its queue says: other indexes, buckets and grants than a dossier’s own way. */
export async function checkLists(callers: Callers, code: string, report: Report): Promise<void> {
  const leader = await callers.officer('leader');
  await report.holds('officers find it by list and by search', async () => {
    for (const path of [
      '/v1/dossiers?handling=returned',
      `/v1/search?q=${code}`,
      '/v1/search?q=van%20an%20nguyen',
    ]) {
      const found = JSON.stringify((await leader.get(path)).body);
      if (!found.includes(code)) throw new Error(`${path} gives ${found}`);
    }
  });
  await report.holds('an export is made by its worker', async () => {
    const order = { list: 'dossiers', filters: {}, format: 'csv', reason: 'Kiểm tra bản triển khai' };
    const { id } = z.parse(exportView, (await leader.post('/v1/exports', order)).body);
    const look = async () => z.parse(exportView, (await leader.get(`/v1/exports/${id}`)).body);
    await eventually('the export is done', async () => {
      const { state, failure } = await look();
      if (state === 'failed') throw new Error(`the export failed: ${failure?.code}`);
      return state === 'done';
    });
    const { link, rows } = await look();
    const file = await fetch(link?.url ?? '');
    if (!file.ok || !(await file.text()).includes(code)) throw new Error(`its file answered ${file.status}`);
    return `${rows} row`;
  });
}
