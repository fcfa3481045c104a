import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Place } from '../host/place.ts';
import { type Secret, type Secrets, type Version, withVersion } from './secrets.ts';
import * as errors from './secrets-manager-error.ts';

const LONGEST_VALUE = 65_536;
const STAGES: readonly (string | undefined)[] = ['AWSCURRENT', 'AWSPREVIOUS'];

const secretId = z.string().min(1).max(2048);
const value = {
  ClientRequestToken: z.string().min(32).max(64).optional(),
  SecretString: z.string().min(1).max(LONGEST_VALUE).optional(),
  SecretBinary: z.base64().min(1).max(LONGEST_VALUE).optional(),
};
const OfSecret = z.looseObject({ SecretId: secretId });
const Get = OfSecret.extend({ VersionId: z.string().optional(), VersionStage: z.string().optional() });
const Put = OfSecret.extend(value);
const Create = z.looseObject({
  Name: z.string().regex(/^[\w/+=.@-]{1,512}$/),
  Description: z.string().max(2048).default(''),
  ...value,
});

type Action = (body: unknown) => unknown;

/** Answers the part of Secrets Manager that keeps and gives values, in its JSON protocol (`X-Amz-Target: secretsmanager.Action`). */
export class SecretsManager {
  readonly #secrets: Secrets;
  readonly #place: Place;
  readonly #now: () => number;
  readonly #actions: Readonly<Record<string, Action>>;

  constructor({ secrets, place, now }: { secrets: Secrets; place: Place; now: () => number }) {
    this.#secrets = secrets;
    this.#place = place;
    this.#now = now;
    this.#actions = {
      GetSecretValue: body => this.#get(Get.parse(body)),
      PutSecretValue: body => this.#put(Put.parse(body)),
      CreateSecret: body => this.#create(Create.parse(body)),
      DescribeSecret: body => describe(this.#secretOf(OfSecret.parse(body).SecretId)),
      ListSecrets: () => ({ SecretList: this.#secrets.all().map(describe) }),
    };
  }

  handle(action: string, body: unknown): { status: number; body: unknown } {
    try {
      const act = this.#actions[action];
      if (!act) throw errors.unsupported(action);
      return { status: 200, body: act(body) };
    } catch (thrown) {
      const error = errors.asSecretsManagerError(thrown);
      if (!error) throw thrown;
      return { status: 400, body: { __type: error.name, message: error.message } };
    }
  }

  /** The ARN by which policies know a secret, however a request names it. */
  arnOf(id: string): string {
    const { region, accountId } = this.#place;
    const named = id.startsWith('arn:') ? id : `arn:aws:secretsmanager:${region}:${accountId}:secret:${id}`;
    return this.#secrets.find(id)?.arn ?? named;
  }

  #secretOf(id: string): Secret {
    const secret = this.#secrets.find(id);
    if (!secret) throw errors.noSuchSecret();
    return secret;
  }

  #get({ SecretId, VersionId, VersionStage }: z.output<typeof Get>): object {
    const { name, arn, versions } = this.#secretOf(SecretId);
    const wanted = VersionStage ?? (VersionId === undefined ? 'AWSCURRENT' : undefined);
    const staged = STAGES.indexOf(wanted);
    const at = VersionId === undefined ? staged : versions.findIndex(({ id }) => id === VersionId);
    const version = versions[at];
    if (!version)
      throw VersionId === undefined ? errors.noSuchStage(wanted ?? '') : errors.noSuchVersion(VersionId);
    if (wanted !== undefined && staged !== at) throw errors.otherVersion();
    const { id, text, binary, createdAt } = version;
    return {
      ARN: arn,
      Name: name,
      VersionId: id,
      VersionStages: [STAGES[at]],
      CreatedDate: createdAt / 1000,
      ...(text === undefined ? { SecretBinary: binary } : { SecretString: text }),
    };
  }

  #put(asked: z.output<typeof Put>): object {
    const secret = this.#secretOf(asked.SecretId);
    const fresh = this.#versionOf(asked);
    const known = secret.versions.find(({ id }) => id === fresh.id);
    if (known && (known.text !== fresh.text || known.binary !== fresh.binary))
      throw errors.versionTaken(fresh.id);
    if (!known) this.#secrets.keep(withVersion(secret, fresh));
    const at = known ? secret.versions.indexOf(known) : 0;
    return { ARN: secret.arn, Name: secret.name, VersionId: fresh.id, VersionStages: [STAGES[at]] };
  }

  #create(asked: z.output<typeof Create>): object {
    const { Name: name, Description: description } = asked;
    if (this.#secrets.find(name)) throw errors.alreadyThere(name);
    const arn = `${this.arnOf(name)}-${randomBytes(3).toString('hex')}`;
    const at = this.#now();
    const empty = { name, arn, description, createdAt: at, changedAt: at, versions: [] };
    const valued = asked.SecretString !== undefined || asked.SecretBinary !== undefined;
    const version = valued ? this.#versionOf(asked) : undefined;
    this.#secrets.keep(version ? withVersion(empty, version) : empty);
    return { ARN: arn, Name: name, ...(version && { VersionId: version.id }) };
  }

  #versionOf({
    ClientRequestToken,
    SecretString,
    SecretBinary,
  }: Omit<z.output<typeof Put>, 'SecretId'>): Version {
    const given = [SecretString, SecretBinary].filter(each => each !== undefined).length;
    if (given !== 1) throw errors.notOneValue(given);
    return {
      id: typeof ClientRequestToken === 'string' ? ClientRequestToken : randomUUID(),
      createdAt: this.#now(),
      ...(typeof SecretString === 'string' && { text: SecretString }),
      ...(typeof SecretBinary === 'string' && { binary: SecretBinary }),
    };
  }
}

const describe = ({ name, arn, description, createdAt, changedAt, versions }: Secret): object => ({
  ARN: arn,
  Name: name,
  Description: description,
  CreatedDate: createdAt / 1000,
  LastChangedDate: changedAt / 1000,
  VersionIdsToStages: Object.fromEntries(versions.map(({ id }, at) => [id, [STAGES[at]]])),
});
