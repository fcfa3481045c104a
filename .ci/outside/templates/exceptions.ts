/** A finding of cfn-lint that is none here. */
export interface Exception {
  readonly rule: string;
  readonly message: RegExp;
  readonly because: string;
}

/** Each as narrow as it can be. One that meets nothing any more fails the check. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: 'W3005',
    message:
      /^'\w+Role\w+' dependency already enforced by a 'GetAtt' at 'Resources\/\w+\/Properties\/Role(Arn)?'$/,
    because:
      'The CDK has what uses a role depend on the role and its policy; to say both is harmless, and only the policy could be left out by hand.',
  },
  {
    rule: 'W6001',
    message: /^The output value \{'Fn::ImportValue': 'motcua-[\w-]+-records:/,
    because:
      'The service stack shows the name of the table that it was given, beside the address of its API, where operators look.',
  },
];
