import { randomInt } from 'node:crypto';
import * as z from 'zod';

/** `GenerateSecretString` of a template. */
export const generateSecretString = z.strictObject({
  PasswordLength: z.int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  RequireEachIncludedType: z.boolean().default(true),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});
export type GenerateSecretString = z.infer<typeof generateSecretString>;

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** What CloudFormation would have generated: the password alone, or the template's JSON with it under its key. */
export function randomString(asked: GenerateSecretString): string {
  const password = passwordOf(asked);
  const { SecretStringTemplate, GenerateStringKey } = asked;
  if (SecretStringTemplate === undefined || GenerateStringKey === undefined) return password;
  const template = z.record(z.string(), z.unknown()).parse(JSON.parse(SecretStringTemplate));
  return JSON.stringify({ ...template, [GenerateStringKey]: password });
}

function passwordOf(asked: GenerateSecretString): string {
  const excluded = new Set(asked.ExcludeCharacters);
  const kinds = [
    asked.ExcludeLowercase ? '' : LETTERS,
    asked.ExcludeUppercase ? '' : LETTERS.toUpperCase(),
    asked.ExcludeNumbers ? '' : '0123456789',
    asked.ExcludePunctuation ? '' : PUNCTUATION,
    asked.IncludeSpace ? ' ' : '',
  ]
    .map(kind => [...kind].filter(character => !excluded.has(character)))
    .filter(kind => kind.length > 0);
  const all = kinds.flat();
  if (all.length === 0) throw new TypeError('GenerateSecretString excludes every character');
  const required = asked.RequireEachIncludedType && asked.PasswordLength >= kinds.length ? kinds : [];
  const rest = Array.from({ length: asked.PasswordLength - required.length }, () => all);
  return shuffled([...required, ...rest].map(oneOf)).join('');
}

const oneOf = (characters: readonly string[]): string => characters[randomInt(characters.length)] ?? '';

function shuffled(characters: readonly string[]): readonly string[] {
  const left = [...characters];
  return characters.map(() => left.splice(randomInt(left.length), 1)[0] ?? '');
}
