import { describe, expect, test } from 'vitest';
import type { Client } from '../../../web/api/client.ts';
import { Refused } from '../../../web/api/problem.ts';
import { fileFaults } from '../../../web/upload/file-faults.ts';
import { sha256Of } from '../../../web/upload/sha256.ts';
import { typeOfFile } from '../../../web/upload/type-of-file.ts';
import { uploadFile } from '../../../web/upload/upload-file.ts';
import { isUnderWay, type SentFile, suppliedBy } from '../../../web/upload/uploads.ts';

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

describe('an upload', () => {
  test('is declared, sent as its ticket says, and reported; in this order', async () => {
    const steps: unknown[] = [];
    const shares: number[] = [];
    const api = {
      async get(id: string, sent: object) {
        steps.push([id, sent]);
        return { id: 'f_1', url: 'https://store/f_1', headers: { 'content-type': 'application/pdf' } };
      },
    } as unknown as Client;
    const file = new File(['abc'], 'don.PDF');
    const sent = await uploadFile(api, file, share => shares.push(share), {
      async send({ url, headers, onProgress }) {
        steps.push([url, headers]);
        onProgress(0.5);
      },
    });
    expect(sent).toEqual({ id: 'f_1' });
    expect(shares).toEqual([0.5, 1]);
    expect(steps).toEqual([
      [
        'createUpload',
        { body: { fileName: 'don.PDF', contentType: 'application/pdf', size: 3, sha256: ABC } },
      ],
      ['https://store/f_1', { 'content-type': 'application/pdf' }],
      ['completeUpload', { params: { id: 'f_1' } }],
    ]);
  });

  test('is asked for until it is judged', async () => {
    const states = ['quarantined', 'quarantined', 'checked'];
    const waits: number[] = [];
    const api = {
      get: async (id: string) =>
        id === 'createUpload' ? { id: 'f_1', url: '', headers: {} } : { state: states.shift() },
    } as unknown as Client;
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    await uploadFile(api, new File(['abc'], 'a.pdf'), undefined, { send: async () => undefined, wait });
    expect([states, waits]).toEqual([[], [3000, 3000]]);
  });

  test('is not reported when it did not arrive', async () => {
    const asked: string[] = [];
    const api = {
      async get(id: string) {
        asked.push(id);
        return { id: 'f_1', url: '', headers: {} };
      },
    } as unknown as Client;
    const send = () => Promise.reject(new Error('no line'));
    await expect(uploadFile(api, new File(['abc'], 'a.pdf'), undefined, { send })).rejects.toThrow('no line');
    expect(asked).toEqual(['createUpload']);
  });

  test('of more than anybody may send is not read into memory', async () => {
    const huge = { size: 10 ** 9, arrayBuffer: () => Promise.reject(new Error('read')) } as unknown as Blob;
    expect(await sha256Of(huge)).toBe('0'.repeat(64));
  });

  test('has the type that the browser knows, or that of its ending', () => {
    expect(typeOfFile({ name: 'a.heic', type: 'image/heic' })).toBe('image/heic');
    expect(typeOfFile({ name: 'Ảnh.JPG', type: '' })).toBe('image/jpeg');
    expect(typeOfFile({ name: 'constructor', type: '' })).toBe('application/octet-stream');
  });
});

describe('what is wrong with a file', () => {
  const refused = (more: object) =>
    new Refused({ status: 422, code: 'file-unusable', title: 'Tệp không dùng được', ...more });

  test('is told in the words of the API, without the id of the file', () => {
    const detail = 'f_01m8d3xm968r8qhdaq0381zy1t: tệp bị cắt cụt';
    expect(fileFaults(refused({ detail }))).toEqual(['tệp bị cắt cụt']);
    const errors = [{ pointer: '/size', message: 'tệp rỗng' }];
    expect(fileFaults(refused({ detail: '1 mục chưa hợp lệ.', errors }))).toEqual(['tệp rỗng']);
    expect(fileFaults(refused({}))).toEqual(['Tệp không dùng được']);
  });

  test('is not known where nothing answered', () => {
    expect(fileFaults(new Error('no line'))).toBeUndefined();
  });
});

describe('the files of a form', () => {
  const sent = (field: string, state: SentFile['state']): SentFile => ({
    ...{ key: `${field}${state.kind}`, field, name: 'a.pdf', size: 1 },
    state,
  });

  test('are handed in by paper, as far as they were taken in', () => {
    const files = [
      sent('c1', { kind: 'done', id: 'f_1' }),
      sent('c2', { kind: 'failed', error: undefined }),
      sent('c7', { kind: 'done', id: 'f_2' }),
      sent('c1', { kind: 'done', id: 'f_3' }),
    ];
    expect(suppliedBy(files)).toEqual([
      { component: 'c1', files: ['f_1', 'f_3'] },
      { component: 'c7', files: ['f_2'] },
    ]);
    expect(isUnderWay(files)).toBe(false);
    expect(isUnderWay([...files, sent('c1', { kind: 'waiting' })])).toBe(true);
  });
});
