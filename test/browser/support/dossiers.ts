import { type Caller, callerOf } from './api-caller.ts';

const UNIT = 'H44.101';

export const officerOf = (url: string, account: string, role: string): Promise<Caller> =>
  callerOf(url, { kind: 'officer', id: `${account}.h44-101`, unit: UNIT, roles: [role] });

/** Submits a dossier through a portal, and gives its code. */
export async function submit(
  url: string,
  name = 'Nguyễn Văn An',
  owner = '025090000001',
  own: object = {},
): Promise<string> {
  const portal = await callerOf(url, { kind: 'portal', id: 'dvcqg' });
  const { code } = await portal.post<{ code: string }>('/v1/dossiers', {
    procedure: '1.013225',
    channel: 'online',
    receivingUnit: UNIT,
    applicant: { kind: 'person', name, identityNumber: owner },
    components: ['c1', 'c2', 'c7'].map(component => ({ component, paperCopies: 1 })),
    ...own,
  });
  return code;
}

/** Takes a dossier on to where the signer signs, and gives the code. */
export async function submitForSignature(url: string, owner: string, own: object = {}): Promise<string> {
  const code = await submit(url, 'Lê Thị Cúc', owner, own);
  const steps = [
    ['tiepnhan', 'reception', { decision: 'accept' }],
    ['thuly1', 'handler', { decision: 'forward' }],
    ['thuly1', 'handler', { decision: 'forward' }],
    ['lanhdao', 'leader', { decision: 'approve', text: 'Hồ sơ đủ điều kiện. Đồng ý cấp giấy phép.' }],
  ] as const;
  for (const [index, [account, role, body]] of steps.entries())
    await (await officerOf(url, account, role)).post(`/v1/tasks/${code}.t${index + 1}/decision`, body);
  return code;
}
