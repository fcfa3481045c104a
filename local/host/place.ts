/** The one AWS account and region the host plays. */
export interface Place {
  readonly region: string;
  readonly accountId: string;
}

export const PLACE: Place = { region: 'ap-southeast-1', accountId: '000000000000' };

/** Access keys that clients of the host sign with. */
export interface HostCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}
