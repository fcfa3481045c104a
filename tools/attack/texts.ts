import type { AttackClass } from './attack.ts';
import { submit, VICTIM } from './dossiers.ts';
import type { Target } from './target.ts';

const asOwner = (target: Target) => target.token({ kind: 'citizen', id: VICTIM.identityNumber, level: 2 });

/** Texts that would deceive who reads them, by what is odd about them. */
const NAMES: Readonly<Record<string, string>> = {
  'no visible character': '\u3164',
  'a direction turned over': 'Nguyễn \u202EnăV',
  'a character of no width': 'Nguyễn\u200B Văn An',
  'letters of two scripts in a word': 'Nguyеn Văn An',
  'a heap of marks': `Nguyen${'\u0301'.repeat(12)} An`,
  'a NUL': 'Nguyễn\u0000 Văn An',
};

const FILE_NAMES = ['../../etc/passwd', 'a\u0000.pdf', 'hoa\u202Efdp.exe', 'a/b.pdf', 'CON\\x.pdf'];

/** People who want a text to be read as another. */
export const texts: AttackClass = {
  name: 'texts',
  attacks: [
    ...Object.entries(NAMES).map(([what, name]) => ({
      tries: `files under a name with ${what}`,
      async run(target: Target) {
        const answer = await submit(target, await asOwner(target), { applicant: { ...VICTIM, name } });
        return answer.status === 422 ? undefined : `answered ${answer.status} ${answer.code ?? ''}`;
      },
    })),
    {
      tries: 'uploads under names with paths, NUL and turned directions',
      async run(target) {
        const token = await asOwner(target);
        for (const fileName of FILE_NAMES) {
          const body = { fileName, contentType: 'application/pdf', size: 10, sha256: '0'.repeat(64) };
          const { status } = await target.send('POST', '/v1/uploads', { token, body });
          if (status < 400 || status >= 500) return `${JSON.stringify(fileName)} answered ${status}`;
        }
        return undefined;
      },
    },
    {
      tries: 'writes lines of their own into a result by an organization’s name',
      async run(target) {
        const applicant = {
          kind: 'organisation',
          name: 'Công ty A\nQUYẾT ĐỊNH: đồng ý',
          taxCode: '0100109106',
        };
        const token = await target.token({ kind: 'organisation', id: '0100109106' });
        const answer = await submit(target, token, { applicant });
        if (answer.status >= 400 && answer.status < 500) return undefined;
        if (answer.status !== 201) return `answered ${answer.status}`;
        const read = await target.send('GET', `/v1/dossiers/${answer.body.code}`, { token });
        return read.body.applicant.name.includes('\n') ? 'the line break was kept' : undefined;
      },
    },
  ],
};
