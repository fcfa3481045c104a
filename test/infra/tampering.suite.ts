import { describe, expect, test } from 'vitest';
import { allows, type Statement as IamStatement, statementSchema } from '../../local/iam/statement.ts';
import { given } from './granted.ts';
import type { Synthesized } from './synthesized.ts';

/** What nobody who holds a function's role can do to the records, by all that its policies allow and deny. */
export function tamperingSuite(province: () => Synthesized): void {
  describe('tampering', () => {
    /** Whether a function may do something with items of a partition, by all that is allowed and denied to it. */
    const mayDo = (action: string, pk: string, attributes: readonly string[] = ['pk', 'sk', 'head']) => {
      const roles = new Map<string, IamStatement[]>();
      for (const { roles: names, statement } of given(province()))
        for (const name of names.map(role => role.replace(/Role[0-9A-F]{8}$/, ''))) {
          const { Resource: _, ...rest } = statement;
          roles.set(name, [...(roles.get(name) ?? []), statementSchema.parse({ ...rest, Resource: '*' })]);
        }
      const asked = {
        action: `dynamodb:${action}`,
        context: {
          'dynamodb:leadingkeys': [pk],
          'dynamodb:attributes': attributes,
          'dynamodb:returnvalues': ['NONE'],
        },
      };
      return [...roles].flatMap(([name, statements]) => (allows(statements, asked) ? [name] : [])).sort();
    };
    const CHANGES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

    test.each(['DOSSIER#H44.1', 'READS#k', 'READDAY#2026-01-01#0', 'READMARK#H44.1'])(
      'nobody deletes anything of %s, nor writes it in batches',
      pk => {
        expect(mayDo('PutItem', pk)).toContain('Intake');
        expect(mayDo('DeleteItem', pk)).toEqual([]);
        expect(mayDo('BatchWriteItem', pk)).toEqual([]);
      },
    );

    test('the keyring is written by its makers alone, and by nobody changed or deleted', () => {
      expect(mayDo('PutItem', 'KEYRING')).toEqual(['Catalogue', 'Intake', 'Organization', 'Uploads']);
      for (const action of ['UpdateItem', 'DeleteItem', 'BatchWriteItem'])
        expect(mayDo(action, 'KEYRING'), action).toEqual([]);
    });

    test('one function writes in batches, and officers’ accounts only', () => {
      expect(mayDo('BatchWriteItem', 'OFFICER')).toEqual(['Organization']);
      for (const pk of ['ORGANISATION', 'RESULT#1', 'WORK#H44', 'OFFICER2'])
        expect(mayDo('BatchWriteItem', pk), pk).toEqual([]);
    });

    test('what shows dossiers writes who saw them, and nothing else', () => {
      const writers = (pk: string) => CHANGES.flatMap(action => mayDo(action, pk));
      for (const reader of ['Dossiers', 'Search', 'Exports', 'ExportWorker']) {
        expect(mayDo('PutItem', 'READS#k'), reader).toContain(reader);
        for (const pk of ['DOSSIER#H44.1', 'RESULT#1', 'OFFICER', 'WORK#H44', 'FOUND#k', 'KEYRING'])
          expect(writers(pk), `${reader} on ${pk}`).not.toContain(reader);
      }
      expect(mayDo('UpdateItem', 'DOSSIER#H44.1', ['pk', 'sk', 'hold'])).not.toContain('Dossiers');
    });

    test('what looks for broken ledgers holds dossiers, and changes nothing of them', () => {
      const mark = ['pk', 'sk', 'hold'];
      expect(mayDo('UpdateItem', 'DOSSIER#H44.1', mark)).toContain('Anchor');
      expect(mayDo('UpdateItem', 'DOSSIER#H44.1', [...mark, 'head'])).not.toContain('Anchor');
    });

    test('who keeps files, exports, the catalogue or the calendar writes nothing of dossiers', () => {
      const writers = new Set(CHANGES.flatMap(action => mayDo(action, 'DOSSIER#H44.1')));
      for (const name of ['Uploads', 'UploadCheck', 'Catalogue', 'WorkCalendar', 'UploadSweep', 'Authorizer'])
        expect(writers).not.toContain(name);
      expect(writers).toContain('Tasks');
    });
  });
}
