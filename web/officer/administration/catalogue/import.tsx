import { useState } from 'preact/hooks';
import type { ImportedRow, ImportShape } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { ImportReport } from './import-report.tsx';
import { inFile, rowsOf, slicesOf } from './import-slices.ts';

const SLICE = 50;

const words = wording({
  vi: {
    title: 'Nhập danh mục thủ tục',
    back: 'Danh mục thủ tục',
    file: 'Tệp JSON',
    hint: 'Nhập lại cùng một tệp thì không có gì thay đổi. Dòng sai thì không được ghi; các dòng khác vẫn được nhận.',
    shape: 'Dạng dữ liệu',
    shapes: {
      motcua: 'Dạng của hệ thống này',
      nationalCrawl: 'Trang công khai của Cổng Dịch vụ công quốc gia',
      layThuTuc: 'Dịch vụ LayThuTuc',
    },
    noRows: 'Tệp này không chứa danh sách JSON nào.',
    found: (rows: string) => `Tệp có ${rows} dòng.`,
    begin: 'Nhập',
    progress: (done: string, all: string) => `Đã gửi ${done} trên ${all} dòng.`,
  },
  en: {
    title: 'Import procedures',
    back: 'Catalogue of procedures',
    file: 'JSON file',
    hint: 'The same file again changes nothing. A bad row refuses only itself.',
    shape: 'Format',
    shapes: {
      motcua: 'The format of this system',
      nationalCrawl: 'Public pages of the national portal',
      layThuTuc: 'Its LayThuTuc service',
    },
    noRows: 'There is no JSON list in this file.',
    found: (rows: string) => `The file has ${rows} rows.`,
    begin: 'Import',
    progress: (done: string, all: string) => `${done} of ${all} rows were sent.`,
  },
});

const shapes: readonly ImportShape[] = ['motcua', 'nationalCrawl', 'layThuTuc'];

/** Imports procedures from a file of the disk, portion by portion, and reports on each row. */
export function Import() {
  const w = useWords(words);
  const { number } = useFormats();
  const { api } = useDesk();
  const [shape, setShape] = useState<ImportShape>('motcua');
  const [rows, setRows] = useState<unknown[]>();
  const [fault, setFault] = useState<string>();
  const [reported, setReported] = useState<readonly ImportedRow[]>([]);
  const [done, setDone] = useState(0);
  const action = useAction(async () => {
    setReported([]);
    setDone(0);
    for (const { start, items } of slicesOf(rows ?? [], SLICE)) {
      const report = await api.get('importProcedures', { body: { shape, items } });
      setReported(before => [...before, ...inFile(start, report.rows)]);
      setDone(start + items.length);
    }
  });
  async function choose(file: File | undefined) {
    setRows(undefined);
    setFault(undefined);
    setReported([]);
    setDone(0);
    try {
      if (file) setRows(rowsOf(await file.text()));
    } catch {
      setFault(w.noRows);
    }
  }
  return (
    <section class="stack">
      <a class="ds-link" href="/officer/administration/catalogue">
        {w.back}
      </a>
      <h1>{w.title}</h1>
      <div class="panel stack">
        <ChoiceField
          label={w.shape}
          value={shape}
          onValue={value => setShape(shapes.find(each => each === value) ?? 'motcua')}
          options={shapes.map(value => ({ value, text: w.shapes[value] }))}
        />
        <Field label={w.file} hint={w.hint} fault={fault}>
          {tied => (
            <input
              class="ds-input"
              type="file"
              accept=".json,application/json"
              onChange={event => choose(event.currentTarget.files?.[0])}
              {...tied}
            />
          )}
        </Field>
        <p role="status">
          {rows && w.found(number(rows.length))}{' '}
          {rows && done > 0 && w.progress(number(done), number(rows.length))}
        </p>
        <div>
          <button
            type="button"
            class="ds-button"
            disabled={!rows || rows.length === 0}
            onClick={action.run}
            aria-busy={action.busy}
          >
            {w.begin}
          </button>
        </div>
        {action.error !== undefined && <Failure error={action.error} />}
      </div>
      {reported.length > 0 && <ImportReport rows={reported} />}
    </section>
  );
}
