import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { freePort, Server, succeed } from '../commands.ts';
import { cleanEnvironment, fileOf, type Place } from '../place.ts';
import { REGION } from '../templates/check-templates.ts';
import { QUIET_CDK } from '../templates/synthesize.ts';

/** The account that the emulator gives to whoever comes with these keys, as its root. */
const ROOT = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
export const ACCOUNT = '000000000000';

/** MiniStack: an emulator of AWS that is not ours, and knows nothing of us. */
export class Emulator {
  readonly url: string;
  /** For commands that deploy to it and call what was deployed. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly #server: Server;

  private constructor(
    url: string,
    environment: Readonly<Record<string, string | undefined>>,
    server: Server,
  ) {
    this.url = url;
    this.environment = environment;
    this.#server = server;
  }

  /**
   * Started so that it judges every call by IAM and every bucket's policy. Those ask for TLS, so it has a certificate of
   * its own, which this process and those that it starts trust. With one it listens on port 443 as well, where it may.
   */
  static async start(place: Place): Promise<Emulator> {
    const port = await freePort();
    const url = `https://127.0.0.1:${port}`;
    const { key, certificate } = await selfSigned(place);
    setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate, 'utf8')]);
    const common = {
      ...cleanEnvironment(),
      // Its functions run on the `node` that is found first, which must be the version they have on AWS.
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      TMPDIR: place.folder,
      AWS_ENDPOINT_URL: url,
      AWS_REGION: REGION,
      NODE_EXTRA_CA_CERTS: certificate,
    };
    const server = new Server([join(place.python, 'ministack')], {
      env: {
        ...common,
        ...ROOT,
        AUTH: 'true',
        BIND_HOST: '127.0.0.1',
        GATEWAY_PORT: String(port),
        IOT_MTLS_ENABLED: '0',
        LAMBDA_EXECUTOR: 'local',
        MINISTACK_REGION: REGION,
        PERSIST_STATE: '0',
        USE_SSL: '1',
        MINISTACK_SSL_CERT: certificate,
        MINISTACK_SSL_KEY: key,
      },
      log: fileOf(place, 'ministack.log'),
    });
    const ready = async () => (await fetch(`${url}/_ministack/health`)).ok;
    await server.ready(ready, 30);
    const environment = {
      ...common,
      ...ROOT,
      ...QUIET_CDK,
      AWS_CA_BUNDLE: certificate,
      CURL_CA_BUNDLE: certificate,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      CDK_HOME: fileOf(place, 'cdk-home'),
      CDK_REQUIRE_APPROVAL: 'never',
    };
    return new Emulator(url, environment, server);
  }

  /** What it printed, with what went wrong inside it. */
  get printed(): string {
    return this.#server.printed;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Asks a service that speaks AWS's query protocol, as the root of the account, whom the emulator asks for no signature. */
  async ask(
    service: 'cloudformation' | 'iam',
    action: string,
    parameters: Record<string, string>,
  ): Promise<string> {
    const version = service === 'iam' ? '2010-05-08' : '2010-05-15';
    const body = new URLSearchParams({ Action: action, Version: version, ...parameters });
    return this.#send(service, `${service} ${action}`, this.url, { method: 'POST', body });
  }

  /** Asks S3 for a path, as the same root. */
  s3(method: 'GET' | 'PUT', path: string, body?: string): Promise<string> {
    const asked = { method, ...(body !== undefined && { body }) };
    return this.#send('s3', `s3 ${method} ${path}`, this.url + path, asked);
  }

  async #send(service: string, what: string, url: string, asked: RequestInit): Promise<string> {
    const scope = `${ROOT.AWS_ACCESS_KEY_ID}/20260101/${REGION}/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
    const answer = await fetch(url, { ...asked, headers: { authorization } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${what} answered ${answer.status}: ${text}`);
    return text;
  }
}

/** The physical id of the resource of a stack whose logical id is like this. */
export async function resourceNamed(emulator: Emulator, stack: string, like: RegExp): Promise<string> {
  const id = (await resourcesOf(emulator, stack)).find(name => like.test(name));
  const asked = { StackName: stack, LogicalResourceId: id ?? '' };
  const [name] = valuesOf(
    await emulator.ask('cloudformation', 'DescribeStackResource', asked),
    'PhysicalResourceId',
  );
  if (name === undefined) throw new Error(`${stack} has no ${like}`);
  return name;
}

/** Names of all resources of a stack, page by page. */
export async function resourcesOf(emulator: Emulator, stack: string): Promise<readonly string[]> {
  const names: string[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const page = { StackName: stack, ...(next !== '' && { NextToken: next }) };
    const answer = await emulator.ask('cloudformation', 'ListStackResources', page);
    names.push(...valuesOf(answer, 'LogicalResourceId'));
    [next] = valuesOf(answer, 'NextToken');
  }
  return names;
}

/** The members of an answer that are named so. */
export const valuesOf = (answer: string, name: string): string[] =>
  [...answer.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value);

async function selfSigned(place: Place): Promise<{ key: string; certificate: string }> {
  const key = fileOf(place, 'tls.key');
  const certificate = fileOf(place, 'tls.crt');
  const argv = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  await succeed(['openssl', 'req', ...argv, ...names, '-keyout', key, '-out', certificate], {
    env: cleanEnvironment(),
    log: fileOf(place, 'openssl.log'),
    seconds: 30,
  });
  return { key, certificate };
}
